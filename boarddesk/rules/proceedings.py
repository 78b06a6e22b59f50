"""Notice, recording and minutes of meetings, as far as they are on record (8 Del. C. §§142(a), 220, 229)."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from boarddesk.domain.finding import Status
from boarddesk.domain.meetings import BOARD, STOCKHOLDERS, Meeting, MeetingKind
from boarddesk.domain.motions import Motion
from boarddesk.domain.people import Role, RoleTenure
from boarddesk.rules.acts import meeting_of_day
from boarddesk.rules.case import HELD, Case, Period
from boarddesk.rules.delegation import Point
from boarddesk.rules.judge import Judge
from boarddesk.rules.params import Value
from boarddesk.rules.words import counted, on

NO_OFFICES = frozenset({Role.CHAIR, Role.LEAD})
"""Roles on the board that are no office of the company."""


def held_in(case: Case, bodies: tuple[str, ...], period: Period) -> list[Meeting]:
    """The meetings of some bodies that were held in a period, oldest first."""
    found = [m for body in bodies for m in case.meetings(body, period.first, period.cut) if m.state in HELD]
    return sorted(found, key=lambda meeting: (meeting.starts, meeting.id))


def minutes_on_record(case: Case, meeting: Meeting, day: date) -> bool:
    """Whether by a day the minutes of a meeting had been circulated or approved."""
    circulated = meeting.minutes_circulated_on
    if circulated is not None and circulated <= day:
        return True
    motions = case.record.where(Motion, "approves_minutes_of", meeting.id)
    decided = (case.decisions.of(motion) for motion in motions)
    return any(d.carried and d.day is not None and d.day <= day for d in decided)


def minutes_awaited(case: Case, meeting: Meeting, day: date) -> bool:
    """Whether minutes may still be to come: nothing has met since that could have taken them up."""
    body = BOARD if meeting.body == STOCKHOLDERS else meeting.body
    return not any(m.state in HELD and m.starts > meeting.starts for m in case.meetings(body, meeting.day, day))


class Recorder(NamedTuple):
    """Who recorded a meeting: the secretary in office, else the officer or other person named."""

    secretary: RoleTenure | None
    officer: RoleTenure | None
    person: str | None
    vacant: bool
    """Whether the office of secretary stood vacant, by an end of service on record."""


def recorder_of(case: Case, meeting: Meeting) -> Recorder:
    """Who had the duty to record a meeting, or did."""
    day = meeting.day
    secretary = case.holder(Role.SECRETARY, day)
    mine = (t for t in case.roles.on(day) if t.person == meeting.recording and t.role not in NO_OFFICES)
    tenures = case.record.where(RoleTenure, "role", Role.SECRETARY)
    vacant = secretary is None and any(t.end is not None and t.end <= day for t in tenures)
    return Recorder(secretary, next(mine, None), meeting.recording, vacant)


def recording_points(case: Case, meeting: Meeting, day: date) -> Iterator[Point]:
    """What stands against an officer's having recorded a meeting in minutes, or is not known of it, by a day."""
    found, name = recorder_of(case, meeting), meeting_of_day(case, meeting)
    if found.secretary is None and found.officer is None:
        yield _unrecorded(case, meeting, found, name)
    if not minutes_on_record(case, meeting, day) and not minutes_awaited(case, meeting, day):
        gap = f"minutes of the {name}"
        yield Point(Status.CANNOT_JUDGE, f"no {gap} are on record", (meeting,), (gap,))


def _unrecorded(case: Case, meeting: Meeting, found: Recorder, name: str) -> Point:
    if found.person is not None:
        said = f"{case.name(found.person)}, who recorded the {name}, held no office on record"
        return Point(Status.JUDGMENT_NEEDED, said, (meeting,))
    if found.vacant:
        said = f"the office of secretary was vacant at the {name}, and no other officer is on record as recording it"
        return Point(Status.NOT_MET, said, (meeting,))
    said = f"which officer recorded the {name} is not on record"
    return Point(Status.CANNOT_JUDGE, said, (meeting,), (f"the officer who recorded the {name}",))


# --- notice to directors


def notice_period(case: Case, judge: Judge, meeting: Meeting) -> Value:
    """How many hours' notice the bylaws ask for; a value of the company for one committee goes before that for all."""
    if meeting.body != BOARD:
        own = case.parameters.own(f"notice_hours_committees.{meeting.body}", meeting.day)
        return own or judge.value("notice_hours_committees", meeting.day)
    kind = "special" if meeting.kind is MeetingKind.SPECIAL else "regular"
    return judge.value(f"notice_hours_board_{kind}", meeting.day)


def notice_given(meeting: Meeting, hours: int | None) -> tuple[str, bool | None]:
    """When notice was given, in words, and whether that was early enough; None where its hour would decide."""
    given = meeting.notice_on
    if given is None:
        return "", None
    days = (meeting.day - given).days
    apart = f"{counted(days, 'day')} before" if days > 0 else "the same day" if days == 0 else "after it"
    if hours is None:
        return f"on {on(given)}, {apart}", None
    latest_start = datetime.combine(meeting.day, time.max) if meeting.all_day else meeting.starts
    enough = meeting.starts - datetime.combine(given, time.max) >= timedelta(hours=hours)
    too_late = latest_start - datetime.combine(given, time.min) < timedelta(hours=hours)
    return f"on {on(given)}, {apart}", True if enough else False if too_late else None


def absent_throughout(case: Case, meeting: Meeting) -> tuple[str, ...] | None:
    """The members who were never there; None where no roll is on record."""
    if not case.quorums.rolled(meeting):
        return None
    there = {stay.person for stay in case.quorums.stays(meeting)}
    return tuple(person for person in case.members_on(meeting.body, meeting.day) if person not in there)
