"""What the cure periods of a committee come to: running, kept, expired, or none open (Nasdaq 5605(c)(4), (d)(4))."""

from collections.abc import Iterator
from datetime import date, timedelta

from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.finding import WORST_FIRST, Finding, Status
from boarddesk.domain.happenings import Filing, FilingKind
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case, Period
from boarddesk.rules.committee_cure import Failure, Terms, failures, may_stay_too, relied_on
from boarddesk.rules.committee_members import nobody, serving
from boarddesk.rules.committee_phase_in import Stands, named_too, qualified_schedule, size_stands, stands
from boarddesk.rules.independence import Standing
from boarddesk.rules.judge import Judge
from boarddesk.rules.member_independence import STANDARDS
from boarddesk.rules.phase_in import AUDIT_SIZE, COMPENSATION_SIZE, PhaseIn, Schedule, phase_in
from boarddesk.rules.words import listed, on, sentence

ONE_DAY = timedelta(days=1)


def cure_findings(case: Case, judge: Judge, terms: Terms) -> Iterator[Finding]:
    """One finding a committee and year, by the worst failure of its composition in it."""
    for year in case.years:
        if year.ahead:
            continue
        members = serving(case, terms.kind, year)
        if not members:
            yield nobody(case, judge, terms.kind, year)
        for committee in dict.fromkeys(spell.committee for spell in members):
            ours = [f for f in failures(case, judge, terms) if f.committee == committee]
            listed = max(year.first, case.record.company.listing_date or year.first)
            here = [f for f in ours if f.first <= year.cut and (f.end is None or f.end > listed)]
            # The newest first, so that it is the one shown among equals.
            made = [_finding(case, judge, terms, year, failure) for failure in reversed(here)]
            yield min(made, key=_rank) if made else _none(case, judge, year, terms, committee)


def _rank(finding: Finding) -> int:
    """Worst first; that no cure period applies comes before one that was kept."""
    status = Status.JUDGMENT_NEEDED if finding.status is Status.NOT_APPLICABLE else finding.status
    return WORST_FIRST.index(status)


def _none(case: Case, judge: Judge, year: Period, terms: Terms, committee: Committee) -> Finding:
    members = [spell for spell in serving(case, terms.kind, year) if spell.committee == committee]
    unknown = [
        s for s in members
        if any(case.independence.ruling(s.person, s.last(year), standard).standing is Standing.UNDETERMINED
               for standard in STANDARDS[terms.kind])
    ]  # fmt: skip
    relied = (judge.value(terms.members, year.cut),)
    if unknown:
        names = listed(case.name(spell.person) for spell in unknown)
        because = f"Whether {names} lost independence while on the {committee.name} in {year.label} cannot be told."
        gaps = tuple(
            f"determinations of the independence of {case.name(s.person)} by {on(s.last(year))}, under each standard"
            for s in unknown
        )
        return judge.find(
            Status.CANNOT_JUDGE, because, year, committee, evidence=[committee], missing=gaps, relied=relied
        )
    because = f"The {committee.name} had no vacancy and no loss of independence to cure in {year.label}."
    return judge.find(Status.NOT_APPLICABLE, because, year, committee, evidence=[committee], relied=relied)


def _finding(case: Case, judge: Judge, terms: Terms, year: Period, failure: Failure) -> Finding:
    phase = phase_in(case, _schedule(terms, failure), year.cut)
    if phase is None:
        return _cured(case, judge, terms, year, failure)
    return _within(case, judge, year, failure, phase) or named_too(_cured(case, judge, terms, year, failure), phase)


def _cured(case: Case, judge: Judge, terms: Terms, year: Period, failure: Failure) -> Finding:
    rows: list[Row] = list(failure.rows)
    over = failure.end is not None and failure.end <= year.cut
    if failure.incurable:
        because = f"{failure.said}; as {failure.incurable}, no cure period applies."
        return judge.find(Status.NOT_APPLICABLE, because, year, failure.committee, evidence=rows, relied=failure.relied)
    other = relied_on(case, judge, failure, terms)
    if other is not None and not may_stay_too(terms, failure):
        return _second(case, judge, year, failure, other)
    if other is not None and min(failure.end or year.cut, year.cut) <= failure.deadline.day:
        return _second_loss(case, judge, terms, year, failure, other)
    return _clock(case, judge, terms, year, failure, over)


def _schedule(terms: Terms, failure: Failure) -> Schedule:
    if failure.lost:
        return qualified_schedule(terms.kind)
    return AUDIT_SIZE if terms.kind is CommitteeKind.AUDIT else COMPENSATION_SIZE


def _within(case: Case, judge: Judge, year: Period, failure: Failure, phase: PhaseIn) -> Finding | None:
    """What falls within the phase-in after listing, which comes before any cure; None where it does not."""
    last = year.cut if failure.end is None else min(year.cut, failure.end - ONE_DAY)
    if not phase.runs(last):
        return None
    committee, rows = failure.committee, failure.rows
    if last < year.cut:
        because = f"{failure.said}; this ended on {on(last + ONE_DAY)}, within the phase-in after listing."
        return judge.find(Status.NOT_APPLICABLE, because, year, committee, evidence=rows, relied=phase.relied)
    made = _stands(case, failure, phase, last)
    if made.status is Status.NOT_MET:
        because = f"{failure.said}; {made.words}, and no cure period applies within it."
        return judge.find(Status.NOT_APPLICABLE, because, year, committee, evidence=rows, relied=made.relied)
    because = f"{failure.said}; {made.words}."
    return judge.find(
        made.status, because, year, committee, evidence=rows, missing=made.missing, due=made.due, relied=made.relied
    )


def _stands(case: Case, failure: Failure, phase: PhaseIn, day: date) -> Stands:
    if failure.lost:
        return stands(case, phase, failure.committee, day, {failure.lost})
    have = len(case.members_on(failure.committee.id, day))
    return size_stands(phase, day, have, stood=failure.first > phase.listed and not failure.incurable)


def _second(case: Case, judge: Judge, year: Period, failure: Failure, other: Failure) -> Finding:
    what = f"the loss of independence of {case.name(other.lost)}" if other.lost else "a vacancy"
    relied = f"the company already relied on a cure period for {what} of {on(other.first)}"
    rows = dict.fromkeys((*failure.rows, *other.rows))
    because = f"{failure.said}; {relied}, so that none applies."
    values = dict.fromkeys((*failure.relied, *other.relied))
    return judge.find(
        Status.NOT_MET, because, year, failure.committee, evidence=rows, remedy=_remedy(case, failure),
        relied=tuple(values),
    )  # fmt: skip


def _second_loss(case: Case, judge: Judge, terms: Terms, year: Period, failure: Failure, other: Failure) -> Finding:
    """A loss of independence beside a running cure: the rule does not say whether a second member may stay."""
    what = f"the loss of independence of {case.name(other.lost)}" if other.lost else "a vacancy"
    end, notice = failure.deadline, _notice(case, terms, failure, year.cut)
    because = (
        f"{failure.said}; the company already relied on a cure period for {what} of {on(other.first)}, and whether"
    )
    because = f"{because} a second runs beside it, until {on(end.day)}, the rule does not say."
    lost = f"the loss of independence of {case.name(failure.lost)} of {on(failure.first)}"
    gap = f"notice to Nasdaq of {lost}, owed at once"
    return judge.find(
        Status.JUDGMENT_NEEDED, because, year, failure.committee,
        evidence=dict.fromkeys((*failure.rows, *other.rows, *([notice] if notice else []))),
        missing=() if notice else (gap,), relied=tuple(dict.fromkeys((*failure.relied, *other.relied))),
        remedy=f"{_remedy(case, failure)} Or a view of counsel, or of Nasdaq, on file.",
    )  # fmt: skip


def _clock(case: Case, judge: Judge, terms: Terms, year: Period, failure: Failure, over: bool) -> Finding:
    end = failure.deadline
    notice = _notice(case, terms, failure, year.cut)
    rows = dict.fromkeys([*failure.rows, *([end.meeting] if end.meeting else []), *([notice] if notice else [])])
    said = f"{failure.said}{f'; Nasdaq was notified on {on(notice.made_on)}' if notice else ''}"
    beyond = " if that was for reasons beyond the member's reasonable control," if failure.lost else ""
    if over and failure.end is not None:
        status, when = (Status.MET, "on") if failure.end <= end.day else (Status.CURE_EXPIRED, "only on")
        because = (
            f"{said}; this ended {when} {on(failure.end)}, and the cure period ran until {on(end.day)}, {end.why}."
        )
        return judge.find(status, because, year, failure.committee, evidence=rows, relied=failure.relied)
    running = year.cut <= end.day
    because = f"{said};{beyond} the cure period {'ends' if running else 'ended'} on {on(end.day)}, {end.why}."
    what = f"the loss of independence of {case.name(failure.lost)}" if failure.lost else "the vacancy"
    missing = () if notice else (f"notice to Nasdaq of {what} of {on(failure.first)}, owed at once",)
    return judge.find(
        Status.IN_CURE if running else Status.CURE_EXPIRED, because, year, failure.committee, evidence=rows,
        missing=missing if running else (), due=end.day, relied=failure.relied, remedy=_remedy(case, failure),
    )  # fmt: skip


def _remedy(case: Case, failure: Failure) -> str:
    if failure.lost:
        return f"A member who is independent in place of {case.name(failure.lost)}."
    return sentence(f"a further member who is qualified for the {failure.committee.name}.")


def _notice(case: Case, terms: Terms, failure: Failure, cut: date) -> Filing | None:
    """The notice to the exchange that tells of a failure."""
    people = {None, failure.lost, *failure.left}
    found = [
        filing for filing in case.record.where(Filing, "kind", FilingKind.EXCHANGE_NOTICE)
        if failure.first <= filing.made_on <= cut and filing.person in people
        and (not filing.items or any(terms.rule in item for item in filing.items))
    ]  # fmt: skip
    return min(found, key=lambda filing: (filing.made_on, filing.id), default=None)
