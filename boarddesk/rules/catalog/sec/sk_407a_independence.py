"""LAW-SK-407a: the proxy statement names the independent directors and what the Board considered of them."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Finding,
    Judge,
    Sheet,
    name_considered,
    name_independent,
    name_members,
    nothing_known,
    on_board,
    proxy_years,
    rule,
)


@rule("LAW-SK-407a")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year, for the proxy statement that reports on it."""
    for proxy in proxy_years(case):
        people = on_board(case, proxy)
        if not people:
            yield nothing_known(judge, proxy, "director")
            continue
        sheet = Sheet(case, judge, proxy)
        for made in name_independent(case, sheet, people):
            name_considered(case, sheet, made)
        name_members(case, sheet)
        yield sheet.finding()
