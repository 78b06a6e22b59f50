"""Put a year's proposed meetings on the calendar, as one step."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles


@dataclass(frozen=True, slots=True)
class AcceptPlan(Command):
    """The meetings of a fiscal year, sessions named by the id of their meeting in this plan."""

    year: int
    meetings: tuple[Meeting, ...]

    def label(self, record: Record) -> str:
        """“Plan 2027: 22 meetings”."""
        del record
        count = len(self.meetings)
        return f"Plan {self.year}: {count} {'meeting' if count == 1 else 'meetings'}"


@handles(AcceptPlan)
def accept_plan(command: AcceptPlan, tx: Transaction) -> None:
    """Write every meeting under an id of its own; parents come before their sessions."""
    if not command.meetings:
        raise UserError("There is nothing to put on the calendar.", what_to_do="Keep one meeting at least.")
    ids: dict[str, str] = {}
    for meeting in sorted(command.meetings, key=lambda row: row.parent is not None):
        ids[meeting.id] = tx.new_id(Meeting, meeting.id)
        parent = ids.get(meeting.parent, meeting.parent) if meeting.parent is not None else None
        tx.put(replace(meeting, id=ids[meeting.id], parent=parent))
