"""Recovery of incentive pay after a restatement: the policy, and what was done (Nasdaq 5608; Rule 10D-1)."""

from collections.abc import Iterable
from datetime import date, timedelta

from boarddesk.domain.committees import CommitteeKind
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.happenings import Event, EventKind, Filing, FilingKind, FollowUp
from boarddesk.domain.meetings import BOARD
from boarddesk.domain.motions import Choice, Vote, VoteMethod
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case, Period
from boarddesk.rules.clocks import days_in
from boarddesk.rules.decisions import Decision
from boarddesk.rules.independence import Standing
from boarddesk.rules.judge import Judge
from boarddesk.rules.words import on

ADOPT_BY = "recovery_policy_by"
FILING_DAYS = "proxy_filing_days"
EXHIBIT = "97"


def first_gap(documents: Iterable[Document], first: date, last: date) -> date | None:
    """The first day on which none of some documents was in force; None where one always was."""
    spans = sorted((d.effective_from, d.effective_to or date.max) for d in documents if d.effective_from is not None)
    day = first
    for start, end in spans:
        if start > day:
            break
        day = max(day, end)
    return day if day <= last else None


def recovery_since(case: Case, judge: Judge) -> date:
    """The first day on which a policy had to be in force: the day the rule names, or of a later listing."""
    named = max(days_in([judge.value(ADOPT_BY, case.as_of).text]))
    return max(named, case.record.company.listing_date or named)


def policy_finding(case: Case, judge: Judge, year: Period) -> Finding:
    """Whether a policy was in force throughout a year, and stands as an exhibit of its Form 10-K."""
    by, since = judge.value(ADOPT_BY, case.as_of), recovery_since(case, judge)
    if year.cut < since:
        because = f"No policy on recovery was asked for before {on(since)}."
        return judge.find(Status.NOT_APPLICABLE, because, year, relied=(by,))
    policies = case.record.where(Document, "kind", DocumentKind.CLAWBACK_POLICY)
    if not policies:
        because = f"No policy on recovering incentive pay is on record for {year.label}."
        missing = ("the policy on recovering incentive pay",)
        return judge.find(Status.CANNOT_JUDGE, because, year, missing=missing, relied=(by,))
    gap = first_gap(policies, max(year.first, since), year.cut)
    if gap is not None:
        undated = tuple(f"the day from which “{d.title}” is in force" for d in policies if d.effective_from is None)
        because = f"No policy on recovering incentive pay was in force on {on(gap)}."
        late = f"This cannot be cured for {year.label}."
        remedy = late if year.past else "A policy on recovery, adopted by the Board."
        return judge.find(
            Status.CANNOT_JUDGE if undated else Status.NOT_MET, because, year, evidence=policies, missing=undated,
            remedy="" if undated else remedy, relied=(by,),
        )  # fmt: skip
    current = [d for d in policies if d.in_force_on(year.cut)]
    said = f"A policy on recovering incentive pay was in force in {year.label}"
    return _exhibit(case, judge, year, current, said)


def _exhibit(case: Case, judge: Judge, year: Period, current: list[Document], said: str) -> Finding:
    """The policy is filed with the annual report of the year, once that report is out."""
    ids = {document.id for document in current}
    reports = [f for f in case.record.where(Filing, "kind", FilingKind.FORM_10K) if _on_year(case, f, year)]
    with_it = [f for f in reports if f.document in ids or any(EXHIBIT in item.split() for item in f.items)]
    days = judge.value(FILING_DAYS, year.cut)
    if with_it:
        because = f"{said}, and was filed with Form 10-K on {on(with_it[0].made_on)}."
        return judge.find(Status.MET, because, year, evidence=[*current, with_it[0]])
    last = year.last + timedelta(days=days.number)
    if not reports and case.as_of <= last:
        because = f"{said}; the Form 10-K of which it is an exhibit is still to come."
        return judge.find(Status.MET, because, year, evidence=current, due=last, relied=(days,))
    because = f"{said}; that it was filed as an exhibit of Form 10-K is not on record."
    missing = (f"the Form 10-K for {year.label} with the policy as Exhibit {EXHIBIT}",)
    return judge.find(
        Status.CANNOT_JUDGE, because, year, evidence=[*current, *reports], missing=missing, relied=(days,)
    )  # fmt: skip


def _on_year(case: Case, report: Filing, year: Period) -> bool:
    """Whether an annual report is on that year."""
    if report.fiscal_year is not None:
        return report.fiscal_year == year.year
    return case.calendar.year_of(report.made_on) == year.year + 1


# --- after a restatement


def recovery_finding(case: Case, judge: Judge, event: Event) -> Finding:
    """What followed a restatement: recovery, that there was nothing to recover, or that it was found impracticable."""
    said = f"A restatement was found to be required on {on(event.on)}"
    steps = case.record.where(FollowUp, "fact", f"events:{event.id}")
    step = next((step for step in steps if step.step == judge.clause.id), None)
    if step is not None and step.not_needed:
        because = f"{said}; weighed, and nothing is to be recovered: {step.not_needed.rstrip('.')}."
        return judge.find(Status.NOT_APPLICABLE, because, event.on, event, evidence=[event])
    waived = _waived(case, event)
    if waived is not None:
        return _impracticable(case, judge, event, waived, said)
    if step is not None and step.done_on is not None:
        done = f"{said}; pay was recovered on {on(step.done_on)}"
        because = f"{done}; whether that was reasonably prompt is for judgment."
        return judge.find(Status.JUDGMENT_NEEDED, because, event.on, event, evidence=[event])
    because = f"{said}; whether pay had to be recovered, and was, is not on record."
    missing = (f"what was recovered after the restatement of {on(event.on)}, or why nothing was",)
    remedy = "Recovery, reasonably promptly, of what officers received in excess in the three fiscal years before."
    return judge.find(
        Status.CANNOT_JUDGE, because, event.on, event, evidence=[event], missing=missing, remedy=remedy
    )  # fmt: skip


def _waived(case: Case, event: Event) -> Event | None:
    """The finding that recovery is impracticable, between this restatement and the next."""
    restated = sorted(e.on for e in case.record.where(Event, "kind", EventKind.RESTATEMENT) if e.on > event.on)
    until = restated[0] if restated else date.max
    found = [e for e in case.record.where(Event, "kind", EventKind.RECOVERY_WAIVED) if event.on <= e.on < until]
    return min(found, key=lambda e: (e.on, e.id), default=None)


def _impracticable(case: Case, judge: Judge, event: Event, waived: Event, said: str) -> Finding:
    """Impracticable only on one of three grounds, found by independent members on pay or most independent directors."""
    decision = case.decisions.by_id(waived.motion)
    rows: list[Row] = [event, waived, *([decision.motion] if decision else [])]
    fact = f"{said}; recovery was found impracticable on {on(waived.on)}"
    gaps: tuple[str, ...] = ()
    if decision is None or decision.day is None or not decision.carried:
        gaps = (f"the motion that found recovery impracticable on {on(waived.on)}",)
        status, because = Status.CANNOT_JUDGE, f"{fact}; no motion that carried is on record."
    else:
        entitled = _entitled(case, decision, decision.day)
        body = case.body(decision.motion.body, decision.day)
        if entitled is False:
            status = Status.NOT_MET
            because = f"{fact} by the {body}, not by independent members on pay or most of the independent directors."
        elif entitled is None:
            gaps = (f"votes by name, and independence of those who voted, on the motion of {on(decision.day)}",)
            status, because = Status.CANNOT_JUDGE, f"{fact} by the {body}; by whose votes is not on record."
        elif not waived.text.strip():
            gaps = ("on which of the three grounds recovery was found impracticable",)
            status, because = Status.CANNOT_JUDGE, f"{fact} by the {body}; on which ground is not on record."
        else:
            status, because = Status.EXCEPTION_RELIED_ON, f"{fact} by the {body}: {waived.text.strip().rstrip('.')}."
    return judge.find(status, because, event.on, event, evidence=rows, missing=gaps)


def _entitled(case: Case, decision: Decision, day: date) -> bool | None:
    """Whether those who decided may: the compensation committee, all independent, or most independent directors."""
    motion = decision.motion
    if case.is_kind(motion.body, CommitteeKind.COMPENSATION):
        standings = {case.independence.ruling(person, day).standing for person in case.members_on(motion.body, day)}
        if Standing.NOT_INDEPENDENT in standings:
            return False
        return True if standings == {Standing.INDEPENDENT} else None
    if motion.body != BOARD:
        return False
    if motion.vote_method is not VoteMethod.BY_NAME:
        return None
    independent = case.independence.headcount(day).independent
    for_it = [v for v in case.record.where(Vote, "motion", motion.id) if v.choice is Choice.FOR]
    return 2 * sum(vote.person in independent for vote in for_it) > len(independent)
