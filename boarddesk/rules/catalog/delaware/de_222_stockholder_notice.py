"""LAW-DE-222: stockholders have notice 10 to 60 days before, and at least 20 where a merger is voted on."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Finding,
    Judge,
    rule,
    stockholder_meetings,
    stockholder_notice_finding,
    years_without,
)


@rule("LAW-DE-222")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a meeting of stockholders, and one for each year without any."""
    meetings = stockholder_meetings(case)
    for meeting in meetings:
        yield stockholder_notice_finding(case, judge, meeting)
    yield from years_without(case, judge, meetings)
