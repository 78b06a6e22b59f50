"""LAW-NQ-5605d-SIZE: the compensation committee has at least two members."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, Keys, rule, size_findings


@rule("LAW-NQ-5605d-SIZE")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a quarter."""
    keys = Keys("compensation", "compensation_members", "compensation_cure_months", "compensation_cure_near_days")
    return size_findings(case, judge, keys)
