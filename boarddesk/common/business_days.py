"""Business days as the SEC counts them, and as the market trades: two calendars that differ (`law.md` 0.13)."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from boarddesk.common import resources

FRIDAY = 4
ONE_DAY = timedelta(days=1)


class Calendar(StrEnum):
    """SEC: federal holidays, for every legal clock. MARKET: the exchange's, for planning meetings."""

    SEC = "sec"
    MARKET = "market"


LISTED = range(1971, 2101)
"""The years whose holidays are kept as a list: the library that knows them takes a tenth of a second to import."""


@cache
def _listed(calendar: Calendar) -> dict[date, str]:
    """The calendar's holidays of the listed years, by day; a test holds the list to the library."""
    text = resources.path("calendars", f"{calendar}.csv").read_text(encoding="utf-8")
    rows = (line.split(",", 1) for line in text.splitlines())
    return {date.fromisoformat(day): name for day, name in rows}


@cache
def _library(calendar: Calendar) -> Any:
    """The library's holidays, which fill in a year when first asked; imported late, it takes a while."""
    import holidays

    if calendar is Calendar.SEC:
        return holidays.country_holidays("US")
    return holidays.financial_holidays("NYSE")


class BusinessDays:
    """Counts business days on one calendar; `closings` are days closed for once, beside the holidays."""

    def __init__(self, calendar: Calendar, closings: Iterable[date] = ()) -> None:
        self.calendar = calendar
        self.closings = frozenset(closings)

    def holiday(self, day: date) -> str:
        """Why a weekday is no business day; empty for an ordinary one."""
        if day in self.closings:
            return "Closed"
        known = _listed(self.calendar) if day.year in LISTED else _library(self.calendar)
        name: str | None = known.get(day)
        return name or ""

    def is_open(self, day: date) -> bool:
        """Whether `day` is a business day."""
        return day.weekday() <= FRIDAY and not self.holiday(day)

    def following(self, day: date) -> date:
        """The first business day after `day`."""
        found = day + ONE_DAY
        while not self.is_open(found):
            found += ONE_DAY
        return found

    def after(self, event: date, count: int) -> date:
        """The `count`th business day after an event; the first is the business day that follows it."""
        day = event
        for _ in range(count):
            day = self.following(day)
        return day

    def between(self, first: date, last: date) -> int:
        """How many business days lie after `first`, up to and with `last`."""
        return sum(self.is_open(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))

    def skipped(self, first: date, last: date) -> tuple[tuple[date, str], ...]:
        """The weekdays after `first`, up to and with `last`, that are not counted, each with its reason."""
        days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
        return tuple((day, why) for day in days if day.weekday() <= FRIDAY and (why := self.holiday(day)))


def sec_days(closings: Iterable[date] = ()) -> BusinessDays:
    """Business days of the SEC: federal holidays off, and the closings that the company lists."""
    return BusinessDays(Calendar.SEC, closings)


def market_days(closings: Iterable[date] = ()) -> BusinessDays:
    """Days on which the market trades."""
    return BusinessDays(Calendar.MARKET, closings)
