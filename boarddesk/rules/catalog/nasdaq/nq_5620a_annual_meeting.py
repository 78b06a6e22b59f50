"""LAW-NQ-5620a: an annual meeting within one year after each fiscal year-end."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, annual_meeting_findings, rule


@rule("LAW-NQ-5620a")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year."""
    yield from annual_meeting_findings(case, judge)
