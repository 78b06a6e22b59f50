"""LAW-8K-502d: directors whom the board elects are reported, from the election."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Item, Judge, committee_findings, filing_findings, rule


@rule("LAW-8K-502d")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding for each starting fact, and one for each year without any."""
    yield from filing_findings(case, judge, Item.DIRECTOR, "No election of a director by the Board")
    yield from committee_findings(case, judge)
