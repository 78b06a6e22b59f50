"""Put items on an agenda, change them, take them off."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.governance import PlannedDuty
from boarddesk.domain.meetings import AgendaItem
from boarddesk.domain.motions import Action, Motion
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import find_item, items_of, renumber
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_takes_place


@dataclass(frozen=True, slots=True)
class AddItem(Command):
    """A new item behind the others, or at `item.position` where that is above zero; its id is given anew."""

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
    place = min(command.item.position or len(items) + 1, len(items) + 1)
    wish = tx.new_id(AgendaItem, f"{meeting.id}-{len(items) + 1}")
    items.insert(place - 1, replace(command.item, id=wish, title=command.item.title.strip()))
    renumber(tx, items)


@handles(ChangeItem)
def change_item(command: ChangeItem, tx: Transaction) -> None:
    """Replace the item; its meeting and place stay."""
    _require_sound(command.item)
    there = find_item(tx.record, command.item.id)
    tx.put(replace(command.item, meeting=there.meeting, position=there.position, title=command.item.title.strip()))


@handles(RemoveItem)
def remove_item(command: RemoveItem, tx: Transaction) -> None:
    """Refuse where motions, actions or papers name it."""
    item = find_item(tx.record, command.item)
    for kind, words in ((Motion, "A motion"), (Action, "An action"), (Paper, "A paper")):
        if tx.record.where(kind, "item", item.id):
            raise UserError(
                f"{words} belongs to “{item.title}”.",
                what_to_do="Move or remove that first, or close the item as withdrawn.",
                code="in_use",
            )
    tx.remove(PlannedDuty, *(row.id for row in tx.record.where(PlannedDuty, "item", item.id)))
    rest = [other for other in items_of(tx.record, item.meeting) if other.id != item.id]
    tx.remove(AgendaItem, item.id)
    renumber(tx, rest)
