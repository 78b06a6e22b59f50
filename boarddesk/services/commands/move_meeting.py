"""Move a meeting that is ahead to another time; its independent session moves with it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AHEAD, Meeting, MeetingState
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.words import meeting_title, short_day


@dataclass(frozen=True, slots=True)
class MoveMeeting(Command):
    """Another start, end and place for a meeting; notice given for the old time no longer counts."""

    meeting: str
    starts: datetime
    ends: datetime | None = None
    place: str = ""

    def label(self, record: Record) -> str:
        """“Move Board, regular meeting, to 10 Dec 2026”."""
        meeting = record.find(Meeting, self.meeting)
        return f"Move {meeting_title(record, meeting) if meeting else 'a meeting'} to {short_day(self.starts.date())}"


def require_ahead(meeting: Meeting, deed: str) -> None:
    """Refuse to change the calendar of a meeting that was held or called off."""
    if meeting.state not in AHEAD:
        raise UserError(
            f"A meeting that was held or called off cannot be {deed}.",
            what_to_do="Schedule another meeting.",
            code="not_ahead",
        )


def sessions_of(record: Record, meeting: Meeting) -> tuple[Meeting, ...]:
    """The independent sessions after a board meeting that are still ahead."""
    return tuple(row for row in record.where(Meeting, "parent", meeting.id) if row.state in AHEAD)


@handles(MoveMeeting)
def move_meeting(command: MoveMeeting, tx: Transaction) -> None:
    """Shift the meeting and its sessions by the same span; the same time and place again change nothing."""
    meeting = tx.record.get(Meeting, command.meeting)
    require_ahead(meeting, "moved")
    if command.ends is not None and command.ends <= command.starts:
        raise UserError("It would end before it starts.", what_to_do="Correct one of the two times.", code="backward")
    moved = replace(
        moved_by(meeting, command.starts - meeting.starts),
        ends=command.ends,
        place=command.place.strip(),
        all_day=meeting.all_day and command.starts.time() == meeting.starts.time() and command.ends is None,
    )
    if replace(moved, sequence=meeting.sequence) == meeting:
        return
    tx.put(moved)
    for session in sessions_of(tx.record, meeting):
        old_end, new_end = meeting.ends or meeting.starts, command.ends or command.starts
        follows = replace(moved_by(session, new_end - old_end), place=command.place.strip() or session.place)
        tx.put(follows)


def moved_by(meeting: Meeting, span: timedelta) -> Meeting:
    """A meeting at another time: a new sequence number for calendars, its notice to be given again."""
    note = meeting.note
    if meeting.notice_on is not None and span:
        old = f"Notice of {short_day(meeting.notice_on)} was for {short_day(meeting.day)}."
        note = f"{note} {old}".strip()
    if not span:
        return replace(meeting, sequence=meeting.sequence + 1)
    return replace(
        meeting,
        starts=meeting.starts + span,
        ends=meeting.ends + span if meeting.ends else None,
        sequence=meeting.sequence + 1,
        state=MeetingState.PLANNED,
        notice_on=None,
        notice_manner="",
        note=note,
    )
