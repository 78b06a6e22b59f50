"""LAW-SK-407i: practices or policies on hedging by employees and directors are on record."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, DocumentKind, Finding, Judge, proxy_years, rule, standing_policy


@rule("LAW-SK-407i")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a fiscal year."""
    for proxy in proxy_years(case):
        gap = "the policy on hedging, or a statement that there is none and hedging is generally permitted"
        yield standing_policy(case, judge, proxy, DocumentKind.HEDGING_POLICY, gap)
