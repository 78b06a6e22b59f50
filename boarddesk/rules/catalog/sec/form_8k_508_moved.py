"""LAW-8K-508: a moved annual meeting is reported where stockholders may nominate in the proxy statement."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Item, Judge, filing_findings, rule


@rule("LAW-8K-508")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding for each starting fact, and one for each year without any."""
    yield from filing_findings(case, judge, Item.MOVED, "No annual meeting moved from the last one's day")
