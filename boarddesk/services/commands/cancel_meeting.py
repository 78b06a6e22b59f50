"""Cancel or postpone a meeting that is ahead, with the reason; its independent session goes with it."""

from dataclasses import dataclass
from datetime import date, datetime

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting, MeetingState
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.move_meeting import moved_by, require_ahead, sessions_of
from boarddesk.services.meeting_checks import today_of
from boarddesk.services.planned_items import hand_on, release
from boarddesk.services.words import meeting_name, short_day


@dataclass(frozen=True, slots=True)
class CancelMeeting(Command):
    """A meeting called off on a day, for a reason; it stays on record as cancelled."""

    meeting: str
    reason: str
    decided_on: date

    def label(self, record: Record) -> str:
        """“Cancel Board, regular meeting, 3 Dec 2026”."""
        meeting = record.find(Meeting, self.meeting)
        return f"Cancel {meeting_name(record, meeting)}" if meeting else "Cancel a meeting"


@dataclass(frozen=True, slots=True)
class PostponeMeeting(Command):
    """A meeting put off on a day, for a reason; with `starts` to a new time, where a new meeting takes its place."""

    meeting: str
    reason: str
    decided_on: date
    starts: datetime | None = None

    def label(self, record: Record) -> str:
        """“Postpone Board, regular meeting, 3 Dec 2026”."""
        meeting = record.find(Meeting, self.meeting)
        return f"Postpone {meeting_name(record, meeting)}" if meeting else "Postpone a meeting"


def _require_reason(record: Record, command: CancelMeeting | PostponeMeeting) -> str:
    """The reason; UserError where none is given, or where the decision is said to be still ahead."""
    if not command.reason.strip():
        raise UserError("A meeting is called off for a reason.", what_to_do="Say why.", code="no_reason")
    if command.decided_on > today_of(record):
        raise UserError(
            f"{short_day(command.decided_on)} is still ahead.", what_to_do="Give the day it was decided.", code="ahead"
        )
    return command.reason.strip()


@handles(CancelMeeting)
def cancel_meeting(command: CancelMeeting, tx: Transaction) -> None:
    """Mark the meeting and its sessions as cancelled; the duties planned for them have no meeting again."""
    meeting = tx.record.get(Meeting, command.meeting)
    require_ahead(meeting, "cancelled")
    reason = _require_reason(tx.record, command)
    for row in (meeting, *sessions_of(tx.record, meeting)):
        release(tx, row)
        tx.put(_called_off(row, MeetingState.CANCELLED, reason, command.decided_on, None))


@handles(PostponeMeeting)
def postpone_meeting(command: PostponeMeeting, tx: Transaction) -> None:
    """Mark the meeting and its sessions as postponed; what takes their place takes the duties along."""
    meeting = tx.record.get(Meeting, command.meeting)
    require_ahead(meeting, "postponed")
    reason = _require_reason(tx.record, command)
    sessions = sessions_of(tx.record, meeting)
    later = meeting.parent
    for row in (meeting, *sessions):
        fresh: Meeting | None = None
        if command.starts is not None:
            fresh = _anew(tx, row, command, meeting, later)
            later = fresh.id if row is meeting else later
            tx.put(fresh)
            hand_on(tx, row, fresh)
        release(tx, row)
        tx.put(_called_off(row, MeetingState.POSTPONED, reason, command.decided_on, fresh.id if fresh else None))


def _called_off(row: Meeting, state: MeetingState, reason: str, day: date, moved_to: str | None) -> Meeting:
    return replace(row, state=state, reason=reason, decided_on=day, moved_to=moved_to, sequence=row.sequence + 1)


def _anew(tx: Transaction, row: Meeting, command: PostponeMeeting, meeting: Meeting, parent: str | None) -> Meeting:
    """The meeting that takes the place of a postponed one: a calendar entry of its own."""
    starts = command.starts or meeting.starts
    if starts <= meeting.starts:
        raise UserError("A meeting is postponed to a later time.", what_to_do="Move it instead.", code="backward")
    moved = moved_by(row, starts - meeting.starts)
    fresh_id = tx.new_id(Meeting, f"{moved.starts:%Y-%m-%d}-{'session' if parent else row.body}")
    return replace(moved, id=fresh_id, parent=parent, sequence=0, scheduled_on=command.decided_on, note="")
