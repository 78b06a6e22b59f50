"""Put a meeting on the calendar, and the independent session after a regular board meeting with it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from boarddesk.common.errors import UserError
from boarddesk.domain.clashes import end_of
from boarddesk.domain.meetings import BOARD, INDEPENDENT, STOCKHOLDERS, Meeting, MeetingKind
from boarddesk.domain.planning import PAUSE
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.sittings import in_order
from boarddesk.services.words import meeting_title, short_day


@dataclass(frozen=True, slots=True)
class ScheduleMeeting(Command):
    """A planned meeting of a body; times are local to the company's zone. `scheduled_on` is the day it was set.

    `session_minutes` is the length of the independent session after it, 0 for none.
    """

    body: str
    kind: MeetingKind
    starts: datetime
    scheduled_on: date
    ends: datetime | None = None
    place: str = ""
    title: str = ""
    session_minutes: int = 0
    joint_with: tuple[str, ...] = ()

    def label(self, record: Record) -> str:
        """“Schedule Board, regular meeting, 3 Dec 2026”."""
        meeting = Meeting(id="new", body=self.body, kind=self.kind, starts=self.starts, joint_with=self.joint_with)
        return f"Schedule {meeting_title(record, meeting)}, {short_day(self.starts.date())}"


@handles(ScheduleMeeting)
def schedule_meeting(command: ScheduleMeeting, tx: Transaction) -> None:
    """Write the meeting and, where asked for, its session."""
    if command.ends is not None and command.ends <= command.starts:
        raise UserError("It would end before it starts.", what_to_do="Correct one of the two times.", code="backward")
    if command.kind is MeetingKind.SESSION:
        raise UserError(
            "An independent session follows a board meeting.",
            what_to_do="Schedule the board meeting with its session.",
            code="no_parent",
        )
    if command.joint_with and {STOCKHOLDERS, INDEPENDENT} & {command.body, *command.joint_with}:
        raise UserError(
            "Only the Board and its committees sit jointly.", what_to_do="Leave the other body out.", code="not_joint"
        )
    body, *others = in_order((command.body, *command.joint_with))
    meeting = Meeting(
        id=tx.new_id(Meeting, f"{command.starts:%Y-%m-%d}-{_short(command)}"),
        body=body,
        joint_with=tuple(others),
        kind=command.kind,
        title=command.title.strip(),
        starts=command.starts,
        ends=command.ends,
        place=command.place.strip(),
        scheduled_on=command.scheduled_on,
    )
    tx.put(meeting)
    if command.session_minutes:
        if command.body != BOARD:
            raise UserError("Only a board meeting has an independent session.", code="no_session")
        tx.put(session_after(tx, meeting, command.session_minutes))


def _short(command: ScheduleMeeting) -> str:
    """What the meeting's id ends in: the body, or the kind of a stockholders' meeting."""
    return command.kind.value if command.body == STOCKHOLDERS else command.body


def session_after(tx: Transaction, meeting: Meeting, minutes: int) -> Meeting:
    """The independent session, shortly after a board meeting."""
    begins = end_of(tx.record, meeting) + PAUSE
    return Meeting(
        id=tx.new_id(Meeting, f"{meeting.day}-session"),
        body=INDEPENDENT,
        kind=MeetingKind.SESSION,
        starts=begins,
        ends=begins + timedelta(minutes=minutes),
        place=meeting.place,
        parent=meeting.id,
        scheduled_on=meeting.scheduled_on,
    )
