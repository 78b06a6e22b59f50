"""LAW-NQ-IND-E: no executive officer of the company sat on the pay committee where a director is an executive."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, bright_line_findings, rule


@rule("LAW-NQ-IND-E")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a director and year."""
    return bright_line_findings(case, judge, "E")
