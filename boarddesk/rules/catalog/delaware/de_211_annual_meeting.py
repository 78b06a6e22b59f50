"""LAW-DE-211: an annual meeting within 30 days after its designated day, or 13 months where none was designated."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, annual_clock_finding, rule


@rule("LAW-DE-211")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year."""
    for year in case.years:
        yield judge.ahead(year) if year.ahead else annual_clock_finding(case, judge, year)
