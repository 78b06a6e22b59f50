"""GL-3.3: other commitments must not materially interfere; what was answered, and the view taken on it."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD,
    Case,
    Designation,
    Finding,
    Judge,
    Motion,
    Period,
    Question,
    Questionnaire,
    Row,
    Status,
    commitments_view,
    counted,
    director_findings,
    listed,
    number,
    on,
    rule,
)


@rule("GL-3.3")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a director and year, as things stood at its end."""
    return director_findings(case, judge, _director)


def _director(case: Case, judge: Judge, year: Period, person: str) -> Finding:
    name, view = case.name(person), commitments_view(case, person, year.cut)
    answers = case.answers.newest(person, Question.SEATS, year.cut)
    rows: list[Row] = [row for row in (answers, view) if row is not None]
    said = _seats(name, answers, year) if answers else ""
    if view is not None and not view.found:
        because = f"{_who(case, view)} found that other commitments of {name} interfere."
        return judge.find(Status.JUDGMENT_NEEDED, because, year, person, evidence=rows)
    newer = view and answers and answers.received_on and answers.received_on > view.decided_on
    if view is not None and not newer:
        because = f"{_who(case, view)} found that other commitments of {name} do not interfere"
        return judge.find(Status.RECORDED, f"{because}{f'; {said}' if said else ''}.", year, person, evidence=rows)
    if said:
        older = f"the view taken on {on(view.decided_on)} is older" if view else "no view taken on it is on record"
        return judge.find(Status.INFORMATION, f"{said}; {older}.", year, person, evidence=rows)
    because = f"No answer of {name} on other commitments is on record, nor a view taken on them."
    missing = (case.answers.wanted(Question.SEATS, name, year.cut),)
    return judge.find(Status.CANNOT_JUDGE, because, year, person, evidence=rows, missing=missing)


def _who(case: Case, view: Designation) -> str:
    motion = case.record.find(Motion, view.motion)
    body = "Board" if motion is None or motion.body == BOARD else case.body(motion.body, view.decided_on)
    return f"On {on(view.decided_on)} the {body}"


def _seats(name: str, answers: Questionnaire, year: Period) -> str:
    held = [
        seat for seat in answers.seats
        if (seat.since is None or seat.since <= year.cut) and (seat.until is None or seat.until > year.cut)
    ]  # fmt: skip
    known = listed(dict.fromkeys(seat.company for seat in held))
    registered = sum(seat.registered is True for seat in held)
    note = f": {known}, {number(registered) if registered else 'none'} with a registered company" if held else ""
    return f"{name} listed {counted(len(held), 'seat')} elsewhere in the {answers.year} questionnaire{note}"
