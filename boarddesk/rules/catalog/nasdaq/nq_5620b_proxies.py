"""LAW-NQ-5620b: proxies are solicited, with a proxy statement, for every meeting of stockholders."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    AHEAD,
    STOCKHOLDERS,
    Case,
    Filing,
    FilingKind,
    Finding,
    Judge,
    Meeting,
    MeetingState,
    Status,
    meeting_words,
    on,
    rule,
)  # fmt: skip

OFF = (MeetingState.CANCELLED, MeetingState.POSTPONED)


@rule("LAW-NQ-5620b")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a meeting, and one for each year without any."""
    meetings = [m for m in case.meetings(STOCKHOLDERS) if m.state not in OFF and case.judged(m.day)]
    for meeting in meetings:
        yield _meeting(case, judge, meeting)
    for year in case.years:
        if not year.ahead and not any(year.holds(meeting.day) for meeting in meetings):
            because = f"No meeting of stockholders is on record for {year.label}."
            yield judge.find(Status.NOT_APPLICABLE, because, year)


def _meeting(case: Case, judge: Judge, meeting: Meeting) -> Finding:
    words = f"the {meeting_words(meeting)} of {on(meeting.day)}"
    filed = case.record.where(Filing, "meeting", meeting.id)
    proxies = [f for f in filed if f.kind is FilingKind.PROXY_STATEMENT]
    before = min((f for f in proxies if f.made_on < meeting.day), key=lambda f: (f.made_on, f.id), default=None)
    if before is not None:
        because = f"The proxy statement for {words} was filed on {on(before.made_on)}."
        return judge.find(Status.MET, because, meeting.day, meeting, evidence=[meeting, before])
    if meeting.proxies_solicited:
        because = f"Proxies were solicited with a proxy statement for {words}."
        return judge.find(Status.MET, because, meeting.day, meeting, evidence=[meeting])
    if meeting.state in AHEAD and meeting.day >= case.as_of:
        soon = judge.value("due_soon_days", case.as_of)
        status = Status.DUE_SOON if (meeting.day - case.as_of).days <= soon.number else Status.NOT_YET_DUE
        because = f"No proxy statement for {words} is on record yet."
        return judge.find(
            status, because, meeting.day, meeting, evidence=[meeting], due=meeting.day, relied=(soon,),
            remedy="A proxy statement and proxies solicited from all stockholders.",
        )  # fmt: skip
    if meeting.proxies_solicited is False or proxies:
        late = f"; the proxy statement is of {on(proxies[0].made_on)}" if proxies else ""
        because = f"No proxies were solicited with a proxy statement before {words}{late}."
        remedy = f"This cannot be cured for the meeting of {on(meeting.day)}."
        return judge.find(Status.NOT_MET, because, meeting.day, meeting, evidence=[meeting, *proxies], remedy=remedy)
    because = f"Whether proxies were solicited for {words} is not on record."
    missing = (f"the proxy statement for {words}",)
    return judge.find(Status.CANNOT_JUDGE, because, meeting.day, meeting, evidence=[meeting], missing=missing)
