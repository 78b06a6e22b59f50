"""Dates, times and amounts as a person types and reads them in the window."""

import re
from datetime import date, time, timedelta

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\.?[ ,]*([A-Za-z]{3,9})\.?[ ,]*(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?[ ,]*(\d{1,2})(?:st|nd|rd|th)?[ ,]+(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_TIME = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap])?\.?\s*m?\.?", re.IGNORECASE)
_AMOUNT = re.compile(r"\$?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?")


def show_date(day: date | None, *, weekday: bool = False) -> str:
    """A date as the window writes it: "12 Nov 2026", or "Thu 12 Nov 2026"."""
    if day is None:
        return ""
    shown = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {shown}" if weekday else shown


def read_date(text: str) -> date | None:
    """A date from "12 Nov 2026", "November 12, 2026", "11/12/2026" (month first) or "2026-11-12"."""
    text = re.sub(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[ ,]+", "", text.strip(), flags=re.IGNORECASE)
    try:
        if found := _ISO.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _SLASHES.fullmatch(text):
            return date(int(found[3]), int(found[1]), int(found[2]))
        if (found := _DAY_FIRST.fullmatch(text)) and (month := _month(found[2])):
            return date(int(found[3]), month, int(found[1]))
        if (found := _MONTH_FIRST.fullmatch(text)) and (month := _month(found[1])):
            return date(int(found[3]), month, int(found[2]))
    except ValueError:
        return None
    return None


def _month(word: str) -> int:
    """The number of a month's name of three letters or more; 0 for another word."""
    names = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
    word = word.casefold()
    return next((n for n, name in enumerate(names, 1) if name.startswith(word) or word == "sept" == name[:4]), 0)


def show_time(at: time | None) -> str:
    """A time as the window writes it: "14:02"."""
    return "" if at is None else f"{at.hour:02}:{at.minute:02}"


def read_time(text: str) -> time | None:
    """A time from "14:02", "1402", "2:02 pm" or "9"."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    digits, minutes, half = found[1], found[2], (found[3] or "").casefold()
    hour, minute = int(digits), int(minutes or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def show_amount(cents: int | None) -> str:
    """An amount in US dollars with cents: "188,400.00"."""
    return "" if cents is None else f"{cents // 100:,}.{cents % 100:02}"


def read_amount(text: str) -> int | None:
    """Cents from "188,400", "$1,234.5" or "120000.01"; None when it is no amount."""
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    return int(found[1].replace(",", "")) * 100 + int((found[2] or "0").ljust(2, "0"))


def next_day(day: date, days: int) -> date:
    """The date some days later or, negative, earlier; the same date at the ends of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
