"""LAW-DE-229: directors have the notice that the bylaws ask for, or each waives it, by writing or by attending."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD,
    Case,
    Committee,
    Finding,
    Judge,
    Meeting,
    MeetingState,
    Status,
    Value,
    absent_throughout,
    held_in,
    listed,
    meeting_of_day,
    notice_given,
    notice_period,
    rule,
)

Verdict = tuple[Status, str, tuple[str, ...]]


@rule("LAW-DE-229")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a meeting of the Board or a committee, and one for each year without any."""
    bodies = (BOARD, *(committee.id for committee in case.record.all(Committee)))
    for year in case.years:
        if year.ahead:
            continue
        meetings = [m for m in held_in(case, bodies, year) if not _continues(case, m)]
        for meeting in meetings:
            yield _meeting(case, judge, meeting)
        if not meetings:
            because = f"No meeting of the Board or a committee is on record for {year.label}."
            yield judge.find(Status.NOT_APPLICABLE, because, year)


def _continues(case: Case, meeting: Meeting) -> bool:
    """Whether it goes on with an adjourned meeting, of which everybody had notice."""
    return any(m.state is MeetingState.ADJOURNED for m in case.record.where(Meeting, "moved_to", meeting.id))


def _meeting(case: Case, judge: Judge, meeting: Meeting) -> Finding:
    hours = notice_period(case, judge, meeting)
    status, because, missing = _verdict(case, meeting, hours)
    cured = "Waivers of those who neither had notice in time nor attended; they may be given afterwards."
    return judge.find(
        status, because, meeting.day, meeting, evidence=[meeting], missing=missing, relied=(hours,),
        remedy=cured if status is Status.NOT_MET else "", responsible=case.body(meeting.body, meeting.day),
    )  # fmt: skip


def _verdict(case: Case, meeting: Meeting, hours: Value) -> Verdict:
    name = meeting_of_day(case, meeting)
    if meeting.notice_waived:
        return Status.MET, f"Notice of the {name} was waived.", ()
    absent = absent_throughout(case, meeting)
    if absent == ():
        return (
            Status.MET,
            f"Every member attended the {name}, with no objection on record, which waives its notice.",
            (),
        )
    asked = int(hours.text) if hours.text.isdigit() else None
    if asked == 0:
        return Status.MET, f"The bylaws ask for no notice of the {name}.", ()
    given, enough = notice_given(meeting, asked)
    if asked is not None and enough:
        return Status.MET, f"Notice of the {name} was given {given}; the bylaws ask for {asked} hours.", ()
    who = listed(map(case.name, absent or ()))
    stayed = f"{who} neither attended nor waived it" if absent else "who attended is not on record"
    gaps: list[str] = []
    if asked is None:
        gaps.append(f"the bylaws' notice period for the {name} (Settings, Rules)")
    if meeting.notice_on is None:
        gaps.append(f"the day on which notice of the {name} was given")
    elif asked is not None and enough is None:
        gaps.append(f"the hour at which notice of the {name} was given")
    if absent is None:
        gaps.append(f"roll of the {name}")
    if gaps:
        known = f"was given {given}" if meeting.notice_on else "is not on record"
        return Status.CANNOT_JUDGE, f"Notice of the {name} {known}; {stayed}.", tuple(gaps)
    because = f"Notice of the {name} was given {given}, where the bylaws ask for {asked} hours; {stayed}."
    return Status.NOT_MET, because, ()
