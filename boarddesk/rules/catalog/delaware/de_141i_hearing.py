"""LAW-DE-141i: who takes part by telephone or video is present if all who take part can hear each other."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD,
    HELD,
    Case,
    Committee,
    Finding,
    Judge,
    Meeting,
    Mode,
    Status,
    Value,
    listed,
    meeting_of_day,
    rule,
    ways_of_taking_part,
)

Verdict = tuple[Status, str, tuple[str, ...]]
REMOTE = {Mode.PHONE: "telephone", Mode.VIDEO: "video"}


@rule("LAW-DE-141i")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a meeting in which somebody may have taken part from elsewhere, and one for each year without."""
    years = [year for year in case.years if not year.ahead]
    bodies = (BOARD, *(committee.id for committee in case.record.all(Committee)))
    for year in years:
        meetings = (m for body in bodies for m in case.meetings(body, year.first, year.cut) if m.state in HELD)
        found = [finding for meeting in meetings if (finding := _meeting(case, judge, meeting)) is not None]
        yield from found
        if not found:
            because = f"Nobody is on record as having taken part by telephone or video in a meeting of {year.label}."
            yield judge.find(Status.NOT_APPLICABLE, because, year)


def _meeting(case: Case, judge: Judge, meeting: Meeting) -> Finding | None:
    """None where all who were there are known to have been in the room."""
    away, unknown, rolled = ways_of_taking_part(case, meeting)
    if rolled and not away and not unknown and meeting.could_hear is None:
        return None
    allowed = judge.value("remote_participation_allowed", meeting.day)
    name = meeting_of_day(case, meeting)
    status, because, missing = _verdict(case, meeting, away, name, allowed)
    if status is Status.CANNOT_JUDGE and not away:
        who = listed(map(case.name, unknown))
        missing = (f"how {who} took part in the {name}" if who else f"roll of the {name}",)
    cured = "This cannot be cured for that meeting; what was decided there may be decided anew."
    return judge.find(
        status, because, meeting.day, meeting, evidence=[meeting], missing=missing, relied=(allowed,),
        remedy=cured if status is Status.NOT_MET else "", responsible=case.body(meeting.body, meeting.day),
    )  # fmt: skip


def _verdict(case: Case, meeting: Meeting, away: dict[str, frozenset[Mode]], name: str, allowed: Value) -> Verdict:
    if not away and meeting.could_hear:
        return Status.MET, f"All who took part in the {name}, however they did, could hear each other.", ()
    if not away:
        return Status.CANNOT_JUDGE, f"How members took part in the {name} is not on record.", ()
    ways = listed(sorted({REMOTE[mode] for found in away.values() for mode in found}))
    who = f"{listed(map(case.name, away))} took part by {ways} in the {name}"
    if not allowed.yes:
        return Status.NOT_MET, f"{who}, which certificate or bylaws do not allow.", ()
    if meeting.could_hear is None:
        gap = f"whether all could hear each other at the {name}"
        return Status.CANNOT_JUDGE, f"{who}; whether all could hear each other is not on record.", (gap,)
    if meeting.could_hear:
        return Status.MET, f"{who}, and all could hear each other.", ()
    return Status.NOT_MET, f"{who}, but not all could hear each other; that is not presence in person.", ()
