"""LAW-NQ-5605c-PREP3Y: no audit committee member took part in preparing the statements in three years."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, distance, qualification_findings, rule


@rule("LAW-NQ-5605c-PREP3Y")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a member and year."""
    return qualification_findings(case, judge, distance)
