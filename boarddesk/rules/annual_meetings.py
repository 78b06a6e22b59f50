"""When the annual meeting must be held by Nasdaq's clock: within a year after the fiscal year-end (Rule 5620(a))."""

from collections.abc import Iterator
from datetime import date, timedelta

from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.meetings import AHEAD, STOCKHOLDERS, Meeting, MeetingKind, MeetingState
from boarddesk.rules.case import HELD, Case, Period
from boarddesk.rules.judge import Judge
from boarddesk.rules.months import add_months
from boarddesk.rules.params import Value
from boarddesk.rules.words import listed, on

MONTHS = "annual_meeting_months"
STATES = {
    MeetingState.CANCELLED: "cancelled",
    MeetingState.POSTPONED: "postponed",
    MeetingState.FAILED_QUORUM: "without a quorum",
}


def annual_meeting_findings(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding for each fiscal year in which the year after the last fiscal year-end runs out."""
    for year in case.years:
        yield judge.ahead(year) if year.ahead else _year(case, judge, year)


def _year(case: Case, judge: Judge, year: Period) -> Finding:
    ended = case.calendar.year_ends(year.year - 1)
    months = judge.value(MONTHS, ended)
    due = add_months(ended, months.number)
    listed_on = case.record.company.listing_date
    said = f"the fiscal year that ended on {on(ended)}"
    if listed_on is not None and listed_on >= ended:
        first = case.calendar.year_ends(case.calendar.year_of(listed_on + timedelta(days=1)))
        by = add_months(first, months.number)
        because = f"Listed on {on(listed_on)}: the first annual meeting by this rule is due by {on(by)}."
        return judge.find(Status.NOT_APPLICABLE, because, year, relied=(months,))
    found = [m for m in case.meetings(STOCKHOLDERS, ended, due) if m.kind is MeetingKind.ANNUAL and m.day > ended]
    held = [m for m in found if m.state is MeetingState.HELD]
    if held:
        because = f"The annual meeting of {on(held[0].day)} was held within a year after {said}."
        return judge.find(Status.MET, because, year, evidence=held[:1], relied=(months,))
    if due >= case.as_of:
        return _running(case, judge, year, found, due, (months,))
    return _missed(case, judge, year, found, due, (months,))


def _running(
    case: Case, judge: Judge, year: Period, found: list[Meeting], due: date, relied: tuple[Value, ...]
) -> Finding:
    soon = judge.value("due_soon_days", case.as_of)
    ahead = [m for m in found if m.state in AHEAD and m.day >= case.as_of]
    later = case.next_annual_meeting(due)
    near = (due - case.as_of).days <= soon.number
    plan = f"it is planned for {on(ahead[0].day)}" if ahead else "none is planned by then"
    if not ahead and later is not None:
        plan = f"the one planned for {on(later.day)} comes too late"
    status = Status.DUE_SOON if near or (later is not None and not ahead) else Status.NOT_YET_DUE
    because = f"An annual meeting is due by {on(due)}; {plan}."
    remedy = "" if ahead else f"An annual meeting by {on(due)}; Nasdaq staff may grant time."
    rows = ahead[:1] or ([later] if later else [])
    return judge.find(status, because, year, evidence=rows, due=due, relied=(*relied, soon), remedy=remedy)


def _missed(
    case: Case, judge: Judge, year: Period, found: list[Meeting], due: date, relied: tuple[Value, ...]
) -> Finding:
    unclear = [m for m in found if m.state not in STATES]
    if unclear:
        words = listed(on(m.day) for m in unclear)
        adjourned = [m for m in unclear if m.state in HELD]
        if adjourned:
            because = f"The annual meeting of {words} was adjourned and had not ended by {on(due)}."
            return judge.find(Status.JUDGMENT_NEEDED, because, year, evidence=unclear, relied=relied)
        because = f"Whether the annual meeting of {words} was held is not on record."
        missing = tuple(f"the outcome of the annual meeting of {on(m.day)}" for m in unclear)
        return judge.find(Status.CANNOT_JUDGE, because, year, evidence=unclear, missing=missing, relied=relied)
    gaps: list[str] = []
    if not any(m.kind is MeetingKind.ANNUAL for m in case.meetings(STOCKHOLDERS)):
        gaps.append(f"the annual meeting held in the year up to {on(due)}")
    if case.record.company.listing_date is None:
        gaps.append("the day the shares were listed")
    if gaps:
        because = f"No annual meeting in the year up to {on(due)} is on record."
        return judge.find(Status.CANNOT_JUDGE, because, year, missing=tuple(gaps), relied=relied)
    off = f"; that of {on(found[-1].day)} was {STATES[found[-1].state]}" if found else ""
    late = next((m for m in case.meetings(STOCKHOLDERS, due) if _held_after(m, due)), None)
    held = f"; the next was held on {on(late.day)}" if late else ""
    because = f"No annual meeting was held by {on(due)}, a year after the fiscal year-end{off}{held}."
    remedy = "This cannot be cured for that year; Nasdaq staff is told promptly (Rule 5625) and may grant time."
    return judge.find(
        Status.NOT_MET, because, year, evidence=[*found, *([late] if late else [])], relied=relied, remedy=remedy
    )


def _held_after(meeting: Meeting, day: date) -> bool:
    return meeting.kind is MeetingKind.ANNUAL and meeting.state is MeetingState.HELD and meeting.day > day
