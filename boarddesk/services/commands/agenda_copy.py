"""Begin an agenda from that of an earlier meeting."""

from dataclasses import dataclass

from boarddesk.common.errors import UserError
from boarddesk.domain.record import Record
from boarddesk.services.agenda_copy import copied, with_new_ids
from boarddesk.services.agenda_laying import lay_items
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.agenda_template import with_ids
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class CopyAgenda(Command):
    """The items of another meeting's agenda that recur, and the minutes that wait for approval."""

    meeting: str
    source: str

    def label(self, record: Record) -> str:
        """“Agenda copied from 11 Dec 2025”."""
        return f"Agenda copied from {short_day(find_meeting(record, self.source).day)}"


@handles(CopyAgenda)
def copy_agenda(command: CopyAgenda, tx: Transaction) -> None:
    """One step for all of its items."""
    meeting, source = find_meeting(tx.record, command.meeting), find_meeting(tx.record, command.source)
    require_takes_place(meeting)
    items = copied(tx.record, source, meeting)
    if not items:
        raise UserError(
            f"Nothing on the agenda of {short_day(source.day)} recurs.", what_to_do="Use a template.", code="nothing"
        )
    fresh = with_ids(tx, meeting.id, items, 1)
    ids = {item.id: new.id for item, new in zip(items, fresh, strict=True)}
    lay_items(tx, meeting, with_new_ids(items, ids))
