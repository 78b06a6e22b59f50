"""Times of a meeting's days as they are typed and as the clock gives them."""

import datetime as dt

from boarddesk.common import clock
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.record import Record
from boarddesk.services.live_order import last_entry
from boarddesk.services.meeting_checks import RUNNING
from boarddesk.services.sittings import last_day, open_recess, sitting_day, sitting_days
from boarddesk.services.words import weekday_day
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.choice_field import ChoiceField


def moment_on(
    meeting: Meeting, at: dt.time | None, exact: dt.datetime | None = None, day: dt.date | None = None
) -> dt.datetime:
    """A time of day on the meeting's day, or on another day of its sittings.

    The seconds of `exact` are kept where the minute, and the day, is the same.
    """
    if at is None:
        return exact or meeting.starts
    same_day = exact is not None and (day is None or exact.date() == day)
    if exact is not None and same_day and (exact.hour, exact.minute) == (at.hour, at.minute):
        return exact
    begun = meeting.called_to_order or meeting.starts
    found = dt.datetime.combine(day or meeting.day, at)
    # Past midnight: a time of day well before the meeting began belongs to the next day.
    return found + dt.timedelta(days=1) if begun - found > dt.timedelta(hours=12) else found


def optional_moment(
    meeting: Meeting, at: dt.time | None, exact: dt.datetime | None = None, day: dt.date | None = None
) -> dt.datetime | None:
    """The same, or None where no time was typed."""
    return None if at is None else moment_on(meeting, at, exact, day)


def is_now(services: Services, meeting: Meeting) -> bool:
    """Whether the meeting is today, or goes on today, so that the clock gives the time of what happens."""
    if meeting.state not in RUNNING:
        return meeting.day == services.today
    return meeting.day <= services.today <= last_day(services.record, meeting)


def clock_moment(services: Services, meeting: Meeting) -> dt.datetime:
    """Now, on the day the file is read on."""
    del meeting
    return dt.datetime.combine(services.today, clock.now().time())


def typed_moment(services: Services, meeting: Meeting, at: dt.time | None) -> dt.datetime:
    """A time typed for what comes next: on the day of the latest sitting, or the next one after a recess overnight."""
    record = services.record
    day = sitting_day(record, meeting)
    found = moment_on(meeting, at, meeting.adjourned, day if day != meeting.day else None)
    pause = open_recess(record, meeting)
    overnight = pause is not None and found < pause.start.replace(second=0, microsecond=0)
    return found + dt.timedelta(days=1) if overnight else found


def begin_moment(services: Services, parent: Meeting) -> dt.datetime:
    """When a session begins: now where the Board met today, else when the Board meeting ended."""
    now = clock_moment(services, parent)
    ended = parent.adjourned or last_entry(services.record, parent) or parent.starts
    today = sitting_day(services.record, parent) == services.today
    return max(now, ended) if today else ended


def day_for(record: Record, meeting: Meeting, at: dt.datetime | None) -> dt.date | None:
    """The day of the sitting to which a moment belongs; None where that is the meeting's own day."""
    day = sitting_day(record, meeting, at)
    return None if day == meeting.day else day


class DayChoice(ChoiceField):
    """The day of a sitting, hidden where the meeting sat on one day alone."""

    def __init__(self, record: Record, meeting: Meeting, at: dt.datetime | None) -> None:
        days = sitting_days(record, meeting)
        super().__init__([(day, weekday_day(day)) for day in days], value=sitting_day(record, meeting, at))
        self.several = len(days) > 1
        self._own = meeting.day

    def day(self) -> dt.date | None:
        """The day chosen; None where it is the meeting's own."""
        chosen: dt.date | None = self.value()
        return None if chosen == self._own else chosen
