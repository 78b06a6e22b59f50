"""LAW-NQ-5605c-10A3AFF: no member of the audit committee is an affiliated person of the company or a subsidiary."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    CommitteeKind,
    Finding,
    Judge,
    affiliation,
    audit_members,
    nobody,
    overlay_finding,
    rule,
)

REMEDY = "A member who is not an affiliated person instead."


@rule("LAW-NQ-5605c-10A3AFF")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a member and year, on the last day of service in it."""
    for year in case.years:
        if year.ahead:
            continue
        members = list(audit_members(case, year))
        for served in members:
            yield overlay_finding(judge, year, served, affiliation(case, served.person, served.last), REMEDY)
        if not members:
            yield nobody(case, judge, CommitteeKind.AUDIT, year)
