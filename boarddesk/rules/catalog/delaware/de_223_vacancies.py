"""LAW-DE-223: directors in office fill vacancies by their majority, and the appointee serves until the class stands."""

from collections.abc import Iterator

from boarddesk.rules.api import Appointment, Case, Finding, How, Judge, Status, rule, vacancy_finding


@rule("LAW-DE-223")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding an appointment by the directors, and one for each year without any."""
    found = [term for term in case.record.all(Appointment) if term.how is How.APPOINTED and case.judged(term.start)]
    for term in found:
        yield vacancy_finding(case, judge, term)
    for year in case.years:
        if not year.ahead and not any(year.holds(term.start) for term in found):
            because = f"No vacancy or new seat was filled by the directors in {year.label}."
            yield judge.find(Status.NOT_APPLICABLE, because, year)
