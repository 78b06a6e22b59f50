"""Two meetings at once that want the same persons or the same room."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import msgspec

from boarddesk.domain.meetings import AHEAD, BEGUN, BOARD, INDEPENDENT, STOCKHOLDERS, Meeting
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on

ONE_DAY = timedelta(days=1)
COMMITTEE_LENGTH = timedelta(minutes=90)
ANNUAL_LENGTH = timedelta(hours=1)
STANDS = AHEAD | BEGUN
REMOTE = ("by video", "by telephone", "by phone")


class Clash(msgspec.Struct, frozen=True):
    """Two meetings at overlapping times that share members or a room; shown, never forbidden."""

    first: Meeting
    second: Meeting
    persons: tuple[str, ...]
    place: str = ""


def end_of(record: Record, meeting: Meeting) -> datetime:
    """When a meeting ends: as adjourned or planned, else after the usual length for its kind."""
    planned = meeting.adjourned or meeting.ends
    if planned is not None and planned > meeting.starts:
        return planned
    habits = record.company.habits
    lengths = {
        BOARD: timedelta(hours=habits.hours),
        INDEPENDENT: timedelta(minutes=habits.session_minutes),
        STOCKHOLDERS: ANNUAL_LENGTH,
    }
    return meeting.starts + lengths.get(meeting.body, COMMITTEE_LENGTH)


def clashes(record: Record, meetings: Iterable[Meeting]) -> tuple[Clash, ...]:
    """Persons and rooms that these meetings want at overlapping times, of each other or of the record's meetings."""
    given = {meeting.id: meeting for meeting in meetings if meeting.state in STANDS and not meeting.all_day}
    days = {meeting.day + timedelta(days=n) for meeting in given.values() for n in (-1, 0, 1)}
    others = [
        meeting
        for meeting in record.all(Meeting)
        if meeting.id not in given and meeting.state in STANDS and not meeting.all_day and meeting.day in days
    ]
    own = sorted(given.values(), key=lambda meeting: (meeting.starts, meeting.id))
    pairs = (*combinations(own, 2), *((meeting, other) for meeting in own for other in others))
    return tuple(clash for first, second in pairs if (clash := _clash(record, first, second)) is not None)


def _clash(record: Record, first: Meeting, second: Meeting) -> Clash | None:
    if abs(first.day - second.day) > ONE_DAY:
        return None
    begin, end = _hours(record, first, second), _hours(record, second, first)
    if not (begin[0] < end[1] and end[0] < begin[1]):
        return None
    others = set(members_on(record, second.body, second.day))
    persons = tuple(person for person in members_on(record, first.body, first.day) if person in others)
    place = first.place if first.place and first.place.casefold() == second.place.casefold() else ""
    place = "" if place.casefold().startswith(REMOTE) else place
    return Clash(first, second, persons, place) if persons or place else None


def _hours(record: Record, meeting: Meeting, other: Meeting) -> tuple[datetime, datetime]:
    """Start and end, on one clock with the other meeting's."""
    zone = meeting.time_zone or record.company.time_zone
    times = meeting.starts, end_of(record, meeting)
    if zone == (other.time_zone or record.company.time_zone):
        return times
    start, end = (moment.replace(tzinfo=ZoneInfo(zone)) for moment in times)
    return start, end
