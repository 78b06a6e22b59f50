"""LAW-NQ-5605e-NOM: nominees are selected or recommended by independent directors."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, nomination_findings, rule


@rule("LAW-NQ-5605e-NOM")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a nominee, and one a director appointed by the Board."""
    return nomination_findings(case, judge)
