"""LAW-NQ-5605b1: a majority of the directors in office are independent, as the board determined."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD_MAJORITY,
    WORST_FIRST,
    Case,
    Finding,
    Judge,
    Period,
    PhaseIn,
    Status,
    cure_deadline,
    fell_short_before,
    lost_by,
    majority_rows,
    majority_runs,
    majority_words,
    on,
    parts_of,
    phase_in,
    rule,
    undetermined,
    worst_count,
)  # fmt: skip


@rule("LAW-NQ-5605b1")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a quarter, by the worst day in it; while a cure period runs it is in cure."""
    for quarter in case.quarters:
        yield judge.ahead(quarter) if quarter.ahead else _quarter(case, judge, quarter)


def _quarter(case: Case, judge: Judge, quarter: Period) -> Finding:
    """The worst of what lies within the phase-in after listing, where one bears on the quarter, and outside of it."""
    phase = phase_in(case, BOARD_MAJORITY, quarter.cut)
    found = [_part(case, judge, quarter, part, phase) for part in parts_of(phase, quarter)]
    return min(found, key=lambda finding: WORST_FIRST.index(finding.status))


def _part(case: Case, judge: Judge, quarter: Period, part: Period, phase: PhaseIn | None) -> Finding:
    needed = judge.value("majority", quarter.cut)
    status, count, since = worst_count(case, part, needed.fraction)
    because = majority_words(case, status, count, since, quarter)
    rows = majority_rows(case, count, since)
    missing = undetermined(case, count) if status is Status.CANNOT_JUDGE else ()
    if status is not Status.NOT_MET:
        remedy = "A determination by the Board." if status is not Status.MET else ""
        return judge.find(status, because, quarter, evidence=rows, missing=missing, relied=(needed,), remedy=remedy)
    remedy = "A further director whom the Board determines to be independent."
    relied = (needed, *(phase.relied if phase is not None else ()))
    if phase is not None and phase.runs(part.cut):
        because = f"{because} The phase-in after listing ends on {on(phase.ends)}."
        return judge.find(
            Status.IN_PHASE_IN, because, quarter, evidence=rows, due=phase.ends, relied=relied, remedy=remedy
        )
    run = next((r for r in majority_runs(case) if r.first <= since and (r.end is None or since < r.end)), None)
    if run is not None and lost_by(run, needed.fraction) and not fell_short_before(case, run.first):
        end = cure_deadline(case, judge, run.first, "majority_cure_months", "majority_cure_near_days")
        relied = (*relied, *end.relied)
        if run.last_day(part.cut) <= end.day:
            because = f"{because} The cure period ends on {on(end.day)}, {end.why}."
            return judge.find(
                Status.IN_CURE, because, quarter, evidence=rows, due=end.day, remedy=remedy, relied=relied
            )
        because = f"{because} The cure period ended on {on(end.day)}."
    return judge.find(Status.NOT_MET, because, quarter, evidence=rows, relied=relied, remedy=remedy)
