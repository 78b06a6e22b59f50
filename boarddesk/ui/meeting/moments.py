"""Times of a meeting's day as they are typed and as the clock gives them."""

import datetime as dt

from boarddesk.common import clock
from boarddesk.domain.meetings import Meeting
from boarddesk.services.workspace import Services


def moment_on(meeting: Meeting, at: dt.time | None, exact: dt.datetime | None = None) -> dt.datetime:
    """A time of day on the meeting's day; the seconds of `exact` are kept where the minute is the same."""
    if at is None:
        return exact or meeting.starts
    if exact is not None and (exact.hour, exact.minute) == (at.hour, at.minute):
        return exact
    begun = meeting.called_to_order or meeting.starts
    found = dt.datetime.combine(meeting.day, at)
    # Past midnight: a time of day well before the meeting began belongs to the next day.
    return found + dt.timedelta(days=1) if begun - found > dt.timedelta(hours=12) else found


def optional_moment(meeting: Meeting, at: dt.time | None, exact: dt.datetime | None = None) -> dt.datetime | None:
    """The same, or None where no time was typed."""
    return None if at is None else moment_on(meeting, at, exact)


def is_now(services: Services, meeting: Meeting) -> bool:
    """Whether the meeting is today, so that the clock gives the time of what happens."""
    return meeting.day == services.today


def clock_moment(services: Services, meeting: Meeting) -> dt.datetime:
    """Now, on the day the file is read on."""
    del meeting
    return dt.datetime.combine(services.today, clock.now().time())
