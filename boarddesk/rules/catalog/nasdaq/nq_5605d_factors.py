"""LAW-NQ-5605d-FACTORS: the Board weighed source of pay and affiliation for each compensation committee member."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, factor_findings, rule


@rule("LAW-NQ-5605d-FACTORS")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a member and year."""
    return factor_findings(case, judge)
