"""LAW-NQ-IND-F: no present partner of the outside auditor, and no past work on the company's audit."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, bright_line_findings, rule


@rule("LAW-NQ-IND-F")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a director and year."""
    return bright_line_findings(case, judge, "F")
