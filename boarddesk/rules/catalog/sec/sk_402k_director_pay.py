"""LAW-SK-402k: every column and footnote of the table of directors' pay is on record."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Finding,
    Judge,
    director_pay_data,
    nothing_known,
    paid_directors,
    proxy_years,
    rule,
)  # fmt: skip


@rule("LAW-SK-402k")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding for everybody who was a director in any part of the fiscal year."""
    for proxy in proxy_years(case):
        people = paid_directors(case, proxy)
        for person in people:
            yield director_pay_data(case, judge, proxy, person)
        if not people:
            yield nothing_known(judge, proxy, "director")
