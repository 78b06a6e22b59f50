"""Record dates, notices and votes of meetings of stockholders (8 Del. C. §§213, 216, 222)."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.happenings import Matter, MatterKind
from boarddesk.domain.meetings import AHEAD, STOCKHOLDERS, Meeting, MeetingState
from boarddesk.rules.acts import meeting_of_day
from boarddesk.rules.case import Case
from boarddesk.rules.judge import Judge
from boarddesk.rules.params import Value
from boarddesk.rules.words import on

OFF = frozenset({MeetingState.CANCELLED, MeetingState.POSTPONED})
NONE = "No meeting of stockholders is on record for {year}."


def stockholder_meetings(case: Case) -> list[Meeting]:
    """The meetings of stockholders in the years to judge, held or ahead; not those called off."""
    return [m for m in case.meetings(STOCKHOLDERS) if m.state not in OFF and case.judged(m.day)]


def years_without(case: Case, judge: Judge, meetings: list[Meeting]) -> Iterator[Finding]:
    """One finding for each year without a meeting of stockholders."""
    for year in case.years:
        if not year.ahead and not any(year.holds(meeting.day) for meeting in meetings):
            yield judge.find(Status.NOT_APPLICABLE, NONE.format(year=year.label), year)


def adjourned_from(case: Case, meeting: Meeting) -> Meeting | None:
    """The adjourned meeting that this one goes on with."""
    parts = case.record.where(Meeting, "moved_to", meeting.id)
    return next((part for part in parts if part.state is MeetingState.ADJOURNED), None)


def is_ahead(case: Case, meeting: Meeting) -> bool:
    """Whether a meeting is still to be held."""
    return meeting.state in AHEAD and meeting.day >= case.as_of


def _before(meeting: Meeting, value: Value) -> date:
    return meeting.day - timedelta(days=value.number)


def _awaited(case: Case, judge: Judge, meeting: Meeting, what: str, last: date, relied: tuple[Value, ...]) -> Finding:
    """Something that must be done by a last day before a meeting ahead, which has not come."""
    soon = judge.value("due_soon_days", case.as_of)
    near = (last - case.as_of).days <= soon.number
    name = meeting_of_day(case, meeting)
    return judge.find(
        Status.DUE_SOON if near else Status.NOT_YET_DUE, f"{what} of the {name} may be no later than {on(last)}.",
        meeting.day, meeting, evidence=[meeting], due=last, relied=(*relied, soon),
    )  # fmt: skip


# --- record date


def record_date_finding(case: Case, judge: Judge, meeting: Meeting) -> Finding | None:
    """Whether the record date lies far enough before the meeting, and not before its resolution (§213(a))."""
    if meeting.record_date is None and adjourned_from(case, meeting) is not None:
        return None
    least, most = (judge.value(f"record_date_days_{key}", meeting.day) for key in ("least", "most"))
    name, day, fixed = meeting_of_day(case, meeting), meeting.record_date, meeting.record_date_fixed_on
    ahead = is_ahead(case, meeting)
    find = partial(judge.find, period=meeting.day, subject=meeting, evidence=[meeting], relied=(least, most))
    if day is None:
        last = _before(meeting, least)
        if ahead and case.as_of <= last:
            return _awaited(case, judge, meeting, "The record date", last, (least, most))
        gap = f"record date of the {name}"
        return find(Status.CANNOT_JUDGE, f"The record date of the {name} is not on record.", missing=(gap,))
    days = (meeting.day - day).days
    said, remedy = f"The record date of {on(day)}", _record_remedy(meeting, ahead=ahead)
    lies = "lies" if ahead else "lay"
    if not least.number <= days <= most.number:
        where = f"{days} days before the {name}" if days >= 0 else f"after the {name}"
        because = f"{said} {lies} {where}; {least.text} to {most.used.value} are allowed."
        return find(Status.NOT_MET, because, remedy=remedy)
    if fixed is None:
        gap = f"the day on which the Board fixed the record date of the {name}"
        because = f"{said} {lies} {days} days before the {name}; when the Board fixed it is not on record."
        return find(Status.CANNOT_JUDGE, because, missing=(gap,))
    if day < fixed:
        because = f"{said} for the {name} is earlier than the resolution of {on(fixed)} that fixed it."
        return find(Status.NOT_MET, because, remedy=remedy)
    return find(Status.MET, f"{said}, fixed on {on(fixed)}, {lies} {days} days before the {name}.")


def _record_remedy(meeting: Meeting, *, ahead: bool) -> str:
    if ahead:
        return "Another record date fixed by the Board, or another day for the meeting."
    return f"This cannot be cured for the meeting of {on(meeting.day)}; counsel may weigh what was voted on there."


# --- notice


def stockholder_notice_finding(case: Case, judge: Judge, meeting: Meeting) -> Finding:
    """Whether stockholders had notice in time, by the longer period where a merger is voted on (§§222, 251(c))."""
    part = adjourned_from(case, meeting)
    again: tuple[Value, ...] = ()
    if part is not None:
        again = (judge.value("adjournment_days", meeting.day),)
        renewed = _renewed(case, judge, meeting, part)
        if renewed is not None:
            return renewed
    merger = any(m.kind is MatterKind.MERGER for m in case.record.where(Matter, "meeting", meeting.id))
    least = judge.value("merger_notice_days" if merger else "stockholder_notice_days_least", meeting.day)
    most = judge.value("stockholder_notice_days_most", meeting.day)
    name, given, ahead = meeting_of_day(case, meeting), meeting.notice_on, is_ahead(case, meeting)
    find = partial(judge.find, period=meeting.day, subject=meeting, evidence=[meeting], relied=(least, most, *again))
    if given is None:
        last = _before(meeting, least)
        if meeting.notice_waived:
            because = f"Notice of the {name} is recorded as waived; a waiver binds only the stockholder who gave it."
            return find(Status.JUDGMENT_NEEDED, because)
        if ahead and case.as_of <= last:
            return _awaited(case, judge, meeting, "Notice", last, (least, most, *again))
        gap = f"the day on which notice of the {name} was given"
        late = f"; the last day for it was {on(last)}" if ahead else ""
        return find(Status.CANNOT_JUDGE, f"No notice of the {name} is on record{late}.", missing=(gap,))
    days = (meeting.day - given).days
    where = f"{days} days before" if days >= 0 else "after it"
    what = f"{least.text} to {most.used.value}{', as a merger is voted on' if merger else ''}"
    if least.number <= days <= most.number:
        return find(Status.MET, f"Notice of the {name} was given on {on(given)}, {where}; the law asks for {what}.")
    remedy = f"This cannot be cured for the meeting of {on(meeting.day)}; counsel may weigh what was voted on there."
    if ahead:
        remedy = f"Another day for the meeting, with notice {least.text} to {most.used.value} before it."
    because = f"Notice of the {name} was given on {on(given)}, {where}, where the law asks for {what}."
    return find(Status.NOT_MET, because, remedy=remedy)


def _renewed(case: Case, judge: Judge, meeting: Meeting, part: Meeting) -> Finding | None:
    """A meeting that goes on needs notice anew only after a longer time or with a new record date (§222(c))."""
    limit = judge.value("adjournment_days", meeting.day)
    days = (meeting.day - part.day).days
    fresh = meeting.record_date is not None and meeting.record_date != part.record_date
    if days > limit.number or fresh:
        return None
    said = f"The {meeting_of_day(case, meeting)} goes on with that of {on(part.day)}, {days} days later"
    because = f"{said}; up to {limit.used.value} no new notice is asked for if time and place were announced."
    return judge.find(Status.NOT_APPLICABLE, because, meeting.day, meeting, evidence=[part, meeting], relied=(limit,))
