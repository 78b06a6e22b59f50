"""LAW-DE-216: stockholders act with a quorum; matters carry by majority of those present, directors by plurality."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    HELD,
    Case,
    Finding,
    Judge,
    Meeting,
    MeetingState,
    Row,
    Status,
    adjourned_from,
    ballots_of,
    meeting_of_day,
    on,
    outcome_words,
    rule,
    sentence,
    stockholder_meetings,
    vote_points_of,
    worst,
    years_without,
)

KEYS = ("stockholder_quorum_fraction", "stockholder_quorum_least", "stockholder_vote_fraction")


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
            yield _meeting(case, judge, meeting)
    yield from years_without(case, judge, meetings)


def _meeting(case: Case, judge: Judge, meeting: Meeting) -> Finding:
    relied = tuple(judge.value(key, meeting.day) for key in KEYS)
    ballots = ballots_of(case, meeting)
    part = adjourned_from(case, meeting)
    rows: list[Row] = [meeting, *([part] if part else [])]
    if meeting.state not in HELD:
        acted = bool([m for m in ballots.matters if m.carried] or [e for e in ballots.elections if e.quorum])
        if meeting.state is MeetingState.FAILED_QUORUM and not acted:
            because = f"The {meeting_of_day(case, meeting)} had no quorum, and nothing was done."
            return judge.find(Status.NOT_APPLICABLE, because, meeting.day, meeting, evidence=rows)
    points = list(vote_points_of(case, ballots, *relied))
    status = worst(points)
    if status is Status.MET:
        because = f"{sentence(outcome_words(points, ballots))}."
        rows += [*ballots.elections, *ballots.matters]
        return judge.find(status, because, meeting.day, meeting, evidence=rows, relied=relied)
    worse = [point for point in points if point.status is status]
    cured = f"This cannot be cured for the meeting of {on(meeting.day)}; what was lost may be put to stockholders anew."
    return judge.find(
        status, sentence(f"{'; '.join(point.text for point in worse)}."), meeting.day, meeting,
        evidence=dict.fromkeys([*rows, *(row for point in worse for row in point.rows)]),
        missing=tuple(gap for point in worse for gap in point.missing),
        relied=relied, remedy=cured if status is Status.NOT_MET else "",
    )  # fmt: skip
