"""What the cure periods of a committee come to: running, kept, expired, or none open (Nasdaq 5605(c)(4), (d)(4))."""

from collections.abc import Iterator
from datetime import date

from boarddesk.domain.committees import Committee
from boarddesk.domain.finding import WORST_FIRST, Finding, Status
from boarddesk.domain.happenings import Filing, FilingKind
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case, Period
from boarddesk.rules.committee_cure import Failure, Terms, failures, may_stay_too, relied_on
from boarddesk.rules.committee_members import nobody, serving
from boarddesk.rules.cure import phase_in_ends
from boarddesk.rules.independence import Standing
from boarddesk.rules.judge import Judge
from boarddesk.rules.member_independence import STANDARDS
from boarddesk.rules.words import listed, on, sentence


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
            here = [f for f in ours if f.first <= year.cut and (f.end is None or f.end > year.first)]
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
    if unknown:
        names = listed(case.name(spell.person) for spell in unknown)
        because = f"Whether {names} lost independence while on the {committee.name} in {year.label} cannot be told."
        gaps = tuple(
            f"determinations of the independence of {case.name(s.person)} by {on(s.last(year))}, under each standard"
            for s in unknown
        )
        return judge.find(Status.CANNOT_JUDGE, because, year, committee, evidence=[committee], missing=gaps)
    because = f"The {committee.name} had no vacancy and no loss of independence to cure in {year.label}."
    relied = (judge.value(terms.members, year.cut),)
    return judge.find(Status.NOT_APPLICABLE, because, year, committee, evidence=[committee], relied=relied)


def _finding(case: Case, judge: Judge, terms: Terms, year: Period, failure: Failure) -> Finding:
    rows: list[Row] = list(failure.rows)
    over = failure.end is not None and failure.end <= year.cut
    phase = phase_in_ends(case, judge, year.cut)
    if phase is not None and year.cut <= phase[0] and not over:
        because = f"{failure.said}; the phase-in after listing ends on {on(phase[0])}."
        return judge.find(Status.IN_PHASE_IN, because, year, failure.committee, evidence=rows, due=phase[0],
                          relied=(phase[1],))  # fmt: skip
    if failure.incurable:
        because = f"{failure.said}; as {failure.incurable}, no cure period applies."
        return judge.find(
            Status.NOT_APPLICABLE, because, year, failure.committee, evidence=rows, relied=failure.relied[:1]
        )
    other = relied_on(case, judge, failure, terms)
    if other is not None and not may_stay_too(terms, failure):
        return _second(case, judge, year, failure, other)
    if other is not None and min(failure.end or year.cut, year.cut) <= failure.deadline.day:
        return _second_loss(case, judge, terms, year, failure, other)
    return _clock(case, judge, terms, year, failure, over)


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
