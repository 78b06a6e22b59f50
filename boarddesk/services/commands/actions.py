"""Actions that follow from a meeting: who does what by when."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.motions import Action
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_takes_place


@dataclass(frozen=True, slots=True)
class AddAction(Command):
    """Something to be done, with its owner and day where known; its id is given anew."""

    action: Action

    def label(self, record: Record) -> str:
        """“Add an action”."""
        del record
        return "Add an action"


@dataclass(frozen=True, slots=True)
class ChangeAction(Command):
    """The action as it shall be."""

    action: Action

    def label(self, record: Record) -> str:
        """“Change an action”."""
        del record
        return "Change an action"


@dataclass(frozen=True, slots=True)
class RemoveAction(Command):
    """Take an action out that should not be there."""

    action: str

    def label(self, record: Record) -> str:
        """“Remove an action”."""
        del record
        return "Remove an action"


def _require_words(action: Action) -> None:
    if not action.text.strip():
        raise UserError("The action has no words.", what_to_do="Say what is to be done.", code="no_text")


@handles(AddAction)
def add_action(command: AddAction, tx: Transaction) -> None:
    """Number it within its meeting."""
    _require_words(command.action)
    meeting = find_meeting(tx.record, command.action.meeting)
    require_takes_place(meeting)
    taken = [a.number for a in tx.record.where(Action, "meeting", meeting.id)]
    place = max((int(number) for number in taken if number.isdecimal()), default=0) + 1
    wish = tx.new_id(Action, f"{meeting.id}-action-{place}")
    tx.put(replace(command.action, id=wish, number=str(place), text=command.action.text.strip()))


@handles(ChangeAction)
def change_action(command: ChangeAction, tx: Transaction) -> None:
    """Its meeting and number stay."""
    _require_words(command.action)
    there = tx.record.get(Action, command.action.id)
    tx.put(replace(command.action, meeting=there.meeting, number=there.number, text=command.action.text.strip()))


@handles(RemoveAction)
def remove_action(command: RemoveAction, tx: Transaction) -> None:
    """Remove the action's row."""
    tx.remove(Action, command.action)
