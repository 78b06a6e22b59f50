"""LAW-NQ-5605c-CURE: the clocks of the audit committee after one vacancy or one loss of independence."""

from collections.abc import Iterator

from boarddesk.rules.api import AUDIT_CURE, Case, Finding, Judge, cure_findings, rule


@rule("LAW-NQ-5605c-CURE")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year."""
    return cure_findings(case, judge, AUDIT_CURE)
