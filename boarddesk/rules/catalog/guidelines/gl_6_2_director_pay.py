"""GL-6.2: the board approves directors' pay, after the committee's recommendation."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD,
    WORST_FIRST,
    Case,
    Decision,
    Finding,
    Judge,
    MotionKind,
    Period,
    Result,
    Status,
    by_committee,
    dates,
    director_pay_verdict,
    rule,
)  # fmt: skip


@rule("GL-6.2")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year."""
    for year in case.years:
        if not year.ahead:
            yield _year(case, judge, year)


def _year(case: Case, judge: Judge, year: Period) -> Finding:
    decided = [d for d in _decisions(case, MotionKind.DIRECTOR_PAY, year) if d.motion.body == BOARD]
    advised = [d for d in _decisions(case, MotionKind.DIRECTOR_PAY_RECOMMEND, year) if by_committee(case, d.motion)]
    rows = [d.motion for d in (*advised, *decided)]
    carried = [d for d in decided if d.carried]
    if carried:
        verdicts = [director_pay_verdict(case, decision) for decision in carried]
        status, because, missing = min(verdicts, key=lambda verdict: WORST_FIRST.index(verdict[0]))
        return judge.find(status, because, year, evidence=rows, missing=missing)
    if any(d.result is None for d in decided):
        because = f"The result of the Board's motion on directors' pay in {year.label} is not recorded."
        return judge.find(Status.CANNOT_JUDGE, because, year, evidence=rows, missing=("result of the motion",))
    open_advice = [d for d in advised if d.carried]
    if open_advice:
        said = f"The committee recommended directors' pay on {dates(d.day for d in open_advice if d.day)}"
        status = Status.NOT_RECORDED if year.past else Status.NOT_YET_DUE
        failed = any(d.result is Result.FAILED for d in decided)
        because = (
            f"{said}; the Board's motion did not carry."
            if failed
            else f"{said}; no decision of the Board is on record."
        )
        return judge.find(status, because, year, evidence=rows, remedy="A motion of the Board on directors' pay.")
    because = f"No recommendation or decision on directors' pay is on record for {year.label}."
    return judge.find(Status.NOT_APPLICABLE, because, year, evidence=rows)


def _decisions(case: Case, kind: MotionKind, year: Period) -> tuple[Decision, ...]:
    return case.decisions.of_kind(kind, year.first, year.cut)
