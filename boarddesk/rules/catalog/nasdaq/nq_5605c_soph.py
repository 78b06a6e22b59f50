"""LAW-NQ-5605c-SOPH: at least one audit committee member is financially sophisticated."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, rule, sophistication_findings


@rule("LAW-NQ-5605c-SOPH")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a quarter."""
    return sophistication_findings(case, judge)
