"""LAW-8K-502a: a disagreement or a removal for cause is reported, and the director's letter filed."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Item, Judge, filing_findings, letter_findings, rule


@rule("LAW-8K-502a")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding for each starting fact, and one for each year without any."""
    yield from filing_findings(case, judge, Item.DISAGREEMENT, "No departure over a disagreement or for cause")
    yield from letter_findings(case, judge)
