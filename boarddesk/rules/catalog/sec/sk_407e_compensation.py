"""LAW-SK-407e: what the proxy statement says of the compensation committee, its advisers and interlocks."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    CommitteeKind,
    Finding,
    Judge,
    Sheet,
    charter_on,
    insiders,
    members_dealings,
    pay_consultants,
    pay_delegations,
    pay_report,
    proxy_years,
    rule,
    smaller,
)  # fmt: skip


@rule("LAW-SK-407e")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a fiscal year; interlocks and insiders are disclosed, but not by a smaller company (407(g))."""
    for proxy in proxy_years(case):
        sheet = Sheet(case, judge, proxy)
        committee = case.committee(CommitteeKind.COMPENSATION, proxy.year.cut)
        if committee is None:
            sheet.lacks("the compensation committee, or why the Board does without one")
        else:
            charter_on(sheet, committee)
        pay_delegations(case, sheet)
        pay_consultants(case, sheet)
        scaled, filer = smaller(case, proxy.closes)
        sheet.relied.append(filer)
        if scaled:
            sheet.has("a smaller reporting company says nothing of interlocks and gives no committee report")
        else:
            insiders(case, sheet, committee.id if committee else None)
            members_dealings(case, sheet, committee)
            pay_report(case, sheet, committee)
        yield sheet.finding()
