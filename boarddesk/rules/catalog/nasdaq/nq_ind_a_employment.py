"""LAW-NQ-IND-A: no director held independent is, or in the past three years was, employed by the company."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, bright_line_findings, rule


@rule("LAW-NQ-IND-A")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a director and year."""
    return bright_line_findings(case, judge, "A")
