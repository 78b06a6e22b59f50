"""Cure clocks of Nasdaq's rules (`law.md` 2): they belong to law, never to a guideline."""

from datetime import date, timedelta
from typing import NamedTuple

from boarddesk.domain.meetings import Meeting
from boarddesk.rules.case import Case
from boarddesk.rules.judge import Judge
from boarddesk.rules.months import add_months
from boarddesk.rules.params import Value
from boarddesk.rules.words import on


class Deadline(NamedTuple):
    """The last day of a cure period, why that day, and the values it relied on."""

    day: date
    why: str
    meeting: Meeting | None
    relied: tuple[Value, ...]


def cure_deadline(case: Case, judge: Judge, event: date, months_key: str, near_key: str = "") -> Deadline:
    """The next annual meeting or so many months, whichever is earlier; a fixed number of days where it is near.

    Without `near_key` a near annual meeting ends the period itself.
    """
    months = judge.value(months_key, event)
    near = judge.value(near_key, event) if near_key else None
    relied = (months,) if near is None else (months, near)
    limit = add_months(event, months.number)
    meeting = case.next_annual_meeting(event)
    day = meeting.starts.date() if meeting is not None else None
    if day is None or day > limit:
        calendar = "" if meeting else "; no later annual meeting is on the calendar"
        return Deadline(limit, f"{months.used.value} after the event{calendar}", None, relied)
    if near is not None and (day - event).days <= near.number:
        end = event + timedelta(days=near.number)
        why = f"{near.used.value} after the event, as the annual meeting of {on(day)} is near"
        return Deadline(end, why, meeting, relied)
    return Deadline(day, "the next annual meeting", meeting, relied)
