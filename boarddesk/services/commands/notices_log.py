"""Lines of the log of notice beside its giving: a failure notice, a waiver, attendance to object, a cancellation."""

from dataclasses import dataclass, field
from datetime import datetime

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AHEAD, CALLED_OFF, Meeting
from boarddesk.domain.notices import Notice, NoticeKind
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.closed import closed_meeting
from boarddesk.services.words import meeting_name

LABELS = {
    NoticeKind.FAILED: "Failure notice",
    NoticeKind.WAIVED: "Waiver of notice",
    NoticeKind.OBJECTED: "Attendance to object",
    NoticeKind.CANCELLED: "Told that it is called off",
}


@dataclass(frozen=True, slots=True)
class LogNotice(Command):
    """One line of the log for each of some people; a waiver, with its signed PDF, comes before or after the meeting."""

    meeting: str
    kind: NoticeKind
    people: tuple[str, ...]
    at: datetime
    manner: str = ""
    address: str = ""
    note: str = ""
    data: bytes | None = field(default=None, repr=False)
    media_type: str = "application/pdf"

    def label(self, record: Record) -> str:
        """“Waiver of notice: Board, special meeting, 12 Nov 2026”."""
        meeting = record.find(Meeting, self.meeting)
        return f"{LABELS.get(self.kind, 'Notice')}: {meeting_name(record, meeting)}" if meeting else "Log of notice"


@handles(LogNotice)
def log_notice(command: LogNotice, tx: Transaction) -> None:
    """Write the lines; what is told anew of a meeting ahead is notice, which has a command of its own."""
    meeting = tx.record.get(Meeting, command.meeting)
    _require_possible(command, meeting)
    attachment = tx.keep(command.data, command.media_type) if command.data is not None else None
    for person in command.people:
        wish = f"{meeting.id}-{person}-{command.kind.value.split('_')[0]}"
        tx.put(
            Notice(
                id=tx.new_id(Notice, wish), meeting=meeting.id, person=person, kind=command.kind, at=command.at,
                told=meeting.starts, manner=command.manner.strip(), address=command.address.strip(),
                attachment=attachment, note=command.note.strip(),
            )
        )  # fmt: skip


def _require_possible(command: LogNotice, meeting: Meeting) -> None:
    if command.kind not in LABELS:
        raise UserError("Notice is given by a command of its own.", what_to_do="Give notice.", code="not_logged_so")
    if not command.people:
        raise UserError("Nobody is named.", what_to_do="Choose at least one person.", code="nobody")
    if command.kind is NoticeKind.CANCELLED and meeting.state not in CALLED_OFF:
        raise UserError("The meeting is not called off.", what_to_do="Call it off first.", code="not_called_off")
    if command.kind is NoticeKind.OBJECTED and meeting.state in AHEAD | CALLED_OFF:
        raise UserError(
            "Nobody can have attended yet.", what_to_do="Record it when the meeting has begun.", code="not_begun"
        )


@dataclass(frozen=True, slots=True)
class TakeBackNotice(Command):
    """A line that was entered by mistake, taken out of the log; the journal keeps it."""

    notice: str

    def label(self, record: Record) -> str:
        """“Take a line out of the log of notice”."""
        del record
        return "Take a line out of the log of notice"


@handles(TakeBackNotice)
def take_back_notice(command: TakeBackNotice, tx: Transaction) -> None:
    """Remove the line, unless the minutes that tell of it are out."""
    row = tx.record.get(Notice, command.notice)
    meeting = tx.record.get(Meeting, row.meeting)
    if closed_meeting(tx.record, meeting):
        raise UserError(
            "The minutes of this meeting are out, so its log of notice stands.",
            what_to_do="Log what was really done as a new line.",
            code="closed_meeting",
        )
    tx.remove(Notice, row.id)
