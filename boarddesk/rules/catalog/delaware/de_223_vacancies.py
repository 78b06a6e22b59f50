"""LAW-DE-223: directors in office fill vacancies by their majority, and the appointee serves until the class stands."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Appointment,
    Case,
    Finding,
    How,
    Judge,
    Row,
    Status,
    filling_points,
    on,
    rule,
    sentence,
    term_points,
    worst,
)

KEYS = ("vacancy_vote_fraction", "vacancies_filled_by_directors", "class_term_years")
REMEDY = (
    "The Board may act anew with a majority of the directors in office; a term ends with the election of its class."
)


@rule("LAW-DE-223")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding an appointment by the directors, and one for each year without any."""
    found = [term for term in case.record.all(Appointment) if term.how is How.APPOINTED and case.judged(term.start)]
    for term in found:
        yield _appointment(case, judge, term)
    for year in case.years:
        if not year.ahead and not any(year.holds(term.start) for term in found):
            because = f"No vacancy or new seat was filled by the directors in {year.label}."
            yield judge.find(Status.NOT_APPLICABLE, because, year)


def _appointment(case: Case, judge: Judge, term: Appointment) -> Finding:
    share, who, years = (judge.value(key, term.start) for key in KEYS)
    points = [*filling_points(case, term, share, who), *term_points(case, term, years)]
    status = worst(points)
    worse = [point for point in points if point.status is status]
    rows: list[Row] = [row for point in (points if status is Status.MET else worse) for row in point.rows]
    because = "; ".join(point.text for point in worse)
    if status is Status.MET and len(worse) > 1:
        because = f"{worse[0].text}; {case.name(term.person)}, in office since {on(term.start)}, {worse[1].text}"
    return judge.find(
        status, f"{sentence(because)}.", term.start, term.person, evidence=dict.fromkeys(rows),
        missing=tuple(gap for point in worse for gap in point.missing), relied=(share, who, years),
        remedy=REMEDY if status is Status.NOT_MET else "",
    )  # fmt: skip
