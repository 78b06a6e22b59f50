"""PR-IND-DET: the board has determined each director's independence, and no answer has changed since."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Finding,
    Judge,
    Period,
    Row,
    Ruling,
    Standing,
    Status,
    add_months,
    by_other_than_board,
    months_of,
    on,
    rule,
)  # fmt: skip

AGE = "determination_max_age"


@rule("PR-IND-DET")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a director and quarter, as things stood at its end."""
    for quarter in case.quarters:
        if not quarter.ahead:
            for person in case.directors_on(quarter.cut):
                yield _director(case, judge, quarter, person)


def _director(case: Case, judge: Judge, quarter: Period, person: str) -> Finding:
    name = case.name(person)
    ruling = case.independence.ruling(person, quarter.cut)
    made = ruling.determination
    rows: list[Row] = [row for row in (made, ruling.changed, ruling.office) if row is not None]
    if made is None:
        return _undetermined(judge, quarter, person, ruling, name)
    said = f"{name} was determined {_outcome(ruling)} on {on(made.decided_on)}"
    remedy = "A new determination by the Board."
    doubt = by_other_than_board(case, made, said)
    if doubt is not None:
        because, rows = f"{doubt.text}.", [*rows, *doubt.rows]
        by_board = "A determination by the Board."
        return judge.find(doubt.status, because, quarter, person, evidence=rows, missing=doubt.missing, remedy=by_board)
    if ruling.standing is Standing.UNDER_REVIEW and ruling.changed and ruling.changed.received_on:
        weighed = (
            "was weighed only later"
            if case.independence.weighed(person, ruling.changed)
            else "has not been weighed yet"
        )
        because = f"{said}; an answer changed on {on(ruling.changed.received_on)} and {weighed}."
        return judge.find(Status.JUDGMENT_NEEDED, because, quarter, person, evidence=rows, remedy=remedy)
    age = case.parameters.own(AGE, quarter.cut)
    months = months_of(age.text) if age else None
    if age is not None and months is not None and add_months(made.decided_on, months) < quarter.cut:
        because = f"{said}, longer ago than the {age.used.value} that the company set."
        return judge.find(Status.JUDGMENT_NEEDED, because, quarter, person, evidence=rows, remedy=remedy, relied=(age,))
    waiting = case.independence.uncompared(person, made.decided_on, quarter.cut)
    if waiting is not None and waiting.received_on is not None:
        because = f"{said}; the answers of {on(waiting.received_on)} have not been compared with the earlier ones."
        missing = (f"comparison of the answers of {on(waiting.received_on)}",)
        return judge.find(Status.CANNOT_JUDGE, because, quarter, person, evidence=[*rows, waiting], missing=missing)
    return judge.find(Status.MET, f"{said}; no answer has changed since.", quarter, person, evidence=rows)


def _undetermined(judge: Judge, quarter: Period, person: str, ruling: Ruling, name: str) -> Finding:
    if ruling.office is not None:
        because = f"{name} holds an office of the company and cannot be independent; no determination is needed."
        return judge.find(Status.NOT_APPLICABLE, because, quarter, person, evidence=[ruling.office])
    because = f"No determination of the independence of {name} is on record."
    missing = (f"determination of independence of {name}",)
    return judge.find(
        Status.NOT_RECORDED, because, quarter, person, missing=missing, remedy="A determination by the Board."
    )


def _outcome(ruling: Ruling) -> str:
    return "not independent" if ruling.standing is Standing.NOT_INDEPENDENT else "independent"
