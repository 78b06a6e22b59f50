"""LAW-NQ-5605c-LIT: every audit committee member could read basic financial statements when appointed."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, literacy, qualification_findings, rule


@rule("LAW-NQ-5605c-LIT")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a member and year."""
    return qualification_findings(case, judge, literacy)
