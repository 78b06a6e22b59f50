"""LAW-DE-141i: who takes part by telephone or video is present if all who take part can hear each other."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Finding,
    Judge,
    Meeting,
    Status,
    bodies_of_directors,
    hearing_verdict,
    held_in,
    judged_for_each,
    rule,
    ways_of_taking_part,
)


@rule("LAW-DE-141i")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a meeting in which somebody may have taken part from elsewhere, and one for each year without."""
    years = [year for year in case.years if not year.ahead]
    bodies = bodies_of_directors(case)
    for year in years:
        meetings = held_in(case, bodies, year)
        each = (judged_for_each(judge, m, bodies, lambda part: _meeting(case, judge, part)) for m in meetings)
        found = [finding for finding in each if finding is not None]
        yield from found
        if not found:
            because = f"Nobody is on record as having taken part by telephone or video in a meeting of {year.label}."
            yield judge.find(Status.NOT_APPLICABLE, because, year)


def _meeting(case: Case, judge: Judge, meeting: Meeting) -> Finding | None:
    """None where all who were there are known to have been in the room."""
    ways = ways_of_taking_part(case, meeting)
    if ways.rolled and not ways.away and not ways.unknown and meeting.could_hear is None:
        return None
    allowed = judge.value("remote_participation_allowed", meeting.day)
    status, because, missing = hearing_verdict(case, meeting, ways, allowed)
    cured = "This cannot be cured for that meeting; what was decided there may be decided anew."
    return judge.find(
        status, because, meeting.day, meeting, evidence=[meeting], missing=missing, relied=(allowed,),
        remedy=cured if status is Status.NOT_MET else "", responsible=case.body(meeting.body, meeting.day),
    )  # fmt: skip
