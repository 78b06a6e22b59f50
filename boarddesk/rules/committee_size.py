"""The least number of members that Nasdaq asks of a committee, with the cure of one vacancy."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from boarddesk.domain.committees import Committee, CommitteeSeat
from boarddesk.domain.finding import WORST_FIRST, Finding, Status
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case, Period
from boarddesk.rules.committee_cure import no_second
from boarddesk.rules.committee_phase_in import size_stands
from boarddesk.rules.cure import cure_deadline
from boarddesk.rules.judge import Judge
from boarddesk.rules.params import Value
from boarddesk.rules.phase_in import AUDIT_SIZE, COMPENSATION_SIZE, PhaseIn, fell_short_before, parts_of, phase_in
from boarddesk.rules.words import counted, listed, number, on, sentence

ONE_DAY = timedelta(days=1)
SCHEDULES = {"audit": AUDIT_SIZE, "compensation": COMPENSATION_SIZE}


class Keys(NamedTuple):
    """The parameters of one committee's rule."""

    kind: str
    members: str
    cure_months: str
    cure_near_days: str


class Shortage(NamedTuple):
    """A time with too few members, [first, end): how many there were before it, and the fewest within."""

    first: date
    end: date | None
    before: int
    fewest: int


def size_findings(case: Case, judge: Judge, keys: Keys) -> Iterator[Finding]:
    """Judge the committee's size in each quarter, by its smallest within it."""
    for quarter in case.quarters:
        if quarter.ahead:
            yield judge.ahead(quarter)
            continue
        committee = case.committee(keys.kind, quarter.cut) or case.committee(keys.kind, quarter.first)
        yield _none(case, judge, keys, quarter) if committee is None else _size(case, judge, keys, quarter, committee)


def _none(case: Case, judge: Judge, keys: Keys, quarter: Period) -> Finding:
    name = case.body(keys.kind, quarter.cut)
    if not case.committees_on(quarter.cut):
        because = f"No committee is on record for {quarter.label}."
        return judge.find(Status.CANNOT_JUDGE, because, quarter, missing=(f"{name} and its members",))
    because = f"No {keys.kind} committee was in being in {quarter.label}."
    remedy = f"A resolution of the Board that sets up a {keys.kind} committee."
    return judge.find(Status.NOT_MET, because, quarter, evidence=case.committees_on(quarter.cut), remedy=remedy)


def _size(case: Case, judge: Judge, keys: Keys, quarter: Period, committee: Committee) -> Finding:
    least = judge.value(keys.members, quarter.cut)
    seats = case.seats(committee.id)
    if not any(day <= quarter.cut for day in seats.days):
        because = f"No member of the {committee.name} is on record."
        missing = (f"members of the {committee.name}",)
        return judge.find(Status.CANNOT_JUDGE, because, quarter, committee, missing=missing, relied=(least,))
    phase = phase_in(case, SCHEDULES[keys.kind], quarter.cut)
    since = max(committee.start, seats.days[0])
    parts = [part for part in parts_of(phase, quarter) if part.cut >= since] or [quarter]
    found = [_part(case, judge, keys, quarter, part, committee, phase) for part in parts]
    return min(found, key=lambda finding: WORST_FIRST.index(finding.status))


def _part(
    case: Case, judge: Judge, keys: Keys, quarter: Period, part: Period, committee: Committee, phase: PhaseIn | None
) -> Finding:
    """By the smallest committee of a part of the quarter, in which the same is asked throughout."""
    least, seats = judge.value(keys.members, quarter.cut), case.seats(committee.id)
    stretches = seats.stretches(max(part.first, committee.start, seats.days[0]), part.cut)
    since, members = min(stretches, key=lambda stretch: len(_people(stretch[1])))
    names = listed(case.name(person) for person in _people(members))
    said = f"the {committee.name} had {counted(len(_people(members)), 'member')}{f': {names}' if names else ''}"
    if len(_people(members)) >= least.number:
        return judge.find(Status.MET, sentence(f"{said}."), quarter, committee, evidence=members, relied=(least,))
    said = sentence(f"{f'from {on(since)} ' if since > quarter.first else ''}{said}")
    short = _shortage(case, committee, least.number, since)
    if phase is None or not phase.runs(part.cut):
        relied = (least, *(phase.relied if phase is not None else ()))
        return _short(case, judge, keys, quarter, committee, said, since, short, relied)
    stood = short.before >= least.number and short.first > phase.listed
    made = size_stands(phase, part.cut, len(_people(members)), stood=stood)
    return judge.find(
        made.status, f"{said}; {number(least.number)} are needed; {made.words}.", quarter, committee,
        evidence=_rows(case, committee, short, since, quarter), due=made.due, relied=(least, *made.relied),
        remedy=f"A further member who is qualified for the {committee.name}.",
    )  # fmt: skip


def _shortage(case: Case, committee: Committee, least: int, since: date) -> Shortage:
    seats = case.seats(committee.id)
    return shortage(seats.days, [len(_people(seats.on(day))) for day in seats.days], least, since)


def _rows(case: Case, committee: Committee, lack: Shortage, since: date, quarter: Period) -> list[Row]:
    gone: list[Row] = [seat for seat in case.record.where(CommitteeSeat, "committee", committee.id)
                       if seat.end is not None and lack.first <= seat.end <= quarter.cut]  # fmt: skip
    return [committee, *gone, *case.seats(committee.id).on(since)]


def _short(
    case: Case, judge: Judge, keys: Keys, quarter: Period, committee: Committee, said: str, since: date,
    lack: Shortage, relied: tuple[Value, ...],
) -> Finding:  # fmt: skip
    """Too few members, and what the cure of one vacancy makes of it."""
    least = relied[0].number
    rows = _rows(case, committee, lack, since, quarter)
    remedy = f"A further member who is qualified for the {committee.name}."
    wanted = f"{said}; {number(least)} are needed"
    second = no_second(case, judge, committee, lack.first)
    never = lack.before < least or lack.fewest < least - 1 or fell_short_before(case, lack.first)
    if second or never:
        because = f"{wanted}, and {second or 'no cure period for one vacancy applies'}."
        return judge.find(Status.NOT_MET, because, quarter, committee, evidence=rows, remedy=remedy, relied=relied)
    end = cure_deadline(case, judge, lack.first, keys.cure_months, keys.cure_near_days)
    rows.extend([end.meeting] if end.meeting else [])
    last = quarter.cut if lack.end is None else min(quarter.cut, lack.end - ONE_DAY)
    status, verb = (Status.IN_CURE, "ends") if last <= end.day else (Status.CURE_EXPIRED, "ended")
    because = f"{wanted}. The cure period for one vacancy {verb} on {on(end.day)}, {end.why}."
    return judge.find(
        status, because, quarter, committee, evidence=rows, due=end.day, remedy=remedy, relied=(*relied, *end.relied)
    )


def shortage(days: tuple[date, ...], sizes: list[int], least: int, day: date) -> Shortage:
    """The unbroken time with too few members that holds `day`."""
    index = max(i for i, start in enumerate(days) if start <= day)
    first = index
    while first > 0 and sizes[first - 1] < least:
        first -= 1
    last = index
    while last + 1 < len(days) and sizes[last + 1] < least:
        last += 1
    end = days[last + 1] if last + 1 < len(days) else None
    return Shortage(days[first], end, sizes[first - 1] if first else 0, min(sizes[first : last + 1]))


def _people(seats: tuple[CommitteeSeat, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(seat.person for seat in seats))
