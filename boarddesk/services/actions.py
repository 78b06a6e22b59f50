"""Actions that meetings gave: who owes what by when, open until done or dropped, whatever meeting they came from."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import msgspec

from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.motions import Action
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.words import meeting_name, short_day
from boarddesk.services.workspace import Services


class ActionState(StrEnum):
    """Where an action stands on a day."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    DROPPED = "dropped"


STATE_WORDS = {
    ActionState.OPEN: "Open",
    ActionState.OVERDUE: "Past its date",
    ActionState.DONE: "Done",
    ActionState.DROPPED: "Dropped",
}


class ActionLine(msgspec.Struct, frozen=True):
    """One action: what, who, by when, where it came from and goes to, and what became of it."""

    id: str
    number: str
    what: str
    owner: str
    due: date | None
    state: ActionState
    meeting: str
    given: date
    body: str
    came_from: str
    item: str
    carried_to: str
    outcome: str
    closed: date | None

    @property
    def state_words(self) -> str:
        """“Open”, “Done 14 May 2026”."""
        words = STATE_WORDS[self.state]
        return f"{words} {short_day(self.closed)}" if self.closed else words


def action_state(action: Action, day: date) -> ActionState:
    """Done and dropped as they were by then; past its date is open still, with its date behind it."""
    if action.done_on is not None and action.done_on <= day:
        return ActionState.DONE
    if action.dropped_on is not None and action.dropped_on <= day:
        return ActionState.DROPPED
    return ActionState.OVERDUE if action.due is not None and action.due < day else ActionState.OPEN


def open_actions(record: Record, body: str, day: date) -> tuple[ActionLine, ...]:
    """What a body's meetings before `day` gave and nobody has closed by then, what is due first first."""
    found = (line for line in _lines(record, day) if line.body == body and line.given < day)
    return _by_due(line for line in found if line.state in (ActionState.OPEN, ActionState.OVERDUE))


def action_lines(services: Services, *, closed: bool = False) -> tuple[ActionLine, ...]:
    """The actions of every body as of the day shown: the open ones, with the closed ones behind them where wanted."""
    lines = list(_lines(services.shown, services.day))
    still = _by_due(line for line in lines if line.closed is None)
    over = sorted((line for line in lines if line.closed is not None), key=lambda line: (line.closed, line.id))
    return (*still, *reversed(over)) if closed else still


def _by_due(lines: Iterator[ActionLine]) -> tuple[ActionLine, ...]:
    return tuple(sorted(lines, key=lambda line: (line.due or date.max, line.given, line.id)))


def _lines(record: Record, day: date) -> Iterator[ActionLine]:
    for action in record.all(Action):
        meeting = record.find(Meeting, action.meeting)
        if meeting is None or meeting.day > day:
            continue
        item, later = record.find(AgendaItem, action.item), record.find(Meeting, action.carried_to)
        state = action_state(action, day)
        closed = {ActionState.DONE: action.done_on, ActionState.DROPPED: action.dropped_on}.get(state)
        yield ActionLine(
            id=action.id, number=action.number, what=" ".join(action.text.split()),
            owner=name_of(record, action.owner) or action.owner_note or "Nobody named",
            due=action.due, state=state, meeting=meeting.id, given=meeting.day, body=meeting.body,
            came_from=meeting_name(record, meeting), item=item.title if item else "",
            carried_to=meeting_name(record, later) if later else "", outcome=action.outcome, closed=closed,
        )  # fmt: skip
