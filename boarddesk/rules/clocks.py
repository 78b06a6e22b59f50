"""Clocks in business days of the SEC: from which fact, which days count, which do not, and when it ends."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from boarddesk.common.business_days import FRIDAY, sec_days
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case
from boarddesk.rules.params import Value
from boarddesk.rules.words import MONTHS, dates, listed, number, on, sentence

FORM_8K_DAYS = "form_8k_days"
CLOSINGS = "sec_closings"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CLOSED_FOR_ONCE = "SEC closed"
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
SPOKEN = re.compile(r"(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})")


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """So many business days of the SEC after a starting fact (Form 8-K, General Instruction B.1).

    Day one is the first business day after it, also where it fell on a weekend or holiday (`law.md` LC3).
    """

    fact: Row
    what: str
    starts: date
    days: int
    due: date
    counted: tuple[date, ...]
    skipped: tuple[tuple[date, str], ...]
    """The holidays and closings passed over, each with its name; weekends are not listed."""
    start_closed: str = ""
    """Why the day it starts on is no business day: “a Saturday”, “Veterans Day”."""
    relied: tuple[Value, ...] = ()

    @property
    def words(self) -> str:
        """As in “Four SEC business days after 9 Nov 2026: 10, …; not counted: 11 Nov 2026 (Veterans Day)”."""
        start = f"{on(self.starts)} ({self.start_closed})" if self.start_closed else on(self.starts)
        days = f"{number(self.days)} SEC business day{'s' if self.days != 1 else ''} after {start}"
        return sentence(f"{days}: {dates(self.counted)}.{f' Not counted: {self.passed_over}.' if self.skipped else ''}")

    @property
    def passed_over(self) -> str:
        """“11 Nov 2026 (Veterans Day)”; empty where no holiday lay in between."""
        return listed(f"{on(day)} ({name})" for day, name in self.skipped)


class _Count(msgspec.Struct, frozen=True):
    """The days of one clock, whoever it runs for."""

    counted: tuple[date, ...]
    skipped: tuple[tuple[date, str], ...]
    start_closed: str


def clock_from(case: Case, fact: Row, what: str, starts: date, days: Value) -> Clock:
    """The clock of so many business days that a fact starts on a day."""
    closed = case.once("closings of the SEC", _closings)
    count = _count(starts, days.number, closed)
    last = count.counted[-1]
    mattered = any(starts <= day <= last for day in closed)
    relied = (days, case.parameters.value(CLOSINGS, last)) if mattered else (days,)
    return Clock(
        fact=fact, what=what, starts=starts, days=days.number, due=last, counted=count.counted, skipped=count.skipped,
        start_closed=count.start_closed, relied=relied,
    )  # fmt: skip


def form_8k_clock(case: Case, fact: Row, what: str, starts: date) -> Clock:
    """The clock of a Form 8-K that a fact starts on a day."""
    return clock_from(case, fact, what, starts, case.parameters.value(FORM_8K_DAYS, starts))


# The same few days are counted at every evaluation, and asking the calendar of holidays is slow.
@lru_cache(maxsize=4096)
def _count(starts: date, days: int, closed: frozenset[date]) -> _Count:
    calendar = sec_days(closed)
    counted: list[date] = []
    day = starts
    for _ in range(days):
        day = calendar.following(day)
        counted.append(day)
    skipped = tuple((day, _name(name)) for day, name in calendar.skipped(starts, counted[-1]))
    why = f"a {WEEKDAYS[starts.weekday()]}" if starts.weekday() > FRIDAY else _name(calendar.holiday(starts))
    return _Count(tuple(counted), skipped, why)


def _name(reason: str) -> str:
    return CLOSED_FOR_ONCE if reason == "Closed" else reason


def _closings(case: Case) -> frozenset[date]:
    """The days on which the SEC was closed for once: those that the list in force on them names."""
    lists = [row.value for row in case.record.where(ParameterValue, "key", CLOSINGS)]
    listed_days = days_in([*lists, case.parameters.value(CLOSINGS, case.as_of).text])
    return frozenset(d for d in listed_days if d in days_in([case.parameters.value(CLOSINGS, d).text]))


def days_in(texts: Iterable[str]) -> frozenset[date]:
    """The days that lists name, written “9 Jan 2025” or “2025-01-09”; what is no day is passed over."""
    found: set[date] = set()
    for text in texts:
        parts = [(int(y), int(m), int(d)) for y, m, d in ISO.findall(text)]
        parts += [(int(y), MONTHS.index(m) + 1, int(d)) for d, m, y in SPOKEN.findall(text) if m in MONTHS]
        found.update(date(y, m, 1) + timedelta(days=d - 1) for y, m, d in parts if _is_day(y, m, d))
    return frozenset(found)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
