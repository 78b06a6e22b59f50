"""LAW-NQ-5605c-IND: every member of the audit committee is independent, an exceptional one aside."""

from collections.abc import Iterator

from boarddesk.rules.api import AUDIT_CURE, Case, Finding, Judge, member_findings, rule


@rule("LAW-NQ-5605c-IND")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a quarter."""
    return member_findings(case, judge, AUDIT_CURE)
