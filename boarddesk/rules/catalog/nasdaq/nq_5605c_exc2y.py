"""LAW-NQ-5605c-EXC2Y: an exceptional and limited member of the audit committee serves two years at most."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, exceptional_findings, rule


@rule("LAW-NQ-5605c-EXC2Y")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year and member who serves by way of exception."""
    return exceptional_findings(case, judge)
