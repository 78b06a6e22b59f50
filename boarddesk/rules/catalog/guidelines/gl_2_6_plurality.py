"""GL-2.6: directors are elected by a plurality of the shares present and entitled to vote."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    AHEAD,
    STOCKHOLDERS,
    Case,
    Election,
    Finding,
    Judge,
    MeetingKind,
    Status,
    election_verdict,
    on,
    rule,
)

KEYS = ("stockholder_quorum_fraction", "low_vote_share")


@rule("GL-2.6")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding an election, and one for each annual meeting still ahead."""
    for election in case.record.all(Election):
        if election.held_on > case.as_of or not case.judged(election.held_on):
            continue
        status, because, missing = election_verdict(case, election)
        cured = f"This cannot be cured for the election of {on(election.held_on)}." if status is Status.NOT_MET else ""
        relied = tuple(judge.value(key, election.held_on) for key in KEYS)
        yield judge.find(
            status,
            because,
            election.held_on,
            election,
            evidence=[election],
            missing=missing,
            remedy=cured,
            relied=relied,
        )
    for meeting in case.meetings(STOCKHOLDERS, case.as_of):
        if meeting.kind is MeetingKind.ANNUAL and meeting.state in AHEAD and case.judged(meeting.day):
            because = f"Directors are to be elected at the annual meeting of {on(meeting.day)}."
            yield judge.find(Status.NOT_YET_DUE, because, meeting.day, meeting, evidence=[meeting], due=meeting.day)
