"""LAW-NQ-IND-D: no payments above the limit with an organization that a director or Family Member leads or owns."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, bright_line_findings, rule


@rule("LAW-NQ-IND-D")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a director and year."""
    return bright_line_findings(case, judge, "D")
