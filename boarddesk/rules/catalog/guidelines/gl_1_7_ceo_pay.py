"""GL-1.7: the compensation committee reviews and approves the CEO's pay each year, equity included."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, Role, no_officers, officers, pay_finding, rule


@rule("GL-1.7")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year for the CEO in post at its end."""
    for year in case.years:
        if year.ahead:
            yield judge.ahead(year)
            continue
        ceo = next((t for t in officers(case, year).values() if t.role is Role.CEO), None)
        yield pay_finding(case, judge, year, ceo) if ceo else no_officers(judge, year, "chief executive officer")
