"""The only place that asks what day or time it is; `BOARDDESK_TODAY`, when set, is today."""

import os
from datetime import UTC, date, datetime

from boarddesk.common.errors import UserError
from boarddesk.common.years import can_be_meant


def today() -> date:
    """Today in the machine's own time zone, or the day named by `BOARDDESK_TODAY` (ISO)."""
    fixed = os.environ.get("BOARDDESK_TODAY")
    if not fixed:
        return datetime.now().astimezone().date()
    try:
        found = date.fromisoformat(fixed)
    except ValueError:
        found = date.min
    if can_be_meant(found.year):
        return found
    raise UserError(f"BOARDDESK_TODAY is “{fixed}”, which is no day.", "", "Write it as 2026-11-12.")


def now() -> datetime:
    """Now as local wall-clock time without a zone, to the second, on the day that `today` gives."""
    moment = datetime.now().astimezone().replace(tzinfo=None, microsecond=0)
    return datetime.combine(today(), moment.time())


def stamp() -> str:
    """Now in UTC as ISO text with microseconds: the time of a journal row."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
