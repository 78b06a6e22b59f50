"""GL-3.5: a separate meeting of the independent directors after each regular meeting of the board."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    AHEAD,
    BOARD,
    CALLED_OFF,
    HELD,
    INDEPENDENT,
    Case,
    Finding,
    Judge,
    Meeting,
    MeetingKind,
    MeetingState,
    Status,
    alone_verdict,
    on,
    rule,
    unheld_verdict,
)  # fmt: skip


@rule("GL-3.5")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a regular meeting, held or still ahead."""
    if not case.years:
        return
    for meeting in case.meetings(BOARD, case.years[0].first, case.years[-1].last):
        unfinished = meeting.state is MeetingState.ADJOURNED and meeting.moved_to is not None
        if meeting.kind is not MeetingKind.REGULAR or unfinished:
            continue
        sessions = sorted(case.record.where(Meeting, "parent", meeting.id), key=lambda m: (m.starts, m.id))
        if meeting.state in HELD:
            yield _held(case, judge, meeting, sessions)
        elif meeting.state in AHEAD:
            ahead = meeting.day >= case.as_of
            yield _planned(case, judge, meeting, sessions) if ahead else _unrecorded(judge, meeting)


def _planned(case: Case, judge: Judge, meeting: Meeting, sessions: list[Meeting]) -> Finding:
    soon = judge.value("due_soon_days", case.as_of)
    if ready := [s for s in sessions if s.state not in CALLED_OFF]:
        because = f"A session is planned after the Board meeting of {on(meeting.day)}."
        rows = [meeting, *ready]
        return judge.find(Status.NOT_YET_DUE, because, meeting.day, meeting, evidence=rows, due=meeting.day)
    status = Status.DUE_SOON if (meeting.day - case.as_of).days <= soon.number else Status.NOT_YET_DUE
    because = f"No session is planned yet after the Board meeting of {on(meeting.day)}."
    return judge.find(
        status, because, meeting.day, meeting, evidence=[meeting],
        due=meeting.day, remedy="A session on the calendar after that meeting.", relied=(soon,),
    )  # fmt: skip


def _unrecorded(judge: Judge, meeting: Meeting) -> Finding:
    gap = f"whether the Board met on {on(meeting.day)}"
    because = f"Nothing on record says whether the Board meeting planned for {on(meeting.day)} was held."
    return judge.find(Status.CANNOT_JUDGE, because, meeting.day, meeting, evidence=[meeting], missing=(gap,))


def _held(case: Case, judge: Judge, meeting: Meeting, sessions: list[Meeting]) -> Finding:
    rows = [meeting, *sessions]
    if held := [s for s in sessions if s.state in HELD]:
        setting = judge.value("session_before_adjournment", meeting.day)
        found = case.sessions.after(meeting, held, before_adjournment=setting.yes)
        status, because, missing = alone_verdict(meeting, *found)
        return judge.find(
            status, because, meeting.day, meeting, evidence=rows, missing=missing, relied=(setting,),
            remedy=_remedy(case, meeting) if status is Status.NOT_MET else "",
        )  # fmt: skip
    status, because, missing = unheld_verdict(meeting, sessions, case.as_of)
    remedy = "" if status in (Status.NOT_YET_DUE, Status.CANNOT_JUDGE) else _remedy(case, meeting)
    return judge.find(status, because, meeting.day, meeting, evidence=rows, missing=missing, remedy=remedy)


def _remedy(case: Case, meeting: Meeting) -> str:
    said = f"This cannot be cured for the meeting of {on(meeting.day)}."
    following = next((s for s in case.meetings(INDEPENDENT, case.as_of) if s.state in AHEAD), None)
    return f"{said} The next session, on {on(following.day)}, is judged on its own." if following else said
