"""Words of printed documents: numbers, joined names, dates, times and where lines may not break."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from boarddesk.common import times
from boarddesk.common.text import runs

NBSP = "\u00a0"
NOT_RECORDED = "not recorded"
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ZONES = {
    "America/New_York": "Eastern Time",
    "America/Detroit": "Eastern Time",
    "America/Toronto": "Eastern Time",
    "America/Chicago": "Central Time",
    "America/Denver": "Mountain Time",
    "America/Phoenix": "Mountain Standard Time",
    "America/Los_Angeles": "Pacific Time",
    "America/Anchorage": "Alaska Time",
    "Pacific/Honolulu": "Hawaii Time",
    "UTC": "UTC",
    "Etc/UTC": "UTC",
}
_NO_BREAK = (
    (re.compile(rf"\b({'|'.join(_MONTHS)}) (?=\d)"), rf"\1{NBSP}"),
    (
        re.compile(r"\b(Mr\.|Ms\.|Mrs\.|Dr\.|Prof\.|Tab|Item|Exhibit|Rule|Class|Annex|Tabs|Items) (?=\w)"),
        rf"\1{NBSP}",
    ),
    (re.compile(r"\b(items?|motion|action) (?=[\dA-Z]*-?\d)"), rf"\1{NBSP}"),
    (re.compile(r"(§§?) (?=[\d(])"), rf"\1{NBSP}"),
    (re.compile(r"(?<=\d) (?=[ap]\.m\.)"), NBSP),
    (re.compile(r"\b(\d{1,2}) (?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b)"), rf"\1{NBSP}"),
)
_SHORT_DATE = re.compile(r"\b\d{1,2}\u00a0[A-Z][a-z]{2} (?=\d{4})")


def no_break(text: str) -> str:
    """Plain text with no-break spaces where a line may not end (run before any markup is added)."""
    for pattern, replacement in _NO_BREAK:
        text = pattern.sub(replacement, text)
    return _SHORT_DATE.sub(lambda m: m.group().replace(" ", NBSP), text)


def number_word(count: int, *, capital: bool = False) -> str:
    """Counts in running text: words up to ten ("no" for zero), figures beyond."""
    word = _WORDS[count] if 0 <= count < len(_WORDS) else f"{count:,}"
    return word[:1].upper() + word[1:] if capital else word


def counted(count: int, one: str, many: str = "", *, capital: bool = False) -> str:
    """A counted noun in running text, e.g. "eight directors", "one director"."""
    return f"{number_word(count, capital=capital)} {one if count == 1 else many or one + 's'}"


def joined(parts: Sequence[str], last: str = "and") -> str:
    """Names in a row: "A", "A and B", "A, B and C"."""
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def ranges(numbers: Sequence[int]) -> str:
    """Item numbers in a row, runs of three or more as a span: "1–6 and 8–13", "7 and 9"."""
    return joined(runs(numbers))


def capital(text: str) -> str:
    """The text with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Text as a sentence: trimmed, first letter in upper case, closed by a stop."""
    text = text.strip()
    if not text:
        return ""
    return capital(text) if text[-1] in ".!?:;”" else f"{capital(text)}."


def long_date(day: date) -> str:
    """Running text: "October 22, 2026"."""
    return f"{_MONTHS[day.month - 1]}{NBSP}{day.day}, {day.year}"


def weekday_date(day: date) -> str:
    """Subtitles: "Thursday, October 22, 2026"."""
    return f"{_DAYS[day.weekday()]}, {long_date(day)}"


def short_date(day: date) -> str:
    """Tables, rail, header and footer: "22 Oct 2026"."""
    return f"{day.day}{NBSP}{_MONTHS[day.month - 1][:3]}{NBSP}{day.year}"


def clock(at: time | datetime) -> str:
    """A time of day: "9:32 a.m."; 12:00 p.m. is noon."""
    return times.clock(at, NBSP)


def span(start: time | datetime, end: time | datetime) -> str:
    """From when to when, the meridiem once where it is the same: "11:32–11:44 a.m."."""
    return times.from_to(start, end, "–", NBSP)


def bare_clock(at: time | datetime) -> str:
    """A time without its meridiem, for narrow tables: "11:05"."""
    return times.figures(at)


def zone_name(zone: str) -> str:
    """What a person calls a time zone: "Eastern Time"; unknown zones by their city."""
    return _ZONES.get(zone, f"{zone.rpartition('/')[2].replace('_', ' ')} time")
