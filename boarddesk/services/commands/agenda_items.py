"""Put items on an agenda, change them, take them off."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.governance import PlannedDuty
from boarddesk.domain.meetings import AgendaItem, ItemType
from boarddesk.domain.motions import Action, Motion
from boarddesk.domain.packets import CoverMemo
from boarddesk.domain.papers import ExpectedPaper, Paper
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.services.agenda_laying import moved
from boarddesk.services.agenda_order import find_item, items_of, renumber
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.packet_follow import forget_tabs

NAMED_BY: dict[type[Row], str] = {
    Motion: "A motion",
    Action: "An action",
    Paper: "A paper",
    ExpectedPaper: "An expected paper",
    CoverMemo: "A cover memo",
}
"""What keeps an item on its agenda."""


@dataclass(frozen=True, slots=True)
class AddItem(Command):
    """A new item behind the others, or at the place that `item.position` gives, from 1; its id is given anew."""

    item: AgendaItem

    def label(self, record: Record) -> str:
        """“Add “Credit facility””."""
        del record
        return f"Add “{self.item.title}”"


@dataclass(frozen=True, slots=True)
class ChangeItem(Command):
    """The item as it shall be: title, type, presenter, minutes, purpose, clauses, text."""

    item: AgendaItem

    def label(self, record: Record) -> str:
        """“Change “Credit facility””."""
        del record
        return f"Change “{self.item.title}”"


@dataclass(frozen=True, slots=True)
class RemoveItem(Command):
    """Take an item off the agenda, as long as nothing was recorded under it."""

    item: str

    def label(self, record: Record) -> str:
        """“Remove “Credit facility””."""
        return f"Remove “{find_item(record, self.item).title}”"


def _require_sound(item: AgendaItem) -> None:
    if not item.title.strip():
        raise UserError("The item has no title.", what_to_do="Say what it is about.", code="no_title")
    if item.minutes is not None and item.minutes < 0:
        raise UserError("An item cannot take less than no time.", what_to_do="Give its minutes.", code="negative")


@handles(AddItem)
def add_item(command: AddItem, tx: Transaction) -> None:
    """Put it in its place and number the rest."""
    _require_sound(command.item)
    meeting = find_meeting(tx.record, command.item.meeting)
    require_takes_place(meeting)
    items = list(items_of(tx.record, meeting.id))
    wish = tx.new_id(AgendaItem, f"{meeting.id}-{len(items) + 1}")
    # A consent agenda of another meeting cannot hold it.
    within = next((item.id for item in items if item.id == command.item.within), None)
    fresh = replace(command.item, id=wish, title=command.item.title.strip(), within=within)
    place = command.item.position or len(items) + 1
    renumber(tx, moved(items, fresh, place - 1))


@handles(ChangeItem)
def change_item(command: ChangeItem, tx: Transaction) -> None:
    """Replace the item; its meeting and place stay."""
    _require_sound(command.item)
    there = find_item(tx.record, command.item.id)
    changed = replace(command.item, meeting=there.meeting, position=there.position, title=command.item.title.strip())
    tx.put(changed)
    if changed.type is not there.type and {changed.type, there.type} & {ItemType.BREAK, ItemType.CONSENT}:
        items = items_of(tx.record, there.meeting)
        whole = changed.type is ItemType.CONSENT
        renumber(tx, [replace(i, within=None) if i.within == there.id and not whole else i for i in items])


@handles(RemoveItem)
def remove_item(command: RemoveItem, tx: Transaction) -> None:
    """Refuse where motions, actions, papers or a memo name it."""
    item = find_item(tx.record, command.item)
    for kind, words in NAMED_BY.items():
        if tx.record.where(kind, "item", item.id):
            raise UserError(
                f"{words} belongs to “{item.title}”.",
                what_to_do="Move or remove that first, or close the item as withdrawn.",
                code="in_use",
            )
    tx.remove(PlannedDuty, *(row.id for row in tx.record.where(PlannedDuty, "item", item.id)))
    forget_tabs(tx, item.id)
    left = [other for other in items_of(tx.record, item.meeting) if other.id != item.id]
    rest = [replace(other, within=None) if other.within == item.id else other for other in left]
    tx.remove(AgendaItem, item.id)
    renumber(tx, rest)
