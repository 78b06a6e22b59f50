"""Carry over to an agenda what an earlier meeting left: an item that was put off, actions that are open."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AHEAD, AgendaItem, ItemOutcome, Purpose
from boarddesk.domain.motions import Action
from boarddesk.domain.record import Record
from boarddesk.services.agenda_laying import hand_over, insert, new_item_id, twin_of
from boarddesk.services.agenda_order import find_item, items_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.closed import may_change
from boarddesk.services.commands.actions_close import CarryAction, carry_action
from boarddesk.services.meeting_checks import find_meeting, require_state
from boarddesk.services.words import short_day

ACTIONS_TITLE = "Open actions"
ACTION_MINUTES = 10


@dataclass(frozen=True, slots=True)
class CarryItem(Command):
    """An item put off, or not reached, at an earlier meeting stands on this agenda too."""

    item: str
    meeting: str

    def label(self, record: Record) -> str:
        """“Carry “Credit facility” to 3 Dec 2026”."""
        return f"Carry “{find_item(record, self.item).title}” to {short_day(find_meeting(record, self.meeting).day)}"


@dataclass(frozen=True, slots=True)
class TakeActions(Command):
    """Open actions are looked at again at this meeting, under one item."""

    meeting: str
    actions: tuple[str, ...]

    def label(self, record: Record) -> str:
        """“Carry 3 actions to 3 Dec 2026”."""
        many = "an action" if len(self.actions) == 1 else f"{len(self.actions)} actions"
        return f"Carry {many} to {short_day(find_meeting(record, self.meeting).day)}"


@handles(CarryItem)
def carry_item(command: CarryItem, tx: Transaction) -> None:
    """The earlier item says where it goes on, as long as its minutes are not out."""
    item, meeting = find_item(tx.record, command.item), find_meeting(tx.record, command.meeting)
    require_state(meeting, AHEAD, "Choose a meeting that is still ahead.")
    if any(twin.meeting == meeting.id for twin in tx.record.where(AgendaItem, "carried_from", item.id)):
        raise UserError(f"“{item.title}” stands on that agenda already.", code="placed")
    twin = twin_of(item, meeting.id, new_item_id(tx, tx.record, meeting.id))
    insert(tx, twin)
    hand_over(tx, item, twin)
    sent = replace(item, outcome=item.outcome or ItemOutcome.DEFERRED, deferred_to=meeting.id)
    if may_change(tx.record, sent):
        tx.put(sent)


@handles(TakeActions)
def take_actions(command: TakeActions, tx: Transaction) -> None:
    """One item holds them all; it is made where the agenda has none."""
    meeting = find_meeting(tx.record, command.meeting)
    require_state(meeting, AHEAD, "Choose a meeting that is still ahead.")
    for action in command.actions:
        if tx.record.find(Action, action) is None:
            raise UserError("The action is no longer there.", what_to_do="Look at the list anew.", code="no_action")
        carry_action(CarryAction(action, meeting.id), tx)
    if any(item.title == ACTIONS_TITLE for item in items_of(tx.record, meeting.id)):
        return
    fresh = AgendaItem(
        id=new_item_id(tx, tx.record, meeting.id), meeting=meeting.id, position=0, title=ACTIONS_TITLE,
        minutes=ACTION_MINUTES, purpose=Purpose.DISCUSS,
    )  # fmt: skip
    insert(tx, fresh)
