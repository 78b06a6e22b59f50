"""LAW-NQ-5610W: waivers of the code for directors and executive officers come from the Board, and are told in time."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Event, EventKind, Finding, Judge, Status, rule, waiver_finding


@rule("LAW-NQ-5610W")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a waiver, and one for each fiscal year without any."""
    waivers = [e for e in case.record.where(Event, "kind", EventKind.CODE_WAIVED) if case.judged(e.on)]
    for event in waivers:
        yield waiver_finding(case, judge, event)
    for year in case.years:
        if not year.ahead and not any(year.holds(event.on) for event in waivers):
            because = f"No waiver of the code of conduct is on record for {year.label}."
            yield judge.find(Status.NOT_APPLICABLE, because, year)
