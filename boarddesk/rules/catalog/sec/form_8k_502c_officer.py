"""LAW-8K-502c: new principal officers are reported."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Item, Judge, filing_findings, rule


@rule("LAW-8K-502c")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding for each starting fact, and one for each year without any."""
    yield from filing_findings(case, judge, Item.OFFICER, "No appointment of a principal officer")
