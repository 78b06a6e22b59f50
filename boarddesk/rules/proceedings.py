"""Notice of meetings, ways of taking part, recording and minutes (8 Del. C. §§141(i), 142(a), 220, 229)."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from boarddesk.domain.committees import Committee
from boarddesk.domain.finding import Status
from boarddesk.domain.meetings import BOARD, STOCKHOLDERS, Meeting, Mode, PresenceKind, PresenceStamp
from boarddesk.domain.motions import Motion
from boarddesk.domain.people import Role, RoleTenure
from boarddesk.rules.acts import meeting_of_day
from boarddesk.rules.case import HELD, Case, Period
from boarddesk.rules.notice_log import logged, verdict_of_log
from boarddesk.rules.params import Value
from boarddesk.rules.points import Point
from boarddesk.rules.words import counted, listed, on

Verdict = tuple[Status, str, tuple[str, ...]]
THERE = frozenset({PresenceKind.PRESENT, PresenceKind.RETURNED, PresenceKind.CHANGED_MODE})
REMOTE = {Mode.PHONE: "telephone", Mode.VIDEO: "video"}
NO_OFFICES = frozenset({Role.CHAIR, Role.LEAD})
"""Roles on the board that are no office of the company."""


def bodies_of_directors(case: Case) -> tuple[str, ...]:
    """The Board and every committee on record."""
    return (BOARD, *(committee.id for committee in case.record.all(Committee)))


def held_in(case: Case, bodies: tuple[str, ...], period: Period) -> list[Meeting]:
    """The meetings of some bodies that were held in a period, oldest first, a joint one once."""
    found = {m.id: m for body in bodies for m in case.meetings(body, period.first, period.cut) if m.state in HELD}
    return sorted(found.values(), key=lambda meeting: (meeting.starts, meeting.id))


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
    there = case.quorums.came(meeting)
    return tuple(person for person in case.members_on(meeting.body, meeting.day) if person not in there)


def notice_verdict(case: Case, meeting: Meeting, hours: Value) -> Verdict:
    """Whether members had notice in time, waived it, or attended; by the log of notice where there is one."""
    if logged(case, meeting) and not meeting.notice_waived:
        return verdict_of_log(case, meeting, hours)
    name = meeting_of_day(case, meeting)
    if meeting.notice_waived:
        return Status.MET, f"Notice of the {name} was waived.", ()
    absent = absent_throughout(case, meeting)
    if absent == ():
        return (
            Status.MET,
            f"Every member attended the {name}, with no objection on record, which waives its notice.",
            (),
        )
    asked = int(hours.text) if hours.text.isdigit() else None
    if asked == 0:
        return Status.MET, f"The bylaws ask for no notice of the {name}.", ()
    given, enough = notice_given(meeting, asked)
    if asked is not None and enough:
        return Status.MET, f"Notice of the {name} was given {given}; the bylaws ask for {asked} hours.", ()
    who = listed(map(case.name, absent or ()))
    stayed = f"{who} neither attended nor waived it" if absent else "who attended is not on record"
    gaps = [] if asked is not None else [f"the bylaws' notice period for the {name} (Settings, Rules)"]
    if meeting.notice_on is None:
        gaps.append(f"the day on which notice of the {name} was given")
    elif asked is not None and enough is None:
        gaps.append(f"the hour at which notice of the {name} was given")
    gaps += [f"roll of the {name}"] if absent is None else []
    if gaps:
        known = f"was given {given}" if meeting.notice_on else "is not on record"
        return Status.CANNOT_JUDGE, f"Notice of the {name} {known}; {stayed}.", tuple(gaps)
    because = f"Notice of the {name} was given {given}, where the bylaws ask for {asked} hours; {stayed}."
    return Status.NOT_MET, because, ()


# --- ways of taking part


class Ways(NamedTuple):
    """How members took part: who from elsewhere and how, who in a way not on record, whether anybody is on record."""

    away: dict[str, frozenset[Mode]]
    unknown: list[str]
    rolled: bool


def ways_of_taking_part(case: Case, meeting: Meeting) -> Ways:
    """How the members of a body took part in one of its meetings, by every stamp of theirs."""
    members = case.members_on(meeting.body, meeting.day)
    modes: dict[str, set[Mode]] = {}
    for stamp in case.record.where(PresenceStamp, "meeting", meeting.id):
        if stamp.kind in THERE and stamp.person in members:
            known = modes.setdefault(stamp.person, set())
            known.update([stamp.mode] if stamp.mode is not None else [])
    away = {person: frozenset(found & REMOTE.keys()) for person, found in modes.items() if found & REMOTE.keys()}
    return Ways(away, [person for person, found in modes.items() if not found], bool(modes))


def hearing_verdict(case: Case, meeting: Meeting, ways: Ways, allowed: Value) -> Verdict:
    """Whether those who took part from elsewhere were present in person: all could hear each other."""
    away, name = ways.away, meeting_of_day(case, meeting)
    if not away and meeting.could_hear:
        return Status.MET, f"All who took part in the {name}, however they did, could hear each other.", ()
    if not away:
        who = listed(map(case.name, ways.unknown))
        gap = f"how {who} took part in the {name}" if who else f"roll of the {name}"
        return Status.CANNOT_JUDGE, f"How members took part in the {name} is not on record.", (gap,)
    by = listed(sorted({REMOTE[mode] for found in away.values() for mode in found}))
    who = f"{listed(map(case.name, away))} took part by {by} in the {name}"
    if not allowed.yes:
        return Status.NOT_MET, f"{who}, which certificate or bylaws do not allow.", ()
    if meeting.could_hear is None:
        gap = f"whether all could hear each other at the {name}"
        return Status.CANNOT_JUDGE, f"{who}; whether all could hear each other is not on record.", (gap,)
    if meeting.could_hear:
        return Status.MET, f"{who}, and all could hear each other.", ()
    return Status.NOT_MET, f"{who}, but not all could hear each other; that is not presence in person.", ()
