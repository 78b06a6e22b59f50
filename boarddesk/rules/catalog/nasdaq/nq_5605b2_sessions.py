"""LAW-NQ-5605b2: regularly scheduled sessions with only independent directors; two a year are expected."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    AHEAD,
    BOARD,
    HELD,
    INDEPENDENT,
    Case,
    Finding,
    Judge,
    Meeting,
    Period,
    Purity,
    Status,
    Value,
    counted,
    dates,
    on,
    rule,
    sentence,
)  # fmt: skip

UNCLEAR = (Purity.UNKNOWN, Purity.UNDER_REVIEW)


@rule("LAW-NQ-5605b2")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year."""
    for year in case.years:
        yield judge.ahead(year) if year.ahead else _year(case, judge, year)


def _year(case: Case, judge: Judge, year: Period) -> Finding:
    needed = judge.value("independent_sessions_expected", year.cut)
    held = [m for m in case.meetings(INDEPENDENT, year.first, year.cut) if m.state in HELD]
    best = {m.id: case.sessions.best(m) for m in held}
    pure = {m.id: found.purity if (found := best[m.id]) else Purity.UNKNOWN for m in held}
    clean = [m for m in held if pure[m.id] is Purity.CLEAN]
    unclear = [m for m in held if pure[m.id] in UNCLEAR]
    days = f": {dates(m.day for m in clean)}" if clean else ""
    said = sentence(f"{counted(len(clean), 'session')} of independent directors alone in {year.label}{days}")
    if year.running and len(clean) < needed.number:
        return _open(case, judge, year, clean, needed, said)
    low, high = _status(len(clean), needed.number), _status(len(clean) + len(unclear), needed.number)
    if low is not high or (not held and not case.meetings(BOARD, year.first, year.last)):
        missing = tuple(f"who was present at the session of {on(m.day)}" for m in unclear)
        because = f"{said}; who met on {dates(m.day for m in unclear)} cannot be told." if unclear else (
            f"No meeting of the Board or independent directors in {year.label} is on record.")  # fmt: skip
        missing = missing or (f"meetings of {year.label}",)
        return judge.find(Status.CANNOT_JUDGE, because, year, evidence=held, missing=missing, relied=(needed,))
    because = f"{said}; {counted(needed.number, 'session is', 'sessions are')} expected."
    remedy = "" if low is Status.MET else f"This cannot be cured for {year.label}."
    return judge.find(low, because, year, evidence=clean or held, relied=(needed,), remedy=remedy)


def _open(case: Case, judge: Judge, year: Period, clean: list[Meeting], needed: Value, said: str) -> Finding:
    ahead = [m for m in case.meetings(INDEPENDENT, case.as_of, year.last) if m.state in AHEAD]
    soon = judge.value("due_soon_days", year.cut)
    enough = len(clean) + len(ahead) >= needed.number
    near = (year.last - case.as_of).days <= soon.number
    plan = f"{counted(len(ahead), 'more is', 'more are')} planned" if ahead else "no more is planned"
    status = Status.DUE_SOON if near and not enough else Status.NOT_YET_DUE
    remedy = "" if enough else f"A further session by {on(year.last)}."
    because = f"{said}; {plan}, {counted(needed.number, 'is', 'are')} expected."
    return judge.find(
        status, because, year, evidence=[*clean, *ahead], due=year.last, relied=(needed, soon), remedy=remedy
    )


def _status(count: int, needed: int) -> Status:
    return Status.MET if count >= needed else Status.JUDGMENT_NEEDED if count else Status.NOT_MET
