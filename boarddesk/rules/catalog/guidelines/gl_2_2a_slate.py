"""GL-2.2a: the nominating committee approves each nominee of the slate before it is put to the stockholders."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    HELD,
    STOCKHOLDERS,
    Case,
    Election,
    Finding,
    Judge,
    MeetingKind,
    Nominee,
    Status,
    approvals,
    on,
    rule,
    slate_verdict,
)


@rule("GL-2.2a")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a nominee; where an election or its nominees are not on record, one that says so."""
    days = set()
    for election in case.record.all(Election):
        days.add(election.held_on)
        if case.judged(election.held_on):
            yield from _election(case, judge, election)
    for meeting in case.meetings(STOCKHOLDERS):
        held = meeting.kind is MeetingKind.ANNUAL and meeting.state in HELD
        if held and meeting.day not in days and case.judged(meeting.day):
            because = f"The election at the annual meeting of {on(meeting.day)} is not on record."
            gaps = (f"the election of {on(meeting.day)} and its nominees",)
            yield judge.find(Status.CANNOT_JUDGE, because, meeting.day, meeting, evidence=[meeting], missing=gaps)


def _election(case: Case, judge: Judge, election: Election) -> Iterator[Finding]:
    day, nominees = election.held_on, case.record.where(Nominee, "election", election.id)
    if not nominees and day <= case.as_of:
        because = f"No nominee of the election of {on(day)} is on record."
        gaps = (f"nominees of the election of {on(day)}",)
        yield judge.find(Status.CANNOT_JUDGE, because, day, election, evidence=[election], missing=gaps)
    for nominee in nominees:
        found = approvals(case, election, nominee)
        verdict = slate_verdict(case, election, nominee, found)
        status, soon = verdict.status, judge.value("due_soon_days", min(day, case.as_of))
        ahead = status is Status.NOT_YET_DUE
        if ahead and not found.approving and (day - case.as_of).days <= soon.number:
            status = Status.DUE_SOON
        yield judge.find(
            status,
            verdict.because,
            day,
            nominee.person,
            evidence=[nominee, *found.rows],
            missing=verdict.missing,
            due=day if ahead else None,
            remedy=verdict.remedy(case, election, found),
            relied=(soon,) if ahead else (),
        )
