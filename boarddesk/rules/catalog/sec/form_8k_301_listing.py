"""LAW-8K-301: notices to and from the exchange are reported, from the day of the notice."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Item, Judge, filing_findings, rule


@rule("LAW-8K-301")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding for each starting fact, and one for each year without any."""
    yield from filing_findings(
        case, judge, Item.LISTING, "No notice to or from the exchange and no decision on the listing"
    )
