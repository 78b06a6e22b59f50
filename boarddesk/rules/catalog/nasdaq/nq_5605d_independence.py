"""LAW-NQ-5605d-IND: every member of the compensation committee is independent, an exceptional one aside."""

from collections.abc import Iterator

from boarddesk.rules.api import COMPENSATION_CURE, Case, Finding, Judge, member_findings, rule


@rule("LAW-NQ-5605d-IND")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a quarter."""
    return member_findings(case, judge, COMPENSATION_CURE)
