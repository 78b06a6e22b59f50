"""LAW-SK-404a: dealings with related persons above the line are disclosed."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Finding,
    Judge,
    ProxyYear,
    Row,
    Sheet,
    Status,
    answered_dealings,
    counted,
    dealings_of,
    disclosed,
    limit_on,
    people_asked,
    proxy_years,
    reported,
    rule,
)  # fmt: skip

REMEDY = "Telling of it in the proxy statement, with what S-K 404(a) asks; the table of dealings holds it."


@rule("LAW-SK-404a")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a dealing and fiscal year, and one a year on the answers that may name others."""
    for proxy in proxy_years(case):
        yield _answers(case, judge, proxy)
        for dealing in dealings_of(case, proxy):
            found = reported(case, proxy, dealing)
            if found is None:
                continue
            approval = case.decisions.by_id(dealing.approved_by)
            rows: list[Row] = [dealing, *([approval.motion] if approval else [])]
            due = proxy.due if proxy.running and found.status is Status.DISCLOSURE_REQUIRED else None
            relied = found.relied if proxy.filing else (*found.relied, proxy.filed_within)
            yield judge.find(
                found.status, found.because, proxy.year, dealing,
                evidence=rows, missing=found.missing, due=due, relied=relied, responsible="Secretary",
                remedy=REMEDY if found.status is Status.DISCLOSURE_REQUIRED else "",
            )  # fmt: skip


def _answers(case: Case, judge: Judge, proxy: ProxyYear) -> Finding:
    """Whether everybody answered, and every dealing that an answer names is in the register."""
    people = people_asked(case, proxy)
    sheet = Sheet(case, judge, proxy)
    limit = limit_on(case, proxy.closes)
    answered_dealings(case, sheet, limit)
    sheet.relied.extend(limit.relied)
    told = len(list(disclosed(case, proxy)))
    sheet.has(f"answers on dealings of {counted(len(people), 'person', 'people')}")
    sheet.has(f"{counted(told, 'dealing')} of the register above {limit.words} to be disclosed")
    return sheet.finding()
