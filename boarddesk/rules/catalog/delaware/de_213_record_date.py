"""LAW-DE-213: the record date lies 10 to 60 days before the meeting, and not before the resolution that fixes it."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, record_date_finding, rule, stockholder_meetings, years_without


@rule("LAW-DE-213")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a meeting of stockholders, and one for each year without any."""
    meetings = stockholder_meetings(case)
    for meeting in meetings:
        finding = record_date_finding(case, judge, meeting)
        if finding is not None:
            yield finding
    yield from years_without(case, judge, meetings)
