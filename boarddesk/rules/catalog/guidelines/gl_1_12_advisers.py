"""GL-1.12: the board and its committees may take independent advice; the engagements on record show that they did."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Engagement, Finding, Judge, Period, Row, Status, listed, on, rule


@rule("GL-1.12")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding an engagement, in its first year; information in a year without a new one."""
    engaged = sorted(case.record.all(Engagement), key=lambda e: (e.engaged_on, e.id))
    for year in case.years:
        if year.ahead:
            continue
        fresh = [e for e in engaged if year.first <= e.engaged_on <= year.cut]
        for engagement in fresh:
            yield _engagement(case, judge, year, engagement)
        if not fresh:
            running = [e for e in engaged if e.ended_on is None or e.ended_on > year.first]
            older = [e for e in running if e.engaged_on < year.first]
            still = listed(f"{e.adviser}, since {on(e.engaged_on)}" for e in older)
            note = f"; engaged before and still at work: {still}" if older else ""
            because = f"No new engagement of an adviser is on record for {year.label}{note}."
            yield judge.find(Status.INFORMATION, because, year, evidence=older)


def _engagement(case: Case, judge: Judge, year: Period, engagement: Engagement) -> Finding:
    by = case.body(engagement.hired_by, engagement.engaged_on)
    said = f"The {by} engaged {engagement.adviser} on {on(engagement.engaged_on)}"
    decided = case.decisions.by_id(engagement.motion)
    rows: list[Row] = [engagement, *([decided.motion] if decided else [])]
    missing: tuple[str, ...] = ()
    if decided is None:
        missing = (f"motion of the {by} that engaged {engagement.adviser}",)
        status, because = Status.NOT_RECORDED, f"{said}; the motion is not on record."
    elif decided.result is None or decided.day is None:
        missing = (f"result of the motion that engaged {engagement.adviser}",)
        status, because = Status.CANNOT_JUDGE, f"{said}; the result of the motion is not on record."
    elif not decided.carried:
        status, because = Status.NOT_RECORDED, f"{said}; the motion of {on(decided.day)} did not carry."
    elif decided.motion.body != engagement.hired_by:
        other = case.body(decided.motion.body, decided.day)
        status, because = Status.JUDGMENT_NEEDED, f"{said}; the motion of {on(decided.day)} is of the {other}."
    else:
        status, because = Status.RECORDED, f"{said}, by its motion of {on(decided.day)}."
    return judge.find(status, because, year, engagement, evidence=rows, missing=missing, responsible=by)
