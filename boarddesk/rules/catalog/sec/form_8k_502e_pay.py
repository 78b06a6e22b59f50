"""LAW-8K-502e: pay arrangements of the leading officers are reported."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Item, Judge, filing_findings, rule


@rule("LAW-8K-502e")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding for each starting fact, and one for each year without any."""
    yield from filing_findings(case, judge, Item.PAY, "No pay arrangement of a leading executive officer")
