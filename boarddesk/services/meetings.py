"""Meetings for the list and for the head of one meeting: what it is, where it stands, what may be changed."""

from datetime import date, datetime

import msgspec

from boarddesk.domain.committees import Committee, CommitteeSeat
from boarddesk.domain.meetings import (
    AHEAD,
    BEGUN,
    BOARD,
    CALLED_OFF,
    INDEPENDENT,
    STOCKHOLDERS,
    AgendaRequest,
    Meeting,
    MeetingState,
)
from boarddesk.domain.minutes import FINAL, MinutesState, minutes_state
from boarddesk.domain.motions import Motion
from boarddesk.domain.people import Appointment
from boarddesk.domain.presence import attendees, roll_taken
from boarddesk.domain.record import Record
from boarddesk.domain.timeline import Service
from boarddesk.services.notice_terms import NoticeDue
from boarddesk.services.presiding import has_session, session_of
from boarddesk.services.words import body_short, clock_time, meeting_title, short_day, weekday_day
from boarddesk.services.workspace import Services

STATE_NAMES = {
    MeetingState.PLANNED: "Planned",
    MeetingState.NOTICED: "Notice given",
    MeetingState.IN_SESSION: "In session",
    MeetingState.RECESSED: "In recess",
    MeetingState.HELD: "Held",
    MeetingState.ADJOURNED: "Adjourned to a later date",
    MeetingState.POSTPONED: "Postponed",
    MeetingState.CANCELLED: "Cancelled",
    MeetingState.FAILED_QUORUM: "No quorum",
}
MINUTES_NAMES = {
    MinutesState.NONE: "",
    MinutesState.DRAFT: "Draft",
    MinutesState.CIRCULATED: "Circulated",
    MinutesState.APPROVED: "Approved",
    MinutesState.SEALED: "Sealed",
}
_LETTERS = {BOARD: "B", INDEPENDENT: "I", STOCKHOLDERS: "S"}


class MeetingLine(msgspec.Struct, frozen=True):
    """One meeting in the list; `present` reads “8 of 9”, and is empty where no roll is on record."""

    id: str
    starts: datetime
    all_day: bool
    title: str
    body: str
    body_name: str
    letter: str
    place: str
    state: MeetingState
    state_name: str
    present: str
    motions: int
    minutes: str
    group: str
    notice: str = ""
    """“by Mon 23 Nov, 09:00” while notice is to be given, else what is on record of it."""
    notice_near: bool = False
    """Whether the last moment for the notice is near or has passed."""

    @property
    def day(self) -> date:
        """The day it starts on."""
        return self.starts.date()


class MeetingHead(msgspec.Struct, frozen=True):
    """What stands over one meeting; `why_not` says why nothing can be changed, empty where it can."""

    meeting: Meeting
    title: str
    subtitle: str
    has_session: bool
    session: str | None
    why_not: str


def letter_of(record: Record, body: str) -> str:
    """The letter of a body in its square."""
    committee = record.find(Committee, body)
    return _LETTERS.get(body) or (committee.letter if committee and committee.letter else body[:1].upper())


def meeting_lines(services: Services) -> tuple[MeetingLine, ...]:
    """Every meeting of the record shown: today's, those ahead in order, then the past, the latest first."""
    record, today = services.shown, services.day
    members, due = _Members(record), NoticeDue(record, today)
    lines = [_line(record, meeting, today, members, due) for meeting in record.all(Meeting)]
    now = [line for line in lines if line.group == "Today"]
    ahead = [line for line in lines if line.group == "To come"]
    past = [line for line in lines if line.group not in {"Today", "To come"}]
    now.sort(key=lambda line: (line.starts, line.id))
    ahead.sort(key=lambda line: (line.starts, line.id))
    past.sort(key=lambda line: (line.starts, line.id), reverse=True)
    return (*now, *ahead, *past)


def _line(record: Record, meeting: Meeting, today: date, members: "_Members", due: NoticeDue) -> MeetingLine:
    notice, near = due.words(meeting)
    group = "Today" if meeting.day == today else "To come" if meeting.day > today else str(meeting.day.year)
    return MeetingLine(
        id=meeting.id,
        starts=meeting.starts,
        all_day=meeting.all_day,
        title=meeting_title(record, meeting),
        body=meeting.body,
        body_name=body_short(record, meeting.body),
        letter=letter_of(record, meeting.body),
        place=meeting.place,
        state=meeting.state,
        state_name=STATE_NAMES[meeting.state],
        present=present_words(record, meeting, members),
        motions=len(record.where(Motion, "meeting", meeting.id)),
        minutes=MINUTES_NAMES[minutes_state(record, meeting)],
        group=group,
        notice=notice,
        notice_near=near,
    )


class _Members:
    """The members of any body on any day: each body's time line is laid once for the whole list."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._served: dict[str, Service[Appointment] | Service[CommitteeSeat]] = {}

    def on(self, body: str, day: date) -> tuple[str, ...]:
        """As `domain.terms.members_on` gives them."""
        if body not in self._served:
            if self._record.find(Committee, body) is None:
                self._served[body] = Service(self._record.all(Appointment))
            else:
                self._served[body] = Service(self._record.where(CommitteeSeat, "committee", body))
        return self._served[body].people(day)


def present_words(record: Record, meeting: Meeting, members_by: _Members) -> str:
    """“8 of 9”: the members who were there at some time, of those in office on the day."""
    if not roll_taken(record, meeting):
        return ""
    members = tuple(dict.fromkeys(p for body in meeting.bodies for p in members_by.on(body, meeting.day)))
    here = [person for person in attendees(record, meeting) if person in members]
    return f"{len(here)} of {len(members)}"


def meeting_head(services: Services, meeting: str) -> MeetingHead | None:
    """The head of one meeting; None where the record shown does not have it."""
    record = services.shown
    found = record.find(Meeting, meeting)
    if found is None:
        return None
    session = session_of(record, found) if has_session(found) else None
    return MeetingHead(
        meeting=found,
        title=meeting_title(record, found),
        subtitle=_subtitle(found),
        has_session=has_session(found),
        session=session.id if session else None,
        why_not=why_not(services, found),
    )


def _subtitle(meeting: Meeting) -> str:
    day = weekday_day(meeting.day)
    if meeting.state in AHEAD:
        hours = "" if meeting.all_day else f", {clock_time(meeting.starts)}"
        emergency = ", called in an emergency" if meeting.emergency else ""
        return f"{day}{hours}{emergency}, {STATE_NAMES[meeting.state].lower()}"
    if meeting.state in BEGUN and meeting.called_to_order:
        closed = f", adjourned {clock_time(meeting.adjourned)}" if meeting.adjourned else ""
        return f"{day}, called to order {clock_time(meeting.called_to_order)}{closed}"
    return f"{day}, {STATE_NAMES[meeting.state].lower()}"


def why_not_now(services: Services) -> str:
    """Why nothing can be written now: the file can only be read, or another day is shown; empty where it can."""
    if services.why_read_only:
        return f"The file can only be read. {services.why_read_only}"
    if services.day != services.today:
        return f"You are looking at {short_day(services.day)}. Go back to today to change the record."
    return ""


def why_not(services: Services, meeting: Meeting | None = None) -> str:
    """Why a meeting, or anything, cannot be changed now: one sentence; empty where it can."""
    now = why_not_now(services)
    if now:
        return now
    if meeting is not None and minutes_state(services.shown, meeting) in FINAL:
        return "The minutes are approved. A memorandum of correction corrects them."
    if meeting is not None and meeting.minutes_circulated_on is not None:
        return "The minutes were circulated. Take them back to draft, or supersede a motion by a new one."
    if meeting is not None and meeting.state in CALLED_OFF:
        return f"The meeting was {STATE_NAMES[meeting.state].lower()}."
    return ""


def meeting_of_target(record: Record, kind: str, row_id: str) -> str | None:
    """The meeting that a row of the record belongs to, for finding it in the window; None where there is none."""
    from boarddesk.domain.tables import BY_NAME

    table = BY_NAME.get(kind)
    row = record.find(table, row_id) if table else None
    if isinstance(row, Meeting):
        return row.id
    if isinstance(row, AgendaRequest) and row.meeting is None:
        # Not placed yet: it waits beside the agenda of the board's next meeting.
        ahead = [meeting for meeting in record.where(Meeting, "body", BOARD) if meeting.state in AHEAD]
        return min(ahead, key=lambda meeting: meeting.starts).id if ahead else None
    motion = getattr(row, "motion", None)
    if motion is not None:
        row = record.find(Motion, motion)
    found: str | None = getattr(row, "meeting", None)
    return found
