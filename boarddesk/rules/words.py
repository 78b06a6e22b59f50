"""Words of findings: dates, clock times, lists and counts, as a person reads them."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

from boarddesk.common import times

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@lru_cache(maxsize=8192)
def on(day: date) -> str:
    """“13 Aug 2026”."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short(day: date) -> str:
    """“13 Aug”, where the year is plain."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def at(moment: datetime) -> str:
    """“12:10 p.m.”."""
    return times.clock(moment)


def stopped(text: str) -> str:
    """The text with a full stop at its end, one alone where it ends in “p.m.”."""
    return text if text.endswith(".") else f"{text}."


def listed(words: Iterable[str]) -> str:
    """“A, B and C”."""
    found = tuple(words)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""


def dates(days: Iterable[date]) -> str:
    """“12 Feb, 14 May and 22 Oct 2026”: the year once where all share it."""
    found = tuple(dict.fromkeys(days))
    if len({day.year for day in found}) > 1 or len(found) < 2:
        return listed(on(day) for day in found)
    return f"{listed([*(short(day) for day in found[:-1]), on(found[-1])])}"


def number(count: int) -> str:
    """“three” up to ten, then figures; “no” for none."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def counted(count: int, one: str, many: str = "") -> str:
    """“one session”, “three sessions”, “no sessions”."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """The text with a capital letter at its head."""
    return text[:1].upper() + text[1:]
