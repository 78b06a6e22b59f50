"""Move an item to another place on the agenda."""

from dataclasses import dataclass

from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import find_item, items_of, renumber
from boarddesk.services.bus import Command, Transaction, handles


@dataclass(frozen=True, slots=True)
class MoveItem(Command):
    """The item stands at `position` afterwards, counted from 1; the others close up."""

    item: str
    position: int

    def label(self, record: Record) -> str:
        """“Move “Credit facility” to 3”."""
        return f"Move “{find_item(record, self.item).title}” to {self.position}"


@handles(MoveItem)
def move_item(command: MoveItem, tx: Transaction) -> None:
    """Places beyond the ends mean the ends."""
    item = find_item(tx.record, command.item)
    items = [other for other in items_of(tx.record, item.meeting) if other.id != item.id]
    items.insert(min(max(command.position, 1), len(items) + 1) - 1, item)
    renumber(tx, items)
