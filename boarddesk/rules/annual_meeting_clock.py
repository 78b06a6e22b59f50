"""When stockholders must meet to elect directors: after the designated day, or after the last meeting (§211(c))."""

from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from boarddesk.domain.finding import WORST_FIRST, Finding, Status
from boarddesk.domain.meetings import AHEAD, STOCKHOLDERS, Meeting, MeetingKind, MeetingState
from boarddesk.rules.case import Case, Period
from boarddesk.rules.judge import Judge
from boarddesk.rules.months import add_months
from boarddesk.rules.params import Value
from boarddesk.rules.words import listed, on

REMEDY = "An annual meeting; the Court of Chancery may order one. What is done meanwhile is not void for it."
OFF = frozenset({MeetingState.CANCELLED, MeetingState.POSTPONED})
UNSETTLED = AHEAD | {MeetingState.IN_SESSION, MeetingState.RECESSED, MeetingState.ADJOURNED}


class Turn(NamedTuple):
    """From one annual meeting to the next: the last one held, those called since, and the one that was held."""

    last: Meeting | None
    called: tuple[Meeting, ...]
    held: Meeting | None


class Limit(NamedTuple):
    """The last day, why, and the value it rests on."""

    day: date
    why: str
    relied: Value
    later: date | None = None
    """The last day by a later designation."""


def annual_clock_finding(case: Case, judge: Judge, year: Period) -> Finding:
    """One fiscal year: the annual meeting held in it, or the one that was to be held by its end."""
    turns = [turn for turn in _turns(case) if turn.last is None or turn.last.day <= year.cut]
    held = [turn for turn in turns if turn.held is not None and year.first <= turn.held.day <= year.cut]
    found = [_held(judge, year, turn) for turn in held]
    for turn in turns:
        if turn.held is None or turn.held.day > year.cut:
            still = _open(judge, year, turn)
            # Beside a meeting of that year the next one matters only once it is late.
            found.extend([still] if not held or still.status is Status.NOT_MET else [])
    return min(found, key=lambda finding: WORST_FIRST.index(finding.status))


def _turns(case: Case) -> list[Turn]:
    """Every stretch from one annual meeting held to the next, the running one last."""
    return case.once("turns of the annual meeting", _laid_out)


def _laid_out(case: Case) -> list[Turn]:
    found: list[Turn] = []
    last: Meeting | None = None
    called: list[Meeting] = []
    for meeting in case.meetings(STOCKHOLDERS):
        if meeting.kind is MeetingKind.ANNUAL:
            called.append(meeting)
            if meeting.state is MeetingState.HELD:
                found.append(Turn(last, tuple(called), meeting))
                last, called = meeting, []
    return [*found, Turn(last, tuple(called), None)]


def _known(turn: Turn, day: date) -> list[Meeting]:
    return [m for m in turn.called if m.scheduled_on is None or m.scheduled_on <= day]


def _limit(judge: Judge, turn: Turn, day: date) -> Limit | None:
    """The last day for the meeting: by what was designated, else by the last meeting; None where neither is known."""
    designated = sorted({m.designated_for for m in _known(turn, day) if m.designated_for is not None})
    if designated:
        days = judge.value("annual_meeting_designated_days", designated[0])
        ends = [each + timedelta(days=days.number) for each in designated]
        why = f"{days.used.value} after {on(designated[0])}, the day designated for it"
        return Limit(ends[0], why, days, ends[-1] if len(ends) > 1 else None)
    if turn.last is None:
        return None
    months = judge.value("annual_meeting_gap_months", turn.last.day)
    why = f"{months.used.value} after that of {on(turn.last.day)}, as no day designated for it is on record"
    return Limit(add_months(turn.last.day, months.number), why, months)


def _held(judge: Judge, year: Period, turn: Turn) -> Finding:
    meeting, limit = turn.called[-1], _limit(judge, turn, year.cut)
    rows = [*([turn.last] if turn.last else []), *turn.called]
    said = f"The annual meeting of {on(meeting.day)} was held"
    if limit is None:
        gaps = (f"the annual meeting before that of {on(meeting.day)}, or the day designated for this one",)
        because = f"{said}; by when it had to be held is not on record."
        return judge.find(Status.CANNOT_JUDGE, because, year, evidence=rows, missing=gaps)
    relied = (limit.relied,)
    if meeting.day <= limit.day:
        return judge.find(Status.MET, f"{said} within {limit.why}.", year, evidence=rows, relied=relied)
    begun = [m for m in turn.called if m.state is MeetingState.ADJOURNED and m.day <= limit.day]
    if begun:
        because = f"{said} to its end after {on(limit.day)}; it had been convened on {on(begun[0].day)} and adjourned."
        return judge.find(Status.JUDGMENT_NEEDED, because, year, evidence=rows, relied=relied)
    if limit.later is not None and meeting.day <= limit.later:
        days = listed(on(m.designated_for) for m in turn.called if m.designated_for)
        because = f"{said} after {on(limit.day)}, {limit.why}; {days} were designated one after the other."
        return judge.find(Status.JUDGMENT_NEEDED, because, year, evidence=rows, relied=relied)
    remedy = "This cannot be cured for that meeting; what was done meanwhile is not void for it."
    because = f"{said} after {on(limit.day)}, {limit.why}."
    return judge.find(Status.NOT_MET, because, year, evidence=rows, relied=relied, remedy=remedy)


def _open(judge: Judge, year: Period, turn: Turn) -> Finding:
    limit, known = _limit(judge, turn, year.cut), _known(turn, year.cut)
    find = partial(judge.find, period=year, evidence=[*([turn.last] if turn.last else []), *known])
    unsettled = [m for m in known if m.day < year.cut and m.state in UNSETTLED and m.moved_to is None]
    if unsettled:
        name = f"the annual meeting of {on(unsettled[-1].day)}"
        gaps = (f"whether {name} was held, or what became of it",)
        return find(Status.CANNOT_JUDGE, f"Whether {name} was held is not on record.", missing=gaps)
    if limit is None:
        gaps = ("the last annual meeting, or the day designated for the next",)
        because = f"No annual meeting is on record by which to tell when one was due in {year.label}."
        return find(Status.CANNOT_JUDGE, because, missing=gaps)
    if limit.day < year.cut:
        return find(*_missed(limit, known), due=limit.day, relied=(limit.relied,), remedy=REMEDY)
    soon = judge.value("due_soon_days", year.cut)
    ahead = [m for m in known if m.day >= year.cut and m.state not in OFF]
    plan = f"it is planned for {on(ahead[0].day)}" if ahead else "none is planned"
    too_late = bool(ahead) and ahead[0].day > limit.day
    near = year.running and ((limit.day - year.cut).days <= soon.number or too_late)
    because = f"The annual meeting is to be held by {on(limit.day)}, {limit.why}; {plan}."
    return find(
        Status.DUE_SOON if near else Status.NOT_YET_DUE, because, due=limit.day, relied=(limit.relied, soon),
        remedy="" if ahead and not too_late else f"An annual meeting by {on(limit.day)}.",
    )  # fmt: skip


def _missed(limit: Limit, known: list[Meeting]) -> tuple[Status, str]:
    said = f"No annual meeting was held by {on(limit.day)}, {limit.why}"
    begun = [m for m in known if m.state is MeetingState.ADJOURNED and m.day <= limit.day]
    if begun:
        return Status.JUDGMENT_NEEDED, f"{said}; that of {on(begun[0].day)} was convened and adjourned."
    return Status.NOT_MET, f"{said}."
