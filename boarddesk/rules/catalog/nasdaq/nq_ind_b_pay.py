"""LAW-NQ-IND-B: no director held independent, and no Family Member, was paid above the limit in twelve months."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, bright_line_findings, rule


@rule("LAW-NQ-IND-B")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a director and year."""
    return bright_line_findings(case, judge, "B")
