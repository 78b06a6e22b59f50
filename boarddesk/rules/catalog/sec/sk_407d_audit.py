"""LAW-SK-407d: the audit committee's charter, its report, and any exceptional member are on record."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    CommitteeKind,
    Finding,
    Judge,
    Sheet,
    audit_report,
    charter_on,
    exceptional_members,
    proxy_years,
    rule,
)  # fmt: skip


@rule("LAW-SK-407d")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a fiscal year; the report is of the time between its end and the proxy statement."""
    for proxy in proxy_years(case):
        sheet = Sheet(case, judge, proxy)
        committee = case.committee(CommitteeKind.AUDIT, proxy.closes)
        if committee is None:
            sheet.lacks("the audit committee")
        else:
            charter_on(sheet, committee)
            audit_report(case, sheet, committee)
            exceptional_members(case, sheet, committee)
        yield sheet.finding()
