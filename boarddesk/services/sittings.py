"""The sittings of a meeting: its recesses, the days it sits on, and the meetings it goes on with."""

from datetime import date, datetime, timedelta

from boarddesk.domain.meetings import BOARD, Meeting, MeetingState, Recess
from boarddesk.domain.record import Record
from boarddesk.services.words import clock_time, day_month


def recesses_of(record: Record, meeting: str) -> tuple[Recess, ...]:
    """The pauses within a meeting, in order of time."""
    return tuple(sorted(record.where(Recess, "meeting", meeting), key=lambda pause: (pause.start, pause.id)))


def open_recess(record: Record, meeting: Meeting) -> Recess | None:
    """The recess that has not ended, or None."""
    return next((pause for pause in recesses_of(record, meeting.id) if pause.end is None), None)


def sitting_days(record: Record, meeting: Meeting) -> tuple[date, ...]:
    """The days on which it sat: that of its start, and those on which it was resumed."""
    resumed = (pause.end.date() for pause in recesses_of(record, meeting.id) if pause.end is not None)
    return tuple(sorted({meeting.day, *(day for day in resumed if day > meeting.day)}))


def sitting_day(record: Record, meeting: Meeting, at: datetime | None = None) -> date:
    """The day of the sitting to which a moment belongs; the latest sitting where none is given."""
    days = sitting_days(record, meeting)
    return next((day for day in reversed(days) if at is None or day <= at.date()), days[0])


def last_day(record: Record, meeting: Meeting) -> date:
    """The last day of which the record of the meeting can tell: a sitting may run past midnight."""
    return sitting_days(record, meeting)[-1] + timedelta(days=1)


def paused_minutes(record: Record, meeting: Meeting, start: datetime, end: datetime) -> int:
    """How many whole minutes of [start, end) the meeting was in recess."""
    seconds = 0.0
    for pause in recesses_of(record, meeting.id):
        low, high = max(pause.start, start), min(pause.end or end, end)
        seconds += max(0.0, (high - low).total_seconds())
    return int(seconds // 60)


def time_at(meeting: Meeting, at: datetime | None) -> str:
    """“14:02”, and with its date where that is not the day of the meeting: “13 Nov, 09:05”."""
    if at is None or at.date() == meeting.day:
        return clock_time(at)
    return f"{day_month(at.date())}, {clock_time(at)}"


def before(record: Record, meeting: Meeting) -> Meeting | None:
    """The adjourned meeting that this one goes on with, or None."""
    if meeting.continues is not None:
        return record.find(Meeting, meeting.continues)
    adjourned = (m for m in record.where(Meeting, "moved_to", meeting.id) if m.state is MeetingState.ADJOURNED)
    return next(adjourned, None)


def in_order(bodies: tuple[str, ...]) -> tuple[str, ...]:
    """The bodies of a joint meeting, the Board first: what holds of its meetings then holds of this one."""
    return tuple(sorted(dict.fromkeys(bodies), key=lambda body: body != BOARD))
