"""LAW-SK-407d5: the Board decided who is an audit committee financial expert, or that there is none."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, expert_findings, rule


@rule("LAW-SK-407d5")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year."""
    return expert_findings(case, judge)
