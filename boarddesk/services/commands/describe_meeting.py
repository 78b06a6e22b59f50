"""What a meeting is called for, by whom, and how to take part in it: what its notice says beside time and place."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.move_meeting import require_ahead
from boarddesk.services.stockholder_facts import inspectors_closed
from boarddesk.services.words import meeting_name


@dataclass(frozen=True, slots=True)
class DescribeMeeting(Command):
    """Purpose, caller and way of joining of a meeting that is ahead; calendars take another way of joining as newer."""

    meeting: str
    purpose: str = ""
    caller: str | None = None
    dial_in: str = ""
    emergency: bool = False

    def label(self, record: Record) -> str:
        """“Say what Board, special meeting, 12 Nov 2026 is called for”."""
        meeting = record.find(Meeting, self.meeting)
        return f"Say what {meeting_name(record, meeting)} is called for" if meeting else "Describe a meeting"


@handles(DescribeMeeting)
def describe_meeting(command: DescribeMeeting, tx: Transaction) -> None:
    """Write it."""
    meeting = tx.record.get(Meeting, command.meeting)
    require_ahead(meeting, "called otherwise")
    dial_in = command.dial_in.strip()
    tx.put(
        replace(
            meeting,
            purpose=command.purpose.strip(),
            caller=command.caller,
            dial_in=dial_in,
            emergency=command.emergency,
            sequence=meeting.sequence + (dial_in != meeting.dial_in),
        )
    )


@dataclass(frozen=True, slots=True)
class NameInspectors(Command):
    """The inspectors of election of a meeting of stockholders, by name (8 Del. C. §231)."""

    meeting: str
    inspectors: tuple[str, ...]

    def label(self, record: Record) -> str:
        """“Inspectors of election: Stockholders, annual meeting, 13 May 2027”."""
        meeting = record.find(Meeting, self.meeting)
        return f"Inspectors of election: {meeting_name(record, meeting)}" if meeting else "Inspectors of election"


@handles(NameInspectors)
def name_inspectors(command: NameInspectors, tx: Transaction) -> None:
    """Write their names, each once."""
    names = tuple(dict.fromkeys(name.strip() for name in command.inspectors if name.strip()))
    if not names:
        raise UserError("No inspector is named.", what_to_do="Write at least one name.", code="nobody")
    meeting = tx.record.get(Meeting, command.meeting)
    if names != meeting.inspectors and (closed := inspectors_closed(tx.record, meeting)):
        why, _full_stop, what_to_do = closed.partition(". ")
        raise UserError(f"{why}.", what_to_do=what_to_do, code="closed")
    tx.put(replace(meeting, inspectors=names))
