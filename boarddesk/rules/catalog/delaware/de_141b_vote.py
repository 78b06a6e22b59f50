"""LAW-DE-141b-V: what a majority of the directors present votes for, with a quorum, is the act of the Board."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD,
    Case,
    Finding,
    Judge,
    Status,
    as_of_body,
    board_votes_finding,
    met_to_act,
    put_to_vote,
    rule,
)


@rule("LAW-DE-141b-V")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a board meeting with a vote, and one for each year without any."""
    for year in case.years:
        met = (as_of_body(meeting, BOARD) for meeting in met_to_act(case, BOARD, year))
        found = [(meeting, put) for meeting in met if (put := put_to_vote(case, meeting))]
        for meeting, put in found:
            yield board_votes_finding(case, judge, meeting, put)
        if not found and not year.ahead:
            because = f"No vote of the Board at a meeting of {year.label} is on record."
            yield judge.find(Status.NOT_APPLICABLE, because, year)
