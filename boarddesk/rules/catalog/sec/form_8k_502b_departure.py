"""LAW-8K-502b: departures of directors and principal officers are reported, from notice."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Item, Judge, filing_findings, rule


@rule("LAW-8K-502b")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding for each starting fact, and one for each year without any."""
    yield from filing_findings(
        case, judge, Item.DEPARTURE, "No departure of a director or leading officer under paragraph (b)"
    )
