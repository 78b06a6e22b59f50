"""Home's card of the next meeting: when it is, and which steps of its preparation the record can show."""

from datetime import date

import msgspec

from boarddesk.domain.meetings import AHEAD, BOARD, AgendaItem, Meeting, MeetingKind, MeetingState
from boarddesk.domain.minutes import MinutesState, minutes_state
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.services.notice_terms import NoticeDue
from boarddesk.services.words import meeting_title, short_day, weekday_day


class Step(msgspec.Struct, frozen=True):
    """One step of the preparation: done or not, in words, with its day where there is one."""

    done: bool
    words: str
    when: str = ""


class NextMeeting(msgspec.Struct, frozen=True):
    """The next meeting and its steps; `left` says in how many days."""

    meeting: Meeting
    title: str
    when: str
    left: str
    steps: tuple[Step, ...]

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(step.done for step in self.steps)


def meetings_of_today(record: Record, day: date) -> tuple[Meeting, ...]:
    """Meetings that are to be held or are under way on the day, in order of time."""
    open_states = AHEAD | {MeetingState.IN_SESSION, MeetingState.RECESSED}
    found = [m for m in record.all(Meeting) if m.day == day and m.state in open_states and m.parent is None]
    return tuple(sorted(found, key=lambda meeting: meeting.starts))


def next_meeting(record: Record, day: date) -> NextMeeting | None:
    """The next regular board meeting after today, else the next meeting of any body."""
    ahead = sorted(
        (m for m in record.all(Meeting) if m.state in AHEAD and m.day > day and m.parent is None),
        key=lambda meeting: meeting.starts,
    )
    board = [m for m in ahead if m.body == BOARD and m.kind is MeetingKind.REGULAR]
    meeting = next(iter(board or ahead), None)
    if meeting is None:
        return None
    days = (meeting.day - day).days
    left = "tomorrow" if days == 1 else f"in {days} days"
    return NextMeeting(meeting, meeting_title(record, meeting), when_words(meeting), left, steps_of(record, meeting))


def when_words(meeting: Meeting) -> str:
    """“Thu 3 Dec 2026, 09:00 to 13:30”."""
    hours = "" if meeting.all_day else f", {meeting.starts:%H:%M}"
    if hours and meeting.ends is not None:
        hours += f" to {meeting.ends:%H:%M}"
    return f"{weekday_day(meeting.day)}{hours}"


def steps_of(record: Record, meeting: Meeting) -> tuple[Step, ...]:
    """The steps of a meeting's preparation that the record can show, done or not."""
    steps = [Step(True, "On the calendar", short_day(meeting.scheduled_on) if meeting.scheduled_on else "")]
    steps.append(
        Step(
            meeting.notice_on is not None or meeting.notice_waived,
            "Notice waived" if meeting.notice_waived else "Notice given",
            short_day(meeting.notice_on) if meeting.notice_on else NoticeDue(record, meeting.day).words(meeting)[0],
        )
    )
    items = record.where(AgendaItem, "meeting", meeting.id)
    count = len(items)
    words = f"Agenda: {count} {'item' if count == 1 else 'items'}" if items else "Agenda drawn up"
    steps.append(Step(bool(items), words))
    if items:
        led = sum(item.presenter is not None or bool(item.presenter_note) for item in items)
        steps.append(Step(led == count, f"Presenters named: {led} of {count}"))
        papers = len(record.where(Paper, "meeting", meeting.id))
        steps.append(Step(papers > 0, f"Papers in: {papers}"))
    if meeting.body == BOARD and meeting.kind is MeetingKind.REGULAR:
        sessions = record.where(Meeting, "parent", meeting.id)
        steps.append(Step(bool(sessions), "Independent session after it"))
    steps.extend(_prior_minutes(record, meeting))
    return tuple(steps)


def _prior_minutes(record: Record, meeting: Meeting) -> list[Step]:
    """Whether the minutes of the body's last meeting are out for approval."""
    before = [
        m
        for m in record.where(Meeting, "body", meeting.body)
        if m.starts < meeting.starts and m.state is MeetingState.HELD
    ]
    if not before:
        return []
    last = max(before, key=lambda row: row.starts)
    out = minutes_state(record, last) in {MinutesState.CIRCULATED, MinutesState.APPROVED, MinutesState.SEALED}
    circulated = short_day(last.minutes_circulated_on) if last.minutes_circulated_on else ""
    return [Step(out, f"Minutes of {short_day(last.day)} circulated", circulated)]
