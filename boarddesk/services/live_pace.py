"""The agenda's clock: what each item took against its plan, whether the meeting runs late, and when it may end."""

from datetime import date, datetime, timedelta

import msgspec

from boarddesk.domain.meetings import AgendaItem, ItemOutcome, Meeting
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import items_of
from boarddesk.services.meeting_checks import RUNNING
from boarddesk.services.sittings import paused_minutes, time_at

ON_TIME = 3
"""So many minutes more or less are no delay worth a word."""


class LiveItem(msgspec.Struct, frozen=True):
    """One item on the agenda's clock; `spent` and `planned` in minutes, `starts` when it should begin."""

    id: str
    number: int
    title: str
    state: str
    planned: int | None
    spent: int | None
    starts: datetime | None
    outcome: ItemOutcome | None
    later: date | None = None
    """The day of the meeting it was deferred to."""

    @property
    def over(self) -> bool:
        """Whether it takes longer than planned, while it lasts."""
        return self.state == "now" and self.planned is not None and self.spent is not None and self.spent > self.planned


class Pace(msgspec.Struct, frozen=True):
    """How the meeting stands to its plan: minutes late (below zero: early), and when it may end."""

    late: int
    ends: datetime
    words: str


def live_items(record: Record, meeting: Meeting, at: datetime) -> tuple[LiveItem, ...]:
    """The items with the time they took, or should begin; recesses are not counted."""
    found = []
    clock = meeting.called_to_order or meeting.starts
    for item in items_of(record, meeting.id):
        state = _state(item)
        if state == "to_come" and meeting.state in RUNNING:
            clock = max(clock, at)
        later = record.find(Meeting, item.deferred_to)
        spent = _spent(record, meeting, item, at)
        found.append(
            LiveItem(
                id=item.id,
                number=item.position,
                title=item.title,
                state=state,
                planned=item.minutes,
                spent=spent,
                starts=item.started or clock,
                outcome=item.outcome,
                later=later.day if later else None,
            )
        )
        clock = _ends(item, state, spent, clock, at)
    return tuple(found)


def _state(item: AgendaItem) -> str:
    if item.started is not None:
        return "done" if item.ended is not None else "now"
    return "done" if item.outcome is not None or item.deferred_to is not None else "to_come"


def _spent(record: Record, meeting: Meeting, item: AgendaItem, at: datetime) -> int | None:
    if item.started is None:
        return None
    end = item.ended or at
    whole = int((end - item.started).total_seconds() // 60)
    return max(0, whole - paused_minutes(record, meeting, item.started, end))


def _ends(item: AgendaItem, state: str, spent: int | None, clock: datetime, at: datetime) -> datetime:
    """When the item ended or will: the one of the moment has what is left of its plan."""
    if item.ended is not None:
        return item.ended
    if state == "now":
        return max(at, item.started or at) + timedelta(minutes=max(0, (item.minutes or 0) - (spent or 0)))
    return clock if state == "done" else clock + timedelta(minutes=item.minutes or 0)


def pace_of(record: Record, meeting: Meeting, items: tuple[LiveItem, ...], at: datetime) -> Pace | None:
    """Late or early against the agenda's times; None where nothing is planned or the meeting does not run."""
    planned = sum(item.planned or 0 for item in items)
    if meeting.state not in RUNNING or not planned or meeting.called_to_order is None:
        return None
    clock = at
    for item in items:
        if item.state == "now":
            clock = at + timedelta(minutes=max(0, (item.planned or 0) - (item.spent or 0)))
        elif item.state == "to_come":
            clock += timedelta(minutes=item.planned or 0)
    # What was put off before or during the meeting needs no time any more.
    dropped = sum(item.planned or 0 for item in items if item.state == "done" and item.spent is None)
    paused = paused_minutes(record, meeting, meeting.called_to_order, at)
    due = meeting.starts + timedelta(minutes=planned - dropped + paused)
    late = round((clock - due).total_seconds() / 60)
    return Pace(late, clock, f"{_late_words(late)}, ends {time_at(meeting, clock)}")


def _late_words(late: int) -> str:
    if abs(late) < ON_TIME:
        return "On time"
    return f"{late} min late" if late > 0 else f"{-late} min early"
