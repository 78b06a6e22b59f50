"""LAW-SK-407c: what the proxy statement says of the nominating committee and its process is on record."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    AdviserKind,
    Case,
    CharterPart,
    CommitteeKind,
    Document,
    DocumentKind,
    Engagement,
    Finding,
    Judge,
    Sheet,
    charter_on,
    document_in_force,
    nominees_of,
    proxy_years,
    rule,
    subjects,
)  # fmt: skip

PARTS = {
    CharterPart.QUALIFICATIONS: "the least qualifications of nominees",
    CharterPart.NOMINATIONS: "the process of identifying and evaluating nominees, with how diversity is considered",
}


@rule("LAW-SK-407c")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a fiscal year."""
    for proxy in proxy_years(case):
        sheet = Sheet(case, judge, proxy)
        committee = case.committee(CommitteeKind.NOMINATING, proxy.closes)
        charter: Document | None = None
        if committee is None:
            sheet.lacks("the nominating committee, or why the Board does without one")
        else:
            charter = charter_on(sheet, committee)
        policy = document_in_force(case, DocumentKind.NOMINATION_POLICY, proxy.closes)
        if policy is None:
            sheet.lacks("the policy and procedure for candidates put forward by stockholders, or why there is none")
        else:
            sheet.has(f"“{policy.title}” on candidates of stockholders", policy)
        parts = {part for document in (charter, policy) if document is not None for part in document.parts}
        sheet.lacks(*(f"{words} (a part of charter or policy)" for part, words in PARTS.items() if part not in parts))
        _nominees(case, sheet)
        _search_firms(case, sheet)
        yield sheet.finding()


def _nominees(case: Case, sheet: Sheet) -> None:
    """Who put forward each nominee who is neither an executive officer nor standing for re-election."""
    inside = {s.person for s in subjects(case, sheet.proxy) if s.term is not None or s.office is not None}
    for nominee in nominees_of(case, sheet.proxy):
        if nominee.person in inside:
            continue
        name = case.name(nominee.person)
        if nominee.proposed_by:
            sheet.has(f"{name} was put forward by {nominee.proposed_by}", nominee)
        else:
            sheet.rows.append(nominee)
            sheet.lacks(f"who put {name} forward as a nominee")


def _search_firms(case: Case, sheet: Sheet) -> None:
    first, last = sheet.proxy.year.first, sheet.proxy.closes
    for firm in case.record.where(Engagement, "kind", AdviserKind.SEARCH):
        if firm.engaged_on <= last and (firm.ended_on is None or firm.ended_on > first):
            sheet.has(f"{firm.adviser}, a search firm, is to be named with what it did", firm)
