"""GL-1.8: the compensation committee reviews and approves every other executive officer's pay each year."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, Role, no_officers, officers, pay_finding, rule


@rule("GL-1.8")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year and officer in post at its end, the CEO left out."""
    for year in case.years:
        if year.ahead:
            yield judge.ahead(year)
            continue
        others = [t for t in officers(case, year).values() if t.role is not Role.CEO]
        for officer in others:
            yield pay_finding(case, judge, year, officer)
        if not others:
            yield no_officers(judge, year, "executive officer beside the CEO")
