"""LAW-NQ-5605b1-CURE: the clock for restoring the majority after one vacancy or one loss of independence."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD_MAJORITY,
    Case,
    Finding,
    Judge,
    Period,
    Row,
    Run,
    Status,
    Value,
    cure_deadline,
    incurable,
    lost_by,
    majority_rows,
    nothing_to_cure,
    on,
    phase_in,
    rule,
    runs_within,
    undetermined,
    worst_count,
)  # fmt: skip


@rule("LAW-NQ-5605b1-CURE")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year, by its last time without the majority."""
    for year in case.years:
        if not year.ahead:
            yield _year(case, judge, year)


def _year(case: Case, judge: Judge, year: Period) -> Finding:
    needed = judge.value("majority", year.cut)
    here = runs_within(case, year)
    if not here:
        status, count, _ = worst_count(case, year, needed.fraction)
        if status is Status.CANNOT_JUDGE:
            because = f"Whether the majority was ever lost in {year.label} is not on record."
            return judge.find(status, because, year, missing=undetermined(case, count), relied=(needed,))
        return judge.find(Status.NOT_APPLICABLE, f"The majority was not lost in {year.label}.", year, relied=(needed,))
    run = here[-1]
    cause = lost_by(run, needed.fraction)
    rows: list[Row] = majority_rows(case, run.counts[0], run.first)
    lost = f"The majority was lost on {on(run.first)}"
    phase = phase_in(case, BOARD_MAJORITY, year.cut)
    if phase is not None and phase.runs(run.last_day(year.cut)):
        return nothing_to_cure(judge, year, run, lost, phase, rows)
    needed_too = (needed, *(phase.relied if phase is not None else ()))
    why = incurable(case, run, caused=cause is not None)
    if cause is None or why:
        return judge.find(Status.NOT_APPLICABLE, f"{lost}{why}.", year, evidence=rows, relied=needed_too)
    how, person = cause
    name = case.name(person)
    why = f"when {name} left the Board" if how == "left" else f"when {name} was no longer independent"
    return _clock(case, judge, year, run, f"{lost}, {why}", rows, needed_too)


def _clock(
    case: Case, judge: Judge, year: Period, run: Run, lost: str, rows: list[Row], needed: tuple[Value, ...]
) -> Finding:
    end = cure_deadline(case, judge, run.first, "majority_cure_months", "majority_cure_near_days")
    rows = [*rows, *([end.meeting] if end.meeting else [])]
    restored = run.end is not None and run.end <= year.cut
    if restored and run.end is not None:
        status = Status.MET if run.end <= end.day else Status.CURE_EXPIRED
        because = f"{lost}, and restored on {on(run.end)}; the cure period ended on {on(end.day)}, {end.why}."
    elif year.cut <= end.day:
        status, because = Status.IN_CURE, f"{lost}; the cure period ends on {on(end.day)}, {end.why}."
    else:
        status, because = Status.CURE_EXPIRED, f"{lost}; the cure period ended on {on(end.day)}, {end.why}."
    remedy = "" if restored else "A further director whom the Board determines to be independent."
    relied = (*needed, *end.relied)
    return judge.find(
        status, because, year, evidence=rows, due=None if restored else end.day, relied=relied, remedy=remedy
    )
