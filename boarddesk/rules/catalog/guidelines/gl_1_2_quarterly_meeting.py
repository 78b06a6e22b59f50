"""GL-1.2: at least one meeting of the board is scheduled in each fiscal quarter."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    AHEAD,
    BOARD,
    HELD,
    Case,
    Finding,
    Judge,
    Meeting,
    MeetingState,
    Period,
    Status,
    dates,
    on,
    rule,
    sentence,
)  # fmt: skip

RUNNING = frozenset({MeetingState.IN_SESSION, MeetingState.RECESSED})
OFF = {
    MeetingState.CANCELLED: "was cancelled",
    MeetingState.POSTPONED: "was postponed",
    MeetingState.FAILED_QUORUM: "failed for want of a quorum",
}


@rule("GL-1.2")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a quarter."""
    for quarter in case.quarters:
        yield _quarter(case, judge, quarter)


def _quarter(case: Case, judge: Judge, quarter: Period) -> Finding:
    meetings = case.meetings(BOARD, quarter.first, quarter.last)
    held = [m for m in meetings if m.state in HELD or m.state in RUNNING]
    off = [m for m in meetings if m.state in OFF]
    ahead = [m for m in meetings if m.state in AHEAD and m.day >= case.as_of]
    unrecorded = [m for m in meetings if m.state in AHEAD and m.day < case.as_of]
    fate = "".join(f"the meeting of {on(m.day)} {OFF[m.state]}; " for m in off)
    if held:
        return judge.find(Status.MET, f"The Board met on {dates(m.day for m in held)}.", quarter, evidence=held)
    if ahead:
        because = sentence(f"{fate}the Board is to meet on {dates(m.day for m in ahead)}.")
        return judge.find(Status.NOT_YET_DUE, because, quarter, evidence=[*off, *ahead], due=ahead[0].day)
    if unrecorded:
        because = f"Nothing records whether the meeting planned for {dates(m.day for m in unrecorded)} was held."
        missing = tuple(f"outcome of the meeting of {on(m.day)}" for m in unrecorded)
        return judge.find(Status.CANNOT_JUDGE, because, quarter, evidence=[*off, *unrecorded], missing=missing)
    return _past(case, judge, quarter, off, fate) if quarter.past else _open(case, judge, quarter, off, fate)


def _past(case: Case, judge: Judge, quarter: Period, off: list[Meeting], fate: str) -> Finding:
    if off:
        because = sentence(f"{fate}no other Board meeting was held in {quarter.label}.")
        remedy = f"This cannot be cured for {quarter.label}; whether scheduling sufficed is for the Board to say."
        return judge.find(Status.JUDGMENT_NEEDED, because, quarter, evidence=off, remedy=remedy)
    known = case.meetings(BOARD)
    if not known or known[0].day > quarter.last:
        begins = f"; the record of Board meetings begins on {on(known[0].day)}" if known else ""
        because = f"No Board meeting of {quarter.label} is on record{begins}."
        return judge.find(Status.CANNOT_JUDGE, because, quarter, missing=(f"Board meetings of {quarter.label}",))
    because = f"No Board meeting was scheduled in {quarter.label}."
    return judge.find(Status.NOT_MET, because, quarter, remedy=f"This cannot be cured for {quarter.label}.")


def _open(case: Case, judge: Judge, quarter: Period, off: list[Meeting], fate: str) -> Finding:
    """The running quarter, or one still ahead, with no meeting on the calendar."""
    soon = judge.value("due_soon_days", quarter.cut)
    near = quarter.running and (quarter.last - case.as_of).days < soon.number
    because = sentence(f"{fate}no Board meeting is scheduled in {quarter.label}, which ends on {on(quarter.last)}.")
    return judge.find(
        Status.DUE_SOON if near else Status.NOT_YET_DUE, because, quarter, evidence=off, due=quarter.last,
        remedy=f"A Board meeting by {on(quarter.last)}.", relied=(soon,),
    )  # fmt: skip
