"""Remedies for what a supposed change makes worse: candidates, each judged with the changes, the best of them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.common.text import slug
from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.finding import Finding
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.independence import Outcome, Standard
from boarddesk.domain.meetings import STOCKHOLDERS, Meeting, MeetingKind
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.domain.terms import SeatState, directors_on, members_on, seats_on
from boarddesk.services.bus import free_id
from boarddesk.services.people import determination_on
from boarddesk.services.suppositions import NEW_DIRECTORS, Kind, Supposed
from boarddesk.services.what_if import Comparison, Turn, compare, supposed_record
from boarddesk.services.words import joined, last_name, meeting_title, short_day
from boarddesk.services.workspace import Services

MOST = 5
OF_A_SORT = 2
OF_PEOPLE = frozenset({"member"})
"""Sorts whose candidates are people: of equal ones, more than one is offered."""
WEEK = timedelta(days=7)


class Candidate(msgspec.Struct, frozen=True):
    """A remedy not judged yet: its sort, its words, and all changes with it in their place."""

    sort: str
    words: str
    changes: tuple[Supposed, ...]


class Remedy(msgspec.Struct, frozen=True):
    """What it would take, the changes with it, how many rules it helps and how many still get worse."""

    words: str
    changes: tuple[Supposed, ...]
    better: int
    remain: int


def worse_rules(comparison: Comparison) -> frozenset[str]:
    """The rules that get worse."""
    return frozenset(d.finding.clause for d in comparison.differences if d.turn is Turn.WORSE)


def remedies(
    services: Services,
    changes: Sequence[Supposed],
    comparison: Comparison,
    before: Sequence[Finding] | None = None,
    progress: Progress | None = None,
) -> tuple[Remedy, ...]:
    """The remedies that help, the most helpful first; none where nothing gets worse."""
    worse = worse_rules(comparison)
    if not worse:
        return ()
    candidates = tuple(_candidates(services, tuple(changes), comparison))
    found: list[tuple[str, Remedy]] = []
    for number, candidate in enumerate(candidates):
        if progress is not None:
            progress.step(number, len(candidates))
        remedy = _judged(services, candidate, worse, comparison.day, before)
        if remedy is not None and remedy.better:
            found.append((candidate.sort, remedy))
    found.sort(key=lambda pair: (pair[1].remain, -pair[1].better, len(pair[1].changes)))
    return _best(found)


def _judged(
    services: Services, candidate: Candidate, worse: frozenset[str], day: date, before: Sequence[Finding] | None
) -> Remedy | None:
    """None where it cannot be so."""
    try:
        still = worse_rules(compare(services, candidate.changes, day, before))
    except UserError:
        return None
    return Remedy(candidate.words, candidate.changes, len(worse - still), len(still))


def _best(found: Sequence[tuple[str, Remedy]]) -> tuple[Remedy, ...]:
    """A few of each sort, so that one sort does not crowd out the others; more effort only for more effect."""
    kept: list[Remedy] = []
    seen: dict[str, list[tuple[int, int]]] = {}
    for sort, remedy in found:
        like = seen.setdefault(sort, [])
        effect = (remedy.better, remedy.remain)
        idle = sort not in OF_PEOPLE and effect in like
        if len(like) < OF_A_SORT and len(kept) < MOST and not idle:
            like.append(effect)
            kept.append(remedy)
    return tuple(kept)


def _candidates(services: Services, changes: tuple[Supposed, ...], comparison: Comparison) -> Iterator[Candidate]:
    record, day = supposed_record(services, changes), comparison.day
    short = _fell_short(services.record, record, comparison)
    yield from _members(record, changes, short, day)
    yield from _stays(services.record, changes)
    yield from _new_directors(record, changes, short, day)
    yield from _steps_down(record, changes)
    yield from _held_later(services.record, changes)


def _fell_short(before: Record, after: Record, comparison: Comparison) -> tuple[Committee, ...]:
    """Committees that lose a member, or whose own results get worse."""
    day = comparison.day
    subjects = {d.finding.subject for d in comparison.differences if d.turn is Turn.WORSE}
    return tuple(
        committee
        for committee in after.all(Committee)
        if committee.exists_on(day)
        and committee.kind is not CommitteeKind.OTHER
        and (
            committee.id in subjects
            or len(members_on(after, committee.id, day)) < len(members_on(before, committee.id, day))
        )
    )


def _first_day(changes: Sequence[Supposed], day: date) -> str:
    """The day of the first change: what is to make up for it happens then."""
    return min((change.values["on"] for change in changes if change.values.get("on")), default=day.isoformat())


def _members(
    record: Record, changes: tuple[Supposed, ...], short: Sequence[Committee], day: date
) -> Iterator[Candidate]:
    """A serving director whom the Board has determined independent joins a committee that fell short."""
    on = _first_day(changes, day)
    for committee in short:
        serving = members_on(record, committee.id, day)
        for person in directors_on(record, day):
            found = determination_on(record, person, Standard.NASDAQ, day)
            if person in serving or found is None or found.outcome is not Outcome.INDEPENDENT:
                continue
            joins = Supposed(Kind.JOINS_COMMITTEE, {"committee": committee.id, "person": person, "on": on})
            words = f"{last_name(record, person)} joins the {committee.name}"
            yield Candidate("member", words, (*changes, joins))


def _stays(record: Record, changes: tuple[Supposed, ...]) -> Iterator[Candidate]:
    """Who leaves stays until the next annual meeting."""
    for place, change in enumerate(changes):
        if change.kind is not Kind.LEAVES or not change.values.get("on"):
            continue
        leaves = date.fromisoformat(change.values["on"])
        annual = min((day for day in _annual_meetings(record) if day > leaves), default=None)
        if annual is None:
            continue
        stays = Supposed(change.kind, change.values | {"on": annual.isoformat()})
        words = f"{last_name(record, change.values.get('person'))} stays to {short_day(annual)}, the annual meeting"
        yield Candidate("stays", words, (*changes[:place], stays, *changes[place + 1 :]))


def _annual_meetings(record: Record) -> Iterator[date]:
    for meeting in record.where(Meeting, "body", STOCKHOLDERS):
        if meeting.kind is MeetingKind.ANNUAL:
            yield meeting.day


def _new_directors(
    record: Record, changes: tuple[Supposed, ...], short: Sequence[Committee], day: date
) -> Iterator[Candidate]:
    """One or two new independent directors join the Board in its vacant seats, and the committees that fell short."""
    vacant = [seat for seat in seats_on(record, day) if seat.state is SeatState.VACANT and seat.class_]
    on = _first_day(changes, day)
    added: tuple[Supposed, ...] = ()
    where = joined(["the Board", *(f"the {committee.name}" for committee in short)])
    for number, (name, seat) in enumerate(zip(NEW_DIRECTORS, vacant, strict=False)):
        person = free_id(record, Person, slug(name))
        values = {"name": name, "class": seat.class_, "seat": seat.label, "on": on, "independent": "every"}
        added += (Supposed(Kind.JOINS, values),)
        for committee in short:
            joins = {"committee": committee.id, "person": person, "on": on}
            added += (Supposed(Kind.JOINS_COMMITTEE, joins),)
        words = f"A new director joins {where}" if number == 0 else f"Two new directors join {where}"
        yield Candidate("new", words, (*changes, *added))


def _steps_down(record: Record, changes: tuple[Supposed, ...]) -> Iterator[Candidate]:
    """Who is found not independent leaves the committees that ask for it."""
    for change in changes:
        if change.kind is not Kind.NOT_INDEPENDENT or not change.values.get("on"):
            continue
        person, on = change.values.get("person", ""), change.values["on"]
        day = date.fromisoformat(on)
        bodies = [
            committee
            for committee in record.all(Committee)
            if committee.kind is not CommitteeKind.OTHER and person in members_on(record, committee.id, day)
        ]
        if bodies:
            gone = tuple(
                Supposed(Kind.LEAVES_COMMITTEE, {"committee": one.id, "person": person, "on": on}) for one in bodies
            )
            names = joined([f"the {one.name}" for one in bodies])
            yield Candidate("steps down", f"{last_name(record, person)} leaves {names}", (*changes, *gone))


def _held_later(record: Record, changes: tuple[Supposed, ...]) -> Iterator[Candidate]:
    """A meeting that is cancelled is held a week or two later instead, in the same quarter."""
    fiscal = FiscalCalendar(record.company.fiscal_year_end)
    for place, change in enumerate(changes):
        meeting = record.find(Meeting, change.values.get("meeting"))
        if change.kind is not Kind.MEETING_CANCELLED or meeting is None:
            continue
        for weeks in (1, 2):
            later = meeting.day + weeks * WEEK
            if fiscal.quarter_of(later) != fiscal.quarter_of(meeting.day):
                break
            moved = Supposed(Kind.MEETING_MOVED, {"meeting": meeting.id, "on": later.isoformat()})
            words = f"{meeting_title(record, meeting)} is moved to {short_day(later)} instead"
            yield Candidate("moved", words, (*changes[:place], moved, *changes[place + 1 :]))
