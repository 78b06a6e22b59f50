"""Arithmetic in calendar months, for look-backs and intervals."""

import calendar
from datetime import date

SHORTEST = 28
"""Every month has so many days."""


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= SHORTEST:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
