"""Fiscal years and quarters, named by the year in which they end."""

import calendar
from datetime import date, timedelta
from functools import cache

import msgspec

MONTHS_A_QUARTER = 3
QUARTERS = 4


class Quarter(msgspec.Struct, frozen=True, order=True):
    """A fiscal quarter: `year` is the fiscal year, `number` 1 to 4."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"

    @property
    def label(self) -> str:
        """`Q3 2026`, for a person."""
        return f"Q{self.number} {self.year}"

    def next(self) -> "Quarter":
        """The quarter after."""
        return Quarter(self.year, self.number + 1) if self.number < QUARTERS else Quarter(self.year + 1, 1)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@cache
def _year_ends(month_and_day: str, year: int) -> date:
    last = _month_end(year, int(month_and_day[:2]))
    return last.replace(day=min(int(month_and_day[3:]), last.day))


class FiscalCalendar(msgspec.Struct, frozen=True):
    """Turns days into fiscal periods, from the fiscal year end `MM-DD` (02-29 means the end of February)."""

    year_end: str = "12-31"

    def year_ends(self, year: int) -> date:
        """The last day of the fiscal year `year`."""
        return _year_ends(self.year_end, year)

    def year_starts(self, year: int) -> date:
        """The first day of the fiscal year `year`."""
        return self.year_ends(year - 1) + timedelta(days=1)

    def year_of(self, day: date) -> int:
        """The fiscal year that `day` falls in."""
        return day.year if day <= self.year_ends(day.year) else day.year + 1

    def quarter_ends(self, quarter: Quarter) -> date:
        """The last day of a quarter: month ends, the fourth ending with the fiscal year."""
        if quarter.number == QUARTERS:
            return self.year_ends(quarter.year)
        end = self.year_ends(quarter.year)
        months = (end.year * 12 + end.month - 1) - MONTHS_A_QUARTER * (QUARTERS - quarter.number)
        last = _month_end(months // 12, months % 12 + 1)
        at_month_end = end.day == _month_end(end.year, end.month).day
        return last if at_month_end else last.replace(day=min(end.day, last.day))

    def quarter_starts(self, quarter: Quarter) -> date:
        """The first day of a quarter."""
        if quarter.number == 1:
            return self.year_starts(quarter.year)
        return self.quarter_ends(Quarter(quarter.year, quarter.number - 1)) + timedelta(days=1)

    def quarter_of(self, day: date) -> Quarter:
        """The fiscal quarter that `day` falls in."""
        year = self.year_of(day)
        return next(q for q in self.quarters(year) if day <= self.quarter_ends(q))

    def quarters(self, year: int) -> tuple[Quarter, ...]:
        """The four quarters of a fiscal year."""
        return tuple(Quarter(year, number) for number in range(1, QUARTERS + 1))

    def quarter_of_period(self, period: str) -> Quarter | None:
        """The quarter that a finding's period is or lies in, “2026-Q3” or “2026-11-12”; None of a year, “FY2026”."""
        if period.startswith("FY"):
            return None
        year, _, number = period.partition("-Q")
        return Quarter(int(year), int(number)) if number else self.quarter_of(date.fromisoformat(period))

    def year_of_period(self, period: str) -> int:
        """The fiscal year that a finding's period is or lies in."""
        quarter = self.quarter_of_period(period)
        return int(period.removeprefix("FY")) if quarter is None else quarter.year
