"""What is asked of every director: one finding a director and fiscal year."""

from collections.abc import Callable, Iterator

from boarddesk.domain.finding import Finding, Status
from boarddesk.rules.case import Case, Period
from boarddesk.rules.judge import Judge

Judged = Callable[[Case, Judge, Period, str], Finding]


def director_findings(case: Case, judge: Judge, judged: Judged, gap: str = "") -> Iterator[Finding]:
    """One finding a director in office at the end of each year begun; one on nobody's name where none is on record."""
    for year in case.years:
        if year.ahead:
            continue
        directors = case.directors_on(year.cut)
        for person in directors:
            yield judged(case, judge, year, person)
        if not directors:
            because = f"No director is on record for {year.label}."
            missing = (gap or f"the directors of {year.label}",)
            yield judge.find(Status.CANNOT_JUDGE, because, year, missing=missing)
