"""LAW-SK-404b: the policy on dealings with related persons is on record, and where it was not followed is told."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    DocumentKind,
    Finding,
    Judge,
    Sheet,
    dealings_of,
    disclosed,
    document_in_force,
    limit_on,
    proxy_years,
    rule,
)


@rule("LAW-SK-404b")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a fiscal year."""
    for proxy in proxy_years(case):
        sheet = Sheet(case, judge, proxy)
        policy = document_in_force(case, DocumentKind.RELATED_PERSON_POLICY, proxy.closes)
        if policy is None:
            sheet.lacks("the policy on dealings with related persons")
        else:
            sheet.has(f"“{policy.title}” is in force", policy)
        if dealings_of(case, proxy):
            sheet.relied.extend(limit_on(case, proxy.closes).relied)
        for dealing, _ in disclosed(case, proxy):
            what = f"the dealing with {dealing.counterparty}"
            if dealing.policy_followed is None:
                sheet.rows.append(dealing)
                sheet.lacks(f"whether the policy asked for review of {what}, and was followed")
            elif dealing.policy_followed:
                sheet.has(f"it was followed for {what}", dealing)
            else:
                sheet.discloses(f"The policy did not ask for review of {what}, or was not followed", dealing)
        yield sheet.finding()
