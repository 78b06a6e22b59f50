"""LAW-NQ-5625: the exchange is told promptly once an executive officer learns of noncompliance."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Event, EventKind, Finding, Judge, Status, notice_finding, rule


@rule("LAW-NQ-5625")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding for each noncompliance learned of, and one for each fiscal year without any."""
    learned = [e for e in case.record.where(Event, "kind", EventKind.NONCOMPLIANCE) if case.judged(e.on)]
    for event in learned:
        yield notice_finding(case, judge, event)
    for year in case.years:
        if not year.ahead and not any(year.holds(event.on) for event in learned):
            because = (
                f"No listing rule that an executive officer learned was not followed is on record for {year.label}."
            )
            yield judge.find(Status.NOT_APPLICABLE, because, year)
