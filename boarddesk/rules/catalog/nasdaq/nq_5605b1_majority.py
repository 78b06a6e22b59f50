"""LAW-NQ-5605b1: a majority of the directors in office are independent, as the board determined."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Finding,
    Judge,
    Period,
    Status,
    Value,
    cure_deadline,
    lost_by,
    majority_rows,
    majority_runs,
    majority_words,
    on,
    phase_in_ends,
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
    needed = judge.value("majority", quarter.cut)
    status, count, since = worst_count(case, quarter, needed.fraction)
    because = majority_words(case, status, count, since, quarter)
    rows = majority_rows(case, count, since)
    missing = undetermined(case, count) if status is Status.CANNOT_JUDGE else ()
    if status is not Status.NOT_MET:
        remedy = "A determination by the Board." if status is not Status.MET else ""
        return judge.find(status, because, quarter, evidence=rows, missing=missing, relied=(needed,), remedy=remedy)
    remedy = "A further director whom the Board determines to be independent."
    relied: tuple[Value, ...] = (needed,)
    phase = phase_in_ends(case, judge, quarter.cut)
    if phase is not None and quarter.cut <= phase[0]:
        because = f"{because} The phase-in after listing ends on {on(phase[0])}."
        return judge.find(
            Status.IN_PHASE_IN, because, quarter, evidence=rows, due=phase[0], relied=(needed, phase[1]), remedy=remedy
        )
    run = next((r for r in majority_runs(case) if r.first <= since and (r.end is None or since < r.end)), None)
    if run is not None and lost_by(run, needed.fraction):
        end = cure_deadline(case, judge, run.first, "majority_cure_months", "majority_cure_near_days")
        if run.last_day(quarter.cut) <= end.day:
            because = f"{because} The cure period ends on {on(end.day)}, {end.why}."
            return judge.find(
                Status.IN_CURE, because, quarter, evidence=rows, due=end.day, remedy=remedy,
                relied=(needed, *end.relied),
            )  # fmt: skip
        because = f"{because} The cure period ended on {on(end.day)}."
        relied = (needed, *end.relied)
    return judge.find(Status.NOT_MET, because, quarter, evidence=rows, relied=relied, remedy=remedy)
