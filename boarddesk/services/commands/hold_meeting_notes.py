"""What is written while an item lasts beside the minutes: working notes, advice of counsel, the report to the Board."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import MeetingKind
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import find_item
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting


@dataclass(frozen=True, slots=True)
class WriteWorkingNotes(Command):
    """The secretary's own notes on an item, which no minutes print; one paragraph a line."""

    item: str
    text: str

    def label(self, record: Record) -> str:
        """“Working note under “Credit facility””."""
        return f"Working note under “{find_item(record, self.item).title}”"


@handles(WriteWorkingNotes)
def write_working_notes(command: WriteWorkingNotes, tx: Transaction) -> None:
    """Blank lines are dropped."""
    tx.put(replace(find_item(tx.record, command.item), notes=paragraphs(command.text)))


@dataclass(frozen=True, slots=True)
class WritePrivileged(Command):
    """Advice of counsel on an item, kept apart; `note` says in the open minutes who advised, and on what."""

    item: str
    text: str
    note: str | None = None

    def label(self, record: Record) -> str:
        """“Privileged passage under “Credit facility””."""
        return f"Privileged passage under “{find_item(record, self.item).title}”"


@handles(WritePrivileged)
def write_privileged(command: WritePrivileged, tx: Transaction) -> None:
    """A note without a passage stays: that advice was given is no secret."""
    item = find_item(tx.record, command.item)
    note = item.privilege_note if command.note is None else " ".join(command.note.split())
    tx.put(replace(item, privileged=paragraphs(command.text), privilege_note=note))


@dataclass(frozen=True, slots=True)
class WriteReportBack(Command):
    """What the independent session reports to the Board, for the Board's minutes; one paragraph a line."""

    session: str
    text: str

    def label(self, record: Record) -> str:
        """The deed in words."""
        del record
        return "Report of the session to the Board"


@handles(WriteReportBack)
def write_report_back(command: WriteReportBack, tx: Transaction) -> None:
    """Only a session reports back."""
    session = find_meeting(tx.record, command.session)
    if session.kind is not MeetingKind.SESSION:
        raise UserError(
            "Only an independent session reports to the Board.", what_to_do="Open the session.", code="no_session"
        )
    tx.put(replace(session, report_back=paragraphs(command.text)))


def paragraphs(text: str) -> str:
    """The lines of a text without blank ones."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)
