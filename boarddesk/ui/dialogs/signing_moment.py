"""When a consent was signed, delivered, or counts from: a day, and a time that may be left open."""

import datetime as dt

from boarddesk.ui.kit.fields import DateField, TimeField

NOON = dt.time(12)


def moment(day: DateField, at: TimeField) -> dt.datetime | None:
    """The moment of two fields, noon where no time is given; None without a day."""
    found = day.date()
    return dt.datetime.combine(found, at.time() or NOON) if found is not None else None
