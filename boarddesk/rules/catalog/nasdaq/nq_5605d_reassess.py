"""LAW-NQ-5605d-REASSESS: the compensation committee reviews and reassesses its charter each year."""

from collections.abc import Iterator

from msgspec.structs import replace

from boarddesk.rules.api import SMALLER, Case, Finding, Judge, Status, check_duty, rule


@rule("LAW-NQ-5605d-REASSESS")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year; a smaller reporting company is exempt."""
    years = {year.id: year for year in case.years}
    for finding in check_duty(case, judge):
        year = years[finding.period]
        small = judge.value(SMALLER, year.cut)
        if not small.yes:
            yield replace(finding, parameters=(small.used, *finding.parameters))
        else:
            because = "A smaller reporting company need not reassess the charter each year."
            yield judge.find(Status.EXEMPT, because, year, relied=(small,))
