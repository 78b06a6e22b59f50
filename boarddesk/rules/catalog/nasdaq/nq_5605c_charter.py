"""LAW-NQ-5605c-CHARTER: the audit committee has a formal written charter that sets out what the rule lists."""

from collections.abc import Iterator

from boarddesk.rules.api import AUDIT_PARTS, Case, CommitteeKind, Finding, Judge, charter_findings, rule


@rule("LAW-NQ-5605c-CHARTER")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year."""
    return charter_findings(case, judge, CommitteeKind.AUDIT, AUDIT_PARTS)
