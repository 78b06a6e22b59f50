"""LAW-NQ-5605d-CURE: the clock of the compensation committee after one vacancy or one loss of independence."""

from collections.abc import Iterator

from boarddesk.rules.api import COMPENSATION_CURE, Case, Finding, Judge, cure_findings, rule


@rule("LAW-NQ-5605d-CURE")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year."""
    return cure_findings(case, judge, COMPENSATION_CURE)
