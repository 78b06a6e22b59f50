"""Independence of audit and compensation committee members under Nasdaq 5605(c), (d): exception and cure included."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.finding import WORST_FIRST, Finding, Status
from boarddesk.domain.independence import Designation, DesignationKind, Outcome, Standard
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case, Period
from boarddesk.rules.committee_cure import Failure, Terms, failures, may_stay_too, relied_on
from boarddesk.rules.committee_members import exceptional, nobody, serving, spells
from boarddesk.rules.committee_phase_in import members_phase_in, standing_of, stands
from boarddesk.rules.independence import Ruling, Standing
from boarddesk.rules.inquiry import CARRY, Verdict, within
from boarddesk.rules.judge import Judge
from boarddesk.rules.months import add_months
from boarddesk.rules.params import Value
from boarddesk.rules.phase_in import PhaseIn
from boarddesk.rules.prongs import bright_lines, possibly_barred
from boarddesk.rules.words import counted, listed, on, sentence

ONE_DAY = timedelta(days=1)
MONTHS = "exceptional_member_months"
MOST = "exceptional_members"
LEAST = "exceptional_least_members"


class Point(NamedTuple):
    """What stands against one member, or how the member may serve nevertheless; `words` follow the member's name."""

    person: str
    status: Status
    words: str
    rows: tuple[Row, ...] = ()
    missing: tuple[str, ...] = ()
    due: date | None = None
    relied: tuple[Value, ...] = ()
    phase: str = ""
    """What the phase-in after listing makes of it; the same of all members on a day."""


def member_findings(case: Case, judge: Judge, terms: Terms) -> Iterator[Finding]:
    """One finding a committee and quarter, by the worst of its members on the worst day."""
    for quarter in case.quarters:
        if quarter.ahead:
            yield judge.ahead(quarter)
            continue
        committees = dict.fromkeys(spell.committee for spell in serving(case, terms.kind, quarter))
        for committee in committees:
            yield _committee(case, judge, terms, quarter, committee)
        if not committees:
            yield nobody(case, judge, terms.kind, quarter)


def _committee(case: Case, judge: Judge, terms: Terms, quarter: Period, committee: Committee) -> Finding:
    first = max(quarter.first, committee.start)
    phase = members_phase_in(case, terms.kind, quarter.cut)
    if phase is not None:
        # Before its listing a company owes the exchange nothing.
        first = max(first, phase.listed)
    days = {first, *case.seats(committee.id).changes(first, quarter.cut)}
    days |= {count.since for count in case.independence.headcounts(first, quarter.cut) if count.since > first}
    days |= {day for day in phase.steps if first < day <= quarter.cut} if phase is not None else set()
    if case.record.where(Designation, "kind", DesignationKind.EXCEPTIONAL):
        days.add(quarter.cut)
    points: dict[tuple[str, Status], Point] = {}
    for day in sorted(days):
        found = [_member(case, judge, terms, committee, quarter, p, day) for p in case.members_on(committee.id, day)]
        for point in _phased(case, phase, committee, day, [point for point in found if point is not None]):
            points.setdefault((point.person, point.status), point)
    for point in _phased(case, phase, committee, quarter.cut, list(_barred(case, committee, quarter))):
        points[point.person, point.status] = point
    return _found(case, judge, quarter, committee, list(points.values()))


def _phased(case: Case, phase: PhaseIn | None, committee: Committee, day: date, points: list[Point]) -> Iterator[Point]:
    """What stands against members on a day, as the phase-in after listing has it where one bears on that day."""
    if phase is None:
        yield from points
        return
    against = [
        p for p in points if p.status is not Status.EXCEPTION_RELIED_ON and _stands_against(case, committee, p, day)
    ]
    made = stands(case, phase, committee, day, {p.person for p in against}) if phase.runs(day) and against else None
    for point in points:
        if point not in against:
            yield point
        elif made is None:
            yield point._replace(relied=(*point.relied, *phase.relied))
        else:
            yield Point(
                point.person, made.status, point.words, point.rows, made.missing, made.due, made.relied, made.words
            )


def _stands_against(case: Case, committee: Committee, point: Point, day: date) -> bool:
    """Whether it is the member's want of independence, and not a want of knowledge, that stands against one."""
    if point.status is Status.EXCEPTION_RELIED_ON:
        return False
    lacking = standing_of(case, committee, point.person, day) is Standing.NOT_INDEPENDENT
    return lacking or point.status is Status.NOT_MET


def _member(
    case: Case, judge: Judge, terms: Terms, committee: Committee, quarter: Period, person: str, day: date
) -> Point | None:
    ruling = case.independence.ruling(person, day)
    audit = case.independence.ruling(person, day, Standard.AUDIT) if terms.kind is CommitteeKind.AUDIT else None
    made = audit.determination if audit else None
    since = f" from {on(day)} on" if day > quarter.first else ""
    rows = tuple(row for row in (ruling.office, ruling.determination, ruling.changed) if row is not None)
    if made is not None and made.outcome is Outcome.NOT_INDEPENDENT:
        rule = f"was determined on {on(made.decided_on)} not to stand as Rule 10A-3 asks"
        return _lost(case, judge, terms, committee, quarter, Point(person, Status.NOT_MET, rule, (made,)), day)
    weighed = ruling.changed is not None and case.independence.weighed(person, ruling.changed)
    if ruling.standing is Standing.UNDER_REVIEW and ruling.changed and ruling.changed.received_on and not weighed:
        words = f"was determined independent before an answer changed on {on(ruling.changed.received_on)}"
        return Point(person, Status.JUDGMENT_NEEDED, words, rows)
    if ruling.standing is Standing.UNDETERMINED:
        gap = f"determination of independence of {case.name(person)}"
        return Point(person, Status.CANNOT_JUDGE, f"has no determination on record{since}", rows, (gap,))
    if ruling.standing is Standing.NOT_INDEPENDENT:
        said = Point(person, Status.NOT_MET, f"was not independent{since}", rows)
        excepted = _excepted(case, judge, terms, committee, person, day, ruling)
        return excepted or _lost(case, judge, terms, committee, quarter, said, day)
    return None


def _excepted(
    case: Case, judge: Judge, terms: Terms, committee: Committee, person: str, day: date, ruling: Ruling
) -> Point | None:
    """The exceptional and limited member: no officer or employee, one at a time, for no more than two years."""
    found = exceptional(case, person, committee.id, day)
    if found is None or ruling.office is not None:
        return None
    months, most = judge.value(MONTHS, day), judge.value(MOST, day)
    members = case.members_on(committee.id, day)
    beside = [other for other in members if exceptional(case, other, committee.id, day)]
    ours = [s for s in spells(case, terms.kind) if s.person == person and s.committee == committee]
    starts = [spell.start for spell in ours if spell.within(day, day)]
    until = add_months(max([found.decided_on, *starts]), months.number)
    until = min(until, found.ends_on) if found.ends_on else until
    since = f"serves by the Board's finding of {on(found.decided_on)} of exceptional and limited circumstances"
    relied: tuple[Value, ...] = (months, most)
    if day > until:
        words = f"was not independent, and the exception ended on {on(until)}"
        return Point(person, Status.NOT_MET, words, (found,), relied=relied)
    if len(beside) > most.number:
        words = f"{since}, as do others, though only {counted(most.number, 'member')} may"
        return Point(person, Status.NOT_MET, words, (found,), relied=relied)
    if terms.kind is CommitteeKind.COMPENSATION:
        least = judge.value(LEAST, day)
        relied = (*relied, least)
        if len(members) < least.number:
            words = f"{since}, though the committee had fewer than {least.used.value}"
            return Point(person, Status.NOT_MET, words, (found,), relied=relied)
    return Point(person, Status.EXCEPTION_RELIED_ON, f"{since}, until {on(until)} at most", (found,), (), until, relied)


def _lost(
    case: Case, judge: Judge, terms: Terms, committee: Committee, quarter: Period, point: Point, day: date
) -> Point:
    """A member who was independent while serving may stay for a cure period, one at a time."""
    phase = members_phase_in(case, terms.kind, quarter.cut)
    failure = next((f for f in failures(case, judge, terms) if _is(f, committee, point.person, day)), None)
    if failure is None or (phase is not None and phase.runs(day)):
        return point
    if failure.incurable:
        return point._replace(words=f"{point.words}, and as {failure.incurable}, no cure period applies")
    rows = tuple(
        dict.fromkeys((*point.rows, *failure.rows, *([failure.deadline.meeting] if failure.deadline.meeting else [])))
    )
    lost = f"was no longer independent from {on(failure.first)} on"
    last = quarter.cut if failure.end is None else min(quarter.cut, failure.end - ONE_DAY)
    end = failure.deadline
    if relied_on(case, judge, failure, terms) is not None:
        words = f"{lost}, and another cure period was already relied on"
        if not may_stay_too(terms, failure) or last > end.day:
            return point._replace(words=words, rows=rows, relied=end.relied)
        words = f"{words}; whether a second runs beside it, until {on(end.day)}, the rule does not say"
        return point._replace(status=Status.JUDGMENT_NEEDED, words=words, rows=rows, relied=end.relied)
    running = last <= end.day
    words = (
        f"{lost}; the cure period, open for reasons beyond the member's reasonable control alone, "
        f"{'ends' if running else 'ended'} on {on(end.day)}, {end.why}"
    )
    status = Status.IN_CURE if running else Status.CURE_EXPIRED
    return Point(point.person, status, words, rows, due=end.day, relied=end.relied)


def _is(failure: Failure, committee: Committee, person: str, day: date) -> bool:
    ours = failure.lost == person and failure.committee == committee
    return ours and failure.first <= day and (failure.end is None or day < failure.end)


def _barred(case: Case, committee: Committee, quarter: Period) -> Iterator[Point]:
    """Members whom the Board held independent though a bright line forbids it."""
    for person in case.members_on(committee.id, quarter.cut):
        ruling = case.independence.ruling(person, quarter.cut)
        if ruling.standing not in (Standing.INDEPENDENT, Standing.UNDER_REVIEW) or not possibly_barred(case, person):
            continue
        barring = [line for line in bright_lines(case, person, quarter.cut) if line.verdict is Verdict.BARS]
        if barring and ruling.determination:
            head = f"was determined independent on {on(ruling.determination.decided_on)}, though bright line "
            words = f"{head}{listed(line.line for line in barring)} forbids it: {within(barring[0].words)}"
            rows = (ruling.determination, *(row for line in barring for row in line.evidence))
            yield Point(person, Status.NOT_MET, words, rows, relied=barring[0].relied)


def _found(case: Case, judge: Judge, quarter: Period, committee: Committee, points: list[Point]) -> Finding:
    name, members = committee.name, case.members_on(committee.id, quarter.cut)
    if not points:
        made = [case.independence.ruling(person, quarter.cut).determination for person in members]
        good = [row for row in made if row is not None]
        whole = f": {listed(map(case.name, members))}" if members else f", as long as they served in {quarter.label}"
        because = f"All members of the {name} were determined independent{whole}."
        # Who may be barred was tested by the answers; of the others the record holds nothing to test.
        tested = [person for person in members if possibly_barred(case, person)]
        lines = (line for person in tested for line in bright_lines(case, person, quarter.cut))
        values = [value for line in lines for value in line.relied]
        relied = (judge.value(CARRY, quarter.cut), *values) if tested else ()
        return judge.find(Status.MET, because, quarter, committee, evidence=good, relied=tuple(dict.fromkeys(relied)))
    status = min((point.status for point in points), key=WORST_FIRST.index)
    worst = [point for point in points if point.status is status]
    said = "; ".join(f"{case.name(point.person)} {point.words}" for point in worst)
    rows: list[Row] = list(dict.fromkeys((committee, *(row for point in worst for row in point.rows))))
    tails = dict.fromkeys(point.phase for point in worst if point.phase)
    said = "; ".join((said, *tails))
    return judge.find(
        status, f"{name}: {sentence(said)}.", quarter, committee, evidence=rows,
        missing=tuple(dict.fromkeys(gap for point in worst for gap in point.missing)),
        due=min((point.due for point in worst if point.due), default=None),
        relied=tuple(dict.fromkeys(value for point in worst for value in point.relied)),
        remedy=_remedy(status, name),
    )  # fmt: skip


def _remedy(status: Status, name: str) -> str:
    if status in (Status.CANNOT_JUDGE, Status.JUDGMENT_NEEDED):
        return "A determination by the Board."
    return f"A member of the {name} who is independent instead."
