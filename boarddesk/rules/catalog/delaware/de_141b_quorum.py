"""LAW-DE-141b-Q: the board acts only while a quorum of the whole board is present."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD,
    HELD,
    Case,
    Finding,
    Judge,
    Meeting,
    MeetingState,
    MotionBase,
    Quorum,
    Row,
    Status,
    acted,
    as_of_body,
    counted,
    listed,
    motions_at,
    on,
    rule,
    sentence,
    vote_words,
)  # fmt: skip


@rule("LAW-DE-141b-Q")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a board meeting; its motions are evidence."""
    if not case.years:
        return
    for meeting in case.meetings(BOARD, case.years[0].first, min(case.years[-1].last, case.as_of)):
        if meeting.state in HELD or meeting.state is MeetingState.FAILED_QUORUM:
            yield _meeting(case, judge, as_of_body(meeting, BOARD))


def _meeting(case: Case, judge: Judge, meeting: Meeting) -> Finding:
    fraction = judge.value("board_quorum_fraction", meeting.day)
    when = on(meeting.day)
    size = case.size_on(meeting.day)
    rows: list[Row] = [meeting, *([size] if size else [])]
    if not case.quorums.rolled(meeting) or size is None:
        gap = "authorized number of directors" if size is None else f"roll of the meeting of {when}"
        because = f"Whether a quorum was present on {when} cannot be told: the {gap} is not on record."
        return judge.find(Status.CANNOT_JUDGE, because, meeting.day, meeting, evidence=rows, missing=(gap,))
    motions = [m for m in motions_at(case, meeting) if m.base is MotionBase.QUORUM and acted(m)]
    there = {m.id: case.quorums.of(meeting, m) for m in motions}
    bad = [(m, q) for m in motions if (q := there[m.id]) and q.met is False]
    if bad:
        said = sentence(listed(vote_words(m, q) for m, q in bad))
        remedy = f"This cannot be cured for the meeting of {when}; the Board may act anew with a quorum."
        return judge.find(
            Status.NOT_MET, f"{said} on {when}; a quorum is {bad[0][1].needed}.", meeting.day, meeting,
            evidence=[*rows, *(m for m, _q in bad)], relied=(fraction,), remedy=remedy,
        )  # fmt: skip
    unclear = [m for m in motions if there[m.id] is None]
    if unclear:
        because = f"A quorum was lost for a time on {when}; the hour of a vote is not on record."
        missing = tuple(f"hour of {case.labels.of(m).label}" for m in unclear)
        rows.extend(unclear)
        return judge.find(Status.CANNOT_JUDGE, because, meeting.day, meeting, evidence=rows, missing=missing)
    return _quorate(case, judge, meeting, [q for q in there.values() if q is not None], rows)


def _quorate(case: Case, judge: Judge, meeting: Meeting, votes: list[Quorum], rows: list[Row]) -> Finding:
    """No vote without a quorum: by the smallest number present at any of them."""
    fraction = judge.value("board_quorum_fraction", meeting.day)
    opening = case.quorums.at(meeting)
    if not votes and not opening.met:
        because = f"No action was taken on {on(meeting.day)}, and no quorum was present at the opening."
        return judge.find(Status.NOT_APPLICABLE, because, meeting.day, meeting, evidence=rows, relied=(fraction,))
    least = min(votes, key=lambda q: q.spare or 0, default=opening)
    more = "At least " if any(q.votes_present > least.votes_present for q in votes) else ""
    place = f"at {counted(len(votes), 'vote')}" if votes else "at the opening"
    what = " votes" if least.extra_votes else ""
    said = f"{more}{least.votes_present} of {least.base}{what} were present {place}"
    because = f"{said} on {on(meeting.day)}; {least.needed} are a quorum."
    return judge.find(Status.MET, because, meeting.day, meeting, evidence=rows, relied=(fraction,))
