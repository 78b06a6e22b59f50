"""LAW-NQ-5605c-10A3FEE: no member of the audit committee accepts any compensatory fee from the company."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, fees, overlay_findings, rule

REMEDY = "What was accepted while a member cannot be cured; a member who accepts no such fee, for the time to come."


@rule("LAW-NQ-5605c-10A3FEE")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a member and year, over the days of service in it."""
    return overlay_findings(case, judge, fees, REMEDY)
