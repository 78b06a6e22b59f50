"""Record what was filed, sent or published as the answer to a step of what follows."""

from dataclasses import dataclass

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.happenings import Event, EventKind, Filing, FilingKind, FollowUp
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.follow_up import keep_follow_up
from boarddesk.services.entry import require_possible
from boarddesk.services.row_words import words_of


@dataclass(frozen=True, slots=True)
class RecordFiling(Command):
    """Something filed, sent or published, as the answer to one step; `notice_of` is the rule a notice tells of.

    A notice to the exchange of material noncompliance is an event of its own: Form 8-K Item 3.01 runs from it.
    """

    filing: Filing
    fact: str
    step: str
    notice_of: str = ""

    def label(self, record: Record) -> str:
        """“Record Form 8-K 5.02(b), 12 Nov 2026”."""
        return f"Record {words_of(record, self.filing)}"


@handles(RecordFiling)
def record_filing(command: RecordFiling, tx: Transaction) -> None:
    """Write the filing, the notice as an event where it is one, and the step's follow-up."""
    before, filing = tx.record, command.filing
    items = tuple(dict.fromkeys(item.strip() for item in filing.items if item.strip()))
    if filing.kind is FilingKind.FORM_8K and not items:
        raise UserError("No item is named.", what_to_do="Write the items of the form, such as 5.02(b).", code="missing")
    wish = "-".join([str(filing.made_on.year), filing.kind.value, *items[:1]])
    filing = msgspec.structs.replace(filing, id=tx.new_id(Filing, wish), items=items)
    if command.notice_of and filing.kind is FilingKind.EXCHANGE_NOTICE:
        notice = Event(
            id=tx.new_id(Event, f"notice-{filing.made_on.year}"), kind=EventKind.COMPANY_NOTICE, on=filing.made_on,
            person=filing.person, document=filing.document, clause=command.notice_of,
        )  # fmt: skip
        tx.put(notice)
        filing = msgspec.structs.replace(filing, event=filing.event or notice.id)
    tx.put(filing)
    if command.step:
        follow_up = FollowUp(id="new", fact=command.fact, step=command.step, done_on=filing.made_on, filing=filing.id)
        keep_follow_up(tx, follow_up)
    require_possible(tx, before)
