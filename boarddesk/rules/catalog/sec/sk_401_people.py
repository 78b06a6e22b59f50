"""LAW-SK-401: what the proxy statement says of each director, nominee and executive officer is on record."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, nothing_known, person_finding, proxy_years, rule, subjects


@rule("LAW-SK-401")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a person and fiscal year."""
    for proxy in proxy_years(case):
        people = subjects(case, proxy)
        for subject in people:
            yield person_finding(case, judge, proxy, subject)
        if not people:
            yield nothing_known(judge, proxy, "director, nominee or executive officer")
