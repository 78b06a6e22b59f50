"""LAW-NQ-5605d-REASSESS: the compensation committee reviews and reassesses its charter each year."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, Status, check_duty, rule, smaller_company


@rule("LAW-NQ-5605d-REASSESS")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year; a smaller reporting company is exempt."""
    exempt = {year.id: found for year in case.years if not year.ahead and (found := smaller_company(case, year.cut))}
    for finding in check_duty(case, judge):
        small = exempt.get(finding.period)
        if small is None:
            yield finding
        else:
            year = next(year for year in case.years if year.id == finding.period)
            because = "A smaller reporting company need not reassess the charter each year."
            yield judge.find(Status.EXEMPT, because, year, relied=(small,))
