"""GL-1.10: the board is made up of people of relevant knowledge and experience; the skills matrix shows it."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Finding,
    Judge,
    Period,
    Status,
    director_findings,
    interval_due,
    listed,
    on,
    rule,
    skill_lines,
)


@rule("GL-1.10")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a director and year, as the matrix stood at its end."""
    return director_findings(case, judge, _director)


def _director(case: Case, judge: Judge, year: Period, person: str) -> Finding:
    name = case.name(person)
    lines = skill_lines(case, person, year.cut)
    if not lines:
        because = f"The skills matrix has no line for {name} in {year.label}."
        gaps = (f"lines of the skills matrix for {name}",)
        return judge.find(Status.NOT_RECORDED, because, year, person, missing=gaps)
    newest = max(line.as_of for line in lines)
    fields = listed(sorted({line.field for line in lines}))
    said = f"The skills matrix lists {fields} for {name}, last brought up to date on {on(newest)}"
    bare = sorted({line.field for line in lines if not line.shown_by})
    limit = interval_due(case, judge, newest, year.cut)
    remedy, missing = "", tuple(f"what shows the knowledge of {name} in {field}" for field in bare)
    if bare:
        status, because = Status.NOT_RECORDED, f"{said}; what shows it is not on record for {listed(bare)}."
    elif limit is not None and limit.day < year.cut:
        status, remedy = Status.OVERDUE, "A review of the skills matrix."
        because = f"{said}; the interval that the company adopted ({limit.value.used.value}) ended on {on(limit.day)}."
    else:
        status, because = Status.RECORDED, f"{said}."
    due, relied = (limit.day, (limit.value,)) if limit else (None, ())
    return judge.find(
        status, because, year, person, evidence=lines, missing=missing, due=due, relied=relied, remedy=remedy
    )
