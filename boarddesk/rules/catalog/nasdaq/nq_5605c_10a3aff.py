"""LAW-NQ-5605c-10A3AFF: no member of the audit committee is an affiliated person of the company or a subsidiary."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, affiliation, overlay_findings, rule

REMEDY = "A member who is not an affiliated person instead."


@rule("LAW-NQ-5605c-10A3AFF")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a member and year, on the last day of service in it."""
    return overlay_findings(case, judge, lambda c, served, _: affiliation(c, served.person, served.last), REMEDY)
