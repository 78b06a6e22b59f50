"""What the clock of a lost majority comes to within the phase-in after listing (Nasdaq 5615(b)(1))."""

from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case, Period
from boarddesk.rules.judge import Judge
from boarddesk.rules.majority import MAJORITY, Run
from boarddesk.rules.phase_in import PhaseIn, fell_short_before
from boarddesk.rules.words import on


def nothing_to_cure(judge: Judge, year: Period, run: Run, lost: str, phase: PhaseIn, rows: list[Row]) -> Finding:
    """Within the phase-in there is nothing to cure yet; `lost` says when the majority was lost."""
    relied = (judge.value(MAJORITY, year.cut), *phase.relied)
    if run.end is not None and run.end <= year.cut:
        because = f"{lost}, and restored on {on(run.end)}, within the phase-in after listing."
        return judge.find(Status.NOT_APPLICABLE, because, year, evidence=rows, relied=relied)
    because = f"{lost}; the phase-in after listing ends on {on(phase.ends)}."
    return judge.find(Status.IN_PHASE_IN, because, year, evidence=rows, due=phase.ends, relied=relied)


def incurable(case: Case, run: Run, *, caused: bool) -> str:
    """Why no cure period applies to a loss of the majority; nothing where one may."""
    if fell_short_before(case, run.first):
        return ", not after the listing, and never stood since; no cure period follows upon the phase-in"
    return "" if caused else " by more than one change, or never stood on record; no cure period applies"
