"""LAW-DE-216: stockholders act with a quorum; matters carry by majority of those present, directors by plurality."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    HELD,
    Case,
    Finding,
    Judge,
    MeetingState,
    Status,
    meeting_of_day,
    rule,
    stockholder_meetings,
    stockholder_votes_finding,
    years_without,
)


@rule("LAW-DE-216")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a meeting of stockholders, and one for each year without any."""
    meetings = stockholder_meetings(case)
    for meeting in meetings:
        goes_on = meeting.state is MeetingState.ADJOURNED and meeting.moved_to is not None
        if meeting.day > case.as_of or (meeting.day == case.as_of and meeting.state not in HELD):
            because = f"What is put to the {meeting_of_day(case, meeting)} is judged once it has been held."
            yield judge.find(Status.NOT_YET_DUE, because, meeting.day, meeting, evidence=[meeting], due=meeting.day)
        elif not goes_on:
            yield stockholder_votes_finding(case, judge, meeting)
    yield from years_without(case, judge, meetings)
