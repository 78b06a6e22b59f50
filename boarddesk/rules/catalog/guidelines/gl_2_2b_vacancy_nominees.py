"""GL-2.2b: the nominating committee approves those who fill vacancies, before the board appoints them."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Appointment,
    Case,
    CommitteeKind,
    Decision,
    Finding,
    How,
    Judge,
    MotionKind,
    Row,
    Status,
    counted,
    on,
    rule,
    sentence,
)  # fmt: skip

Verdict = tuple[Status, str, tuple[str, ...]]


@rule("GL-2.2b")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding an appointment, and one for seats that are vacant now."""
    for term in case.record.all(Appointment):
        if term.how is How.APPOINTED and case.judged(term.start):
            yield _appointment(case, judge, term)
    size, seated = case.size_on(case.as_of), len(case.directors_on(case.as_of))
    if size is not None and size.size > seated and case.judged(case.as_of):
        because = f"{counted(size.size - seated, 'seat is', 'seats are')} vacant; nobody has been appointed yet."
        quarter = case.quarter_holding(case.as_of)
        yield judge.find(Status.NOT_YET_DUE, sentence(because), quarter, evidence=[size])


def _appointment(case: Case, judge: Judge, term: Appointment) -> Finding:
    board = case.decisions.by_id(term.motion)
    named = case.decisions.motions(MotionKind.NOMINATE, last=term.start)
    ours = [
        case.decisions.of(motion) for motion in named
        if term.person in motion.subjects and case.is_kind(motion.body, CommitteeKind.NOMINATING)
    ]  # fmt: skip
    status, because, missing = _verdict(case, term, board, ours)
    rows: list[Row] = [term, *(d.motion for d in ours), *([board.motion] if board else [])]
    remedy = f"This cannot be cured for the appointment of {on(term.start)}." if status is Status.NOT_MET else ""
    return judge.find(status, because, term.start, term.person, evidence=rows, missing=missing, remedy=remedy)


def _verdict(case: Case, term: Appointment, board: Decision | None, ours: list[Decision]) -> Verdict:
    name, committee = case.name(term.person), case.body("nominating", term.start)
    if board is None or board.moment is None:
        gaps = ("appointing motion of the Board",) if ours else ("nomination", "appointing motion of the Board")
        because = f"{name} was appointed on {on(term.start)}; the Board's motion is not on record."
        return Status.CANNOT_JUDGE, because, gaps
    orders = {d.before(board): d for d in ours if d.carried}
    if True in orders:
        day = orders[True].day or term.start
        return Status.MET, f"The {committee} nominated {name} on {on(day)}, before the appointment.", ()
    if None in orders:
        because = f"{name} was nominated and appointed on {on(term.start)}; which came first is not on record."
        return Status.CANNOT_JUDGE, because, ("hour of the committee's and of the Board's motion",)
    if any(d.result is None for d in ours):
        because = f"The result of the {committee}'s motion to nominate {name} is not recorded."
        return Status.CANNOT_JUDGE, because, ("result of the nominating motion",)
    because = f"{name} was appointed on {on(term.start)} without a nomination by the {committee} before it."
    return Status.NOT_MET, because, ()
