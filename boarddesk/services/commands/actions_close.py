"""An action is done or dropped, or goes on to the next meeting."""

from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.motions import Action
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class FinishAction(Command):
    """The action was done on a day, with its outcome; None reopens it."""

    action: str
    done_on: date | None
    outcome: str = ""

    def label(self, record: Record) -> str:
        """“Action done”."""
        del record
        return "Action done" if self.done_on else "Reopen an action"


@handles(FinishAction)
def finish_action(command: FinishAction, tx: Transaction) -> None:
    """Nothing is done before it was asked for."""
    action = tx.record.get(Action, command.action)
    asked = find_meeting(tx.record, action.meeting).day
    if command.done_on is not None and command.done_on < asked:
        raise UserError(
            f"The action was given on {short_day(asked)}, after {short_day(command.done_on)}.",
            what_to_do="Give a later day.",
            code="order",
        )
    tx.put(replace(action, done_on=command.done_on, dropped_on=None, outcome=command.outcome.strip()))


@dataclass(frozen=True, slots=True)
class DropAction(Command):
    """The action is given up on a day, for a reason."""

    action: str
    dropped_on: date
    reason: str

    def label(self, record: Record) -> str:
        """“Drop an action”."""
        del record
        return "Drop an action"


@handles(DropAction)
def drop_action(command: DropAction, tx: Transaction) -> None:
    """Only what is open, with a reason, and not before it was given."""
    action = tx.record.get(Action, command.action)
    asked = find_meeting(tx.record, action.meeting).day
    if action.done_on is not None:
        raise UserError("The action is done.", what_to_do="Reopen it first.", code="done")
    if not command.reason.strip():
        raise UserError("An action is dropped for a reason.", what_to_do="Say why.", code="no_reason")
    if command.dropped_on < asked:
        raise UserError(f"The action was given on {short_day(asked)}.", what_to_do="Give a later day.", code="order")
    tx.put(replace(action, dropped_on=command.dropped_on, outcome=command.reason.strip()))


@dataclass(frozen=True, slots=True)
class CarryAction(Command):
    """An open action goes on to a later meeting, where it is looked at again; None takes it back."""

    action: str
    to: str | None

    def label(self, record: Record) -> str:
        """“Carry an action to 3 Dec 2026”."""
        return f"Carry an action to {short_day(find_meeting(record, self.to).day)}" if self.to else "Keep an action"


@handles(CarryAction)
def carry_action(command: CarryAction, tx: Transaction) -> None:
    """Only onwards, and only while it is open."""
    action = tx.record.get(Action, command.action)
    if action.done_on is not None or action.dropped_on is not None:
        what = "The action is done." if action.done_on else "The action was dropped."
        raise UserError(what, what_to_do="Reopen it first.", code="done")
    if command.to is not None:
        later, here = find_meeting(tx.record, command.to), find_meeting(tx.record, action.meeting)
        require_takes_place(later)
        if later.starts <= here.starts:
            raise UserError(
                "An action is carried to a later meeting.", what_to_do="Choose a later one.", code="not_later"
            )
    tx.put(replace(action, carried_to=command.to))
