"""LAW-8K-507: the votes at a meeting of stockholders are reported after it ends."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Item, Judge, filing_findings, rule, vote_findings


@rule("LAW-8K-507")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding for each starting fact, and one for each year without any."""
    yield from filing_findings(case, judge, Item.VOTE, "No meeting of stockholders that ended")
    yield from vote_findings(case, judge)
