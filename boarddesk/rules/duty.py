"""Periodic duties (kind D): done or not, by the clause's own interval or by one the company adopted (`law.md` 0.14)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property

from boarddesk.domain.committees import Committee
from boarddesk.domain.documents import Document
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.meetings import AHEAD, AgendaItem, ItemOutcome, Meeting
from boarddesk.domain.motions import Motion
from boarddesk.rules.beside import beside_of
from boarddesk.rules.books import Duty
from boarddesk.rules.case import HELD, Case, Period
from boarddesk.rules.judge import Judge
from boarddesk.rules.months import add_months
from boarddesk.rules.params import Value
from boarddesk.rules.words import dates, on

DUE_SOON = "due_soon_days"
YEARLY = "yearly"
ONE_DAY = timedelta(days=1)
WORDS = {YEARLY: 12, "quarterly": 3, "monthly": 1}


class Done:
    """One time a duty came up: the day, and the row that shows it."""

    def __init__(self, case: Case, day: date, row: AgendaItem | Motion) -> None:
        self._case = case
        self.day = day
        self.row = row

    @cached_property
    def done(self) -> bool | None:
        """Whether the item was taken up or the motion carried; None where the record cannot tell."""
        if isinstance(self.row, AgendaItem):
            return self._case.decisions.taken_up(self.row)
        decision = self._case.decisions.of(self.row)
        return None if decision.result is None else decision.carried


class Occasions:
    """Every time a duty came up, oldest first."""

    def __init__(self, entries: list[Done]) -> None:
        self._entries = entries
        self._days = [entry.day for entry in entries]

    def within(self, first: date, last: date) -> list[Done]:
        """The occasions from the first to the last day."""
        return self._entries[bisect_left(self._days, first) : bisect_right(self._days, last)]

    def last_done(self, day: date) -> Done | None:
        """The last one done by a day."""
        # Backwards, so that the votes of old years are counted only when old years are judged.
        for place in range(bisect_right(self._days, day) - 1, -1, -1):
            if self._entries[place].done:
                return self._entries[place]
        return None

    def deferral(self, first: date, last: date) -> str:
        """“; it was deferred on 22 Oct 2026”, where the item was put off in that time."""
        for entry in reversed(self.within(first, last)):
            if isinstance(entry.row, AgendaItem) and entry.row.outcome is ItemOutcome.DEFERRED:
                return f"; it was deferred on {on(entry.day)}"
        return ""


def check_duty(case: Case, judge: Judge, seen: Occasions | None = None) -> Iterator[Finding]:
    """Judge a clause of kind D in each of its periods, by all its occasions or by those that count."""
    duty = judge.clause.duty
    if duty is None:
        return
    seen = occasions(case, duty, judge.clause.id) if seen is None else seen
    for period in case.quarters if duty.by_quarter else case.years:
        adopted = adopted_interval(case, judge.clause.id, period.cut)
        if adopted is not None and (duty.by_quarter or not each_year(adopted)):
            yield _by_interval(case, judge, duty, period, seen, adopted)
        elif adopted is not None or judge.clause.interval is not None:
            yield _by_year(case, judge, duty, period, seen, adopted)
        elif not period.ahead:
            yield _without_interval(judge, duty, period, seen)


def adopted_interval(case: Case, clause: str, day: date) -> Value | None:
    """The interval that the company adopted for a clause by that day."""
    value = case.parameters.own(f"interval.{clause}", day)
    return value if value is not None and months_of(value.text) else None


def each_year(adopted: Value) -> bool:
    """Whether an adopted interval is “yearly”: once in each fiscal year, as “each year” in a clause is read.

    A number of months or years runs from the last time instead, and may end within the year; “yearly” names no such
    day, and none is invented.
    """
    return adopted.text.strip().lower() == YEARLY


def months_of(text: str) -> int | None:
    """An interval in months from “12”, “12 months”, “2 years” or “yearly”; None where it cannot be read."""
    words = text.strip().lower().split()
    if len(words) == 1 and words[0] in WORDS:
        return WORDS[words[0]]
    if not words or not words[0].isdigit() or len(words) > 2:
        return None
    factor = 12 if words[1:] and words[1].startswith("year") else 1
    return int(words[0]) * factor or None


def occasions(case: Case, duty: Duty, clause: str) -> Occasions:
    """Every time the duty came before one of its bodies at a meeting that was held, oldest first.

    An item serves by its type; one of another type where it names the clause; items and motions also where
    somebody linked them to the clause.
    """
    linked = beside_of(case).rows(clause)
    items = {item.id: item for kind in duty.items for item in case.record.where(AgendaItem, "type", kind)}
    items |= {item.id: item for item in case.items_naming(clause)}
    items |= {row.id: row for row in linked if isinstance(row, AgendaItem)}
    found: list[Done] = []
    for item in items.values():
        meeting = case.record.find(Meeting, item.meeting)
        if meeting is not None and meeting.state in HELD and any(eligible(case, duty, body) for body in meeting.bodies):
            found.append(Done(case, meeting.starts.date(), item))
    motions = {motion.id: motion for motion in _motions(case, duty)}
    motions |= {row.id: row for row in linked if isinstance(row, Motion)}
    for motion in motions.values():
        day = case.decisions.day_of(motion)
        if day is not None and eligible(case, duty, motion.body):
            found.append(Done(case, day, motion))
    return Occasions(sorted(found, key=lambda entry: (entry.day, entry.row.id)))


def _motions(case: Case, duty: Duty) -> list[Motion]:
    found = [motion for kind in duty.motions for motion in case.record.where(Motion, "kind", kind)]
    for kind in duty.documents:
        for document in case.record.where(Document, "kind", kind):
            found.extend(case.record.where(Motion, "document", document.id))
    return found


def eligible(case: Case, duty: Duty, body: str) -> bool:
    """Whether a body may do the duty: named itself, or as a committee of a kind named, or any committee."""
    if body in duty.bodies:
        return True
    committee = case.record.find(Committee, body)
    return committee is not None and (committee.kind in duty.bodies or "committee" in duty.bodies)


def next_planned(case: Case, duty: Duty, last: date) -> Meeting | None:
    """The last meeting ahead, up to a day, of a body that may do the duty."""
    ahead = [
        meeting
        for meeting in case.record.all(Meeting)
        if meeting.state in AHEAD
        and case.as_of <= meeting.starts.date() <= last
        and any(eligible(case, duty, body) for body in meeting.bodies)
    ]
    return max(ahead, key=lambda meeting: (meeting.starts, meeting.id), default=None)


def _without_interval(judge: Judge, duty: Duty, period: Period, seen: Occasions) -> Finding:
    here = [entry for entry in seen.within(period.first, period.cut) if entry.done]
    last = seen.last_done(period.cut)
    shown = here or ([last] if last else [])
    if here:
        because = f"{duty.done} on {dates(entry.day for entry in here)}; the company has adopted no interval."
    elif last is not None:
        because = f"{duty.undone} in {period.label}; last on {on(last.day)}. The company has adopted no interval."
    else:
        because = f"{duty.undone} so far on record; the company has adopted no interval."
    return judge.find(Status.INFORMATION, because, period, evidence=[entry.row for entry in shown])


def _by_interval(case: Case, judge: Judge, duty: Duty, period: Period, seen: Occasions, adopted: Value) -> Finding:
    """Against an interval the company adopted: due that long after it was last done.

    Where it had not been done, or so long ago that this day had passed, it runs from its adoption.
    """
    months = months_of(adopted.text) or 0
    soon = judge.value(DUE_SOON, period.cut)
    last = seen.last_done(period.cut)
    since = case.parameters.adopted_on(f"interval.{judge.clause.id}", period.cut)
    due = add_months(last.day, months) if last else add_months(since, months)
    due = due if due >= since else add_months(since, months)
    evidence = [last.row] if last else []
    said = f"{duty.done} last on {on(last.day)}" if last else f"{duty.undone} since the interval was adopted"
    wording = f"{said}; the interval of {adopted.used.value}, adopted on {on(since)}, "
    if due < period.cut:
        start = last.day + ONE_DAY if last else since
        unclear = [entry for entry in seen.within(start, period.cut) if entry.done is None]
        if unclear or not _met_at_all(case, duty, start, period.cut):
            stretch = f"from {on(start)} to {on(period.cut)}"
            missing = (f"minutes of {on(unclear[-1].day)}",) if unclear else (f"the meetings {stretch}",)
            because = f"{wording}ended on {on(due)}. {_gap(unclear, stretch)}"
            return judge.find(
                Status.CANNOT_JUDGE, because, period, evidence=[*evidence, *(entry.row for entry in unclear)], due=due,
                missing=missing, relied=(adopted,),
            )  # fmt: skip
        deferred = seen.deferral(last.day if last else period.first, period.cut)
        because = f"{wording}ended on {on(due)}{deferred}."
        return judge.find(
            Status.OVERDUE, because, period, evidence=evidence, due=due, relied=(adopted,),
            remedy=_remedy(case, judge, duty, period),
        )  # fmt: skip
    because = f"{wording}ends on {on(due)}."
    status = Status.MET if last and period.first <= last.day else Status.NOT_YET_DUE
    if not period.past and due - case.as_of <= timedelta(days=soon.number):
        status = Status.DUE_SOON
    return judge.find(status, because, period, evidence=evidence, due=due, relied=(adopted, soon))


def _by_year(case: Case, judge: Judge, duty: Duty, period: Period, seen: Occasions, adopted: Value | None) -> Finding:
    """Once in each fiscal year: as the clause itself states, or as the company adopted it."""
    here = seen.within(period.first, period.cut)
    done = [entry for entry in here if entry.done]
    own: tuple[Value, ...] = ()
    asked = ""
    if adopted is not None:
        since = case.parameters.adopted_on(f"interval.{judge.clause.id}", period.cut)
        own, asked = (adopted,), f"; the interval adopted on {on(since)} is yearly"
    if done:
        because = f"{duty.done} on {dates(entry.day for entry in done)}{asked}."
        return judge.find(Status.MET, because, period, evidence=[entry.row for entry in done], relied=own)
    unclear = [entry for entry in here if entry.done is None]
    rows = [entry.row for entry in here]
    if period.past:
        if unclear or not _met_at_all(case, duty, period.first, period.last):
            because = _gap(unclear, f"of {period.label}")
            missing = (f"minutes of {on(unclear[-1].day)}",) if unclear else (f"the meetings of {period.label}",)
            return judge.find(Status.CANNOT_JUDGE, because, period, evidence=rows, missing=missing, relied=own)
        because = f"{duty.undone} in {period.label}{seen.deferral(period.first, period.cut)}{asked}."
        remedy = f"This cannot be cured for {period.label}; FY {period.year + 1} is judged on its own."
        return judge.find(Status.OVERDUE, because, period, evidence=rows, due=period.last, remedy=remedy, relied=own)
    planned = next_planned(case, duty, period.last) if period.running else None
    due = planned.starts.date() if planned else period.last
    soon = judge.value(DUE_SOON, period.cut)
    place = f"; {case.labels.kind_of(planned)} planned for {on(due)}" if planned else f"; the year ends on {on(due)}"
    because = f"{duty.undone} yet in {period.label}{seen.deferral(period.first, period.cut)}{place}{asked}."
    near = period.running and due - case.as_of <= timedelta(days=soon.number)
    evidence = [*rows, *([planned] if planned else [])]
    return judge.find(
        Status.DUE_SOON if near else Status.NOT_YET_DUE, because, period, evidence=evidence, due=due,
        relied=(*own, soon), remedy=_remedy(case, judge, duty, period),
    )  # fmt: skip


def _met_at_all(case: Case, duty: Duty, first: date, last: date) -> bool:
    """Whether the record holds any meeting of that time at which it could have been done."""
    return any(
        meeting.state in HELD
        for body in case.bodies
        if eligible(case, duty, body)
        for meeting in case.meetings(body, first, last)
    )


def _gap(unclear: list[Done], stretch: str) -> str:
    if unclear:
        return f"It was on the agenda of {on(unclear[-1].day)}; nothing on record shows that it was taken up."
    return f"No meeting {stretch} at which it could have been done is on record."


def _remedy(case: Case, judge: Judge, duty: Duty, period: Period) -> str:
    planned = next_planned(case, duty, period.last)
    if planned is None:
        return f"A meeting of the {case.body(judge.clause.body, case.as_of)} with the item."
    return f"The item at the {case.labels.kind_of(planned)} of {on(planned.starts.date())}."
