"""LAW-8K-503: amendments of certificate and bylaws and a change of the fiscal year are reported."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Item, Judge, filing_findings, rule


@rule("LAW-8K-503")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding for each starting fact, and one for each year without any."""
    yield from filing_findings(
        case, judge, Item.CHARTER, "No amendment of certificate or bylaws and no change of the fiscal year"
    )
