"""LAW-SK-407f: how stockholders may write to the Board is on record."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, DocumentKind, Finding, Judge, proxy_years, rule, standing_policy


@rule("LAW-SK-407f")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a fiscal year."""
    for proxy in proxy_years(case):
        gap = "the process by which stockholders may write to the Board, or why there is none"
        yield standing_policy(case, judge, proxy, DocumentKind.COMMUNICATION_POLICY, gap)
