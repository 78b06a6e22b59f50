"""How long before a meeting its notice is to be given, and until when that can be done."""

from datetime import date, datetime, time, timedelta

import msgspec

from boarddesk.domain.meetings import Meeting

HOURS_A_DAY = 24
IN_DAYS = 72
"""Hours from which a period of whole days is said in days."""
END_OF_DAY = time(23, 59)


class NoticePeriod(msgspec.Struct, frozen=True):
    """The period for one meeting: hours for directors, days for stockholders; None where it is not on record.

    `citation` names the bylaw or statute, `manner` how notice is given by the bylaws, as the company set it.
    """

    hours: int | None = None
    days_least: int | None = None
    days_most: int | None = None
    citation: str = ""
    manner: str = ""
    manner_citation: str = ""

    @property
    def known(self) -> bool:
        """Whether a period is on record, be it that none is asked for."""
        return self.hours is not None or self.days_least is not None

    @property
    def none_asked(self) -> bool:
        """Whether no notice is asked for."""
        return self.hours == 0

    @property
    def words(self) -> str:
        """“10 days”, “48 hours”, “10 to 60 days”; empty where it is not on record."""
        if self.days_least is not None:
            return f"{self.days_least} to {self.days_most} days" if self.days_most else f"{self.days_least} days"
        if self.hours is None:
            return ""
        if self.hours >= IN_DAYS and self.hours % HOURS_A_DAY == 0:
            return f"{self.hours // HOURS_A_DAY} days"
        return f"{self.hours} hour{'' if self.hours == 1 else 's'}"

    def last_moment(self, meeting: Meeting) -> datetime | None:
        """The last moment at which notice is still in time; the end of the day where days are counted."""
        if self.days_least is not None:
            return datetime.combine(meeting.day - timedelta(days=self.days_least), END_OF_DAY)
        if not self.hours:
            return None
        starts = datetime.combine(meeting.day, time.min) if meeting.all_day else meeting.starts
        return starts - timedelta(hours=self.hours)

    def first_day(self, meeting: Meeting) -> date | None:
        """The first day on which notice to stockholders may be given."""
        return meeting.day - timedelta(days=self.days_most) if self.days_most is not None else None

    def earliest_start(self, now: datetime) -> datetime | None:
        """The earliest start of a meeting of which notice is given now; None where no period is on record."""
        return None if self.hours is None else now + timedelta(hours=self.hours)

    @property
    def by_day(self) -> bool:
        """Whether the deadline is a day, without an hour."""
        return self.days_least is not None
