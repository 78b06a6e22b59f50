"""LAW-NQ-5605c-SIZE: the audit committee has at least three members."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, Keys, rule, size_findings


@rule("LAW-NQ-5605c-SIZE")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a quarter."""
    return size_findings(case, judge, Keys("audit", "audit_members", "audit_cure_months", "audit_cure_near_days"))
