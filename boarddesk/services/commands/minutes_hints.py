"""Set a hint on the minutes aside with a reason, or take that back."""

import hashlib
from dataclasses import dataclass
from datetime import date

from boarddesk.common.errors import UserError
from boarddesk.domain.minute_book import HintDismissal
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.hints.hint import Hint
from boarddesk.services.meeting_checks import find_meeting
from boarddesk.services.words import meeting_name


@dataclass(frozen=True, slots=True)
class DismissHint(Command):
    """A hint that was looked at and is not followed, and why."""

    meeting: str
    hint: Hint
    reason: str
    on: date

    def label(self, record: Record) -> str:
        """“Set a hint aside: Board, regular meeting, 22 Oct 2026”."""
        return f"Set a hint aside: {meeting_name(record, find_meeting(record, self.meeting))}"


@handles(DismissHint)
def dismiss_hint(command: DismissHint, tx: Transaction) -> None:
    """Keep rule, place and words, so that other words bring it back."""
    find_meeting(tx.record, command.meeting)
    if not command.reason.strip():
        raise UserError("No reason is given.", what_to_do="Say why the words stay as they are.", code="no_reason")
    hint = command.hint
    digest = hashlib.sha256(f"{command.meeting}|{hint.rule}|{hint.place}|{hint.about}".encode()).hexdigest()
    tx.put(
        HintDismissal(
            id=f"hd-{digest[:16]}", meeting=command.meeting, hint=hint.rule, place=hint.place, words=hint.about,
            reason=command.reason.strip(), dismissed_on=command.on,
        )
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class RecallHint(Command):
    """A hint that was set aside is shown again."""

    dismissal: str

    def label(self, record: Record) -> str:
        """“Show a hint again”."""
        del record
        return "Show a hint again"


@handles(RecallHint)
def recall_hint(command: RecallHint, tx: Transaction) -> None:
    """Take the dismissal out."""
    if tx.record.find(HintDismissal, command.dismissal) is None:
        raise UserError("The hint is shown already.", code="no_hint")
    tx.remove(HintDismissal, command.dismissal)
