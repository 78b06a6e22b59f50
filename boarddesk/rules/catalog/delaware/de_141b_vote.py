"""LAW-DE-141b-V: what a majority of the directors present votes for, with a quorum, is the act of the Board."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD,
    Bar,
    Case,
    Finding,
    Judge,
    Meeting,
    Motion,
    Row,
    Status,
    met_to_act,
    on,
    put_to_vote,
    rule,
    sentence,
    votes_at,
    worst,
)  # fmt: skip


@rule("LAW-DE-141b-V")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a board meeting with a vote, and one for each year without any."""
    found = [(meeting, motions) for meeting in met_to_act(case, BOARD) if (motions := put_to_vote(case, meeting))]
    for meeting, motions in found:
        yield _meeting(case, judge, meeting, motions)
    for year in case.years:
        if not year.ahead and not any(year.holds(meeting.day) for meeting, _ in found):
            because = f"No vote of the Board at a meeting of {year.label} is on record."
            yield judge.find(Status.NOT_APPLICABLE, because, year)


def _meeting(case: Case, judge: Judge, meeting: Meeting, motions: list[Motion]) -> Finding:
    bar = Bar(judge.value("board_vote_fraction", meeting.day), judge.value("vote_least", meeting.day))
    votes = votes_at(case, meeting, motions, bar)
    rows: list[Row] = [meeting, *motions]
    if not (votes.problems or votes.carried or votes.failed):
        because = f"No motion was put to the vote with a quorum on {on(meeting.day)}, which is judged apart."
        return judge.find(Status.NOT_APPLICABLE, because, meeting.day, meeting, evidence=rows)
    if not votes.problems:
        because = f"{sentence(votes.words('directors', f'on {on(meeting.day)}'))}."
        return judge.find(Status.MET, because, meeting.day, meeting, evidence=rows, relied=bar)
    status = worst(votes.problems)
    worse = [point for point in votes.problems if point.status is status]
    missing = tuple(dict.fromkeys(gap for point in worse for gap in point.missing))
    cured = f"This cannot be cured for the meeting of {on(meeting.day)}; the Board may vote anew."
    return judge.find(
        status, sentence(f"{'; '.join(point.text for point in worse)}."), meeting.day, meeting,
        evidence=[meeting, *(row for point in worse for row in point.rows)], missing=missing,
        relied=bar, remedy=cured if status is Status.NOT_MET else "",
    )  # fmt: skip
