"""GL-5.3: committee members meet the criteria of their charter."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, criteria_findings, rule


@rule("GL-5.3")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a standing committee and year."""
    return criteria_findings(case, judge)
