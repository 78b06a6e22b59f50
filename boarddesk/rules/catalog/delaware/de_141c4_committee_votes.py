"""LAW-DE-141c4: a committee acts with a quorum of the members then serving, by a majority of those present."""

from collections.abc import Iterator
from functools import partial

from boarddesk.rules.api import (
    Bar,
    Case,
    Committee,
    Finding,
    Judge,
    Meeting,
    Row,
    Status,
    meeting_of_day,
    met_to_act,
    on,
    put_to_vote,
    quorate_words,
    quorum_points,
    rule,
    sentence,
    votes_at,
    worst,
)  # fmt: skip


@rule("LAW-DE-141c4")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a committee meeting, and one for each year without any."""
    found = [m for committee in case.record.all(Committee) for m in met_to_act(case, committee.id)]
    for meeting in found:
        yield _meeting(case, judge, meeting)
    for year in case.years:
        if not year.ahead and not any(year.holds(meeting.day) for meeting in found):
            because = f"No meeting of a committee in {year.label} is on record."
            yield judge.find(Status.NOT_APPLICABLE, because, year)


def _meeting(case: Case, judge: Judge, meeting: Meeting) -> Finding:
    name, when = case.body(meeting.body, meeting.day), on(meeting.day)
    share, floor = (judge.value(f"committee_quorum_{key}", meeting.day) for key in ("fraction", "least"))
    bar = Bar(judge.value("committee_vote_fraction", meeting.day), judge.value("vote_least", meeting.day))
    find = partial(judge.find, period=meeting.day, subject=meeting, relied=(share, floor, *bar), responsible=name)
    members = case.members_on(meeting.body, meeting.day)
    if not members or not case.quorums.rolled(meeting):
        gap, verb = (f"roll of the {meeting_of_day(case, meeting)}", "is") if members else (
            f"members of the {name} on {when}", "are")  # fmt: skip
        because = f"Whether the {name} had a quorum on {when} cannot be told: the {gap} {verb} not on record."
        return find(Status.CANNOT_JUDGE, because, evidence=[meeting], missing=(gap,))
    motions = put_to_vote(case, meeting)
    votes = votes_at(case, meeting, motions, bar)
    points = [*quorum_points(case, meeting, motions, floor), *votes.problems]
    if not points:
        status, said = quorate_words(case, meeting, motions, floor)
        said = f"{said}; {votes.words('members', 'there')}" if motions else said
        return find(status, f"{said}.", evidence=[meeting, *motions])
    status = worst(points)
    worse = [point for point in points if point.status is status]
    rows: list[Row] = [meeting, *(row for point in worse for row in point.rows)]
    cured = f"This cannot be cured for the meeting of {when}; the {name} or the Board may act anew."
    return find(
        status, sentence(f"{'; '.join(dict.fromkeys(p.text for p in worse))}."), evidence=dict.fromkeys(rows),
        missing=tuple(dict.fromkeys(gap for p in worse for gap in p.missing)),
        remedy=cured if status is Status.NOT_MET else "",
    )  # fmt: skip
