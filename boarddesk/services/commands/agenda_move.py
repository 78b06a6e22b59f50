"""Move an item to another place on the agenda."""

from dataclasses import dataclass

from boarddesk.domain.record import Record
from boarddesk.services.agenda_laying import moved
from boarddesk.services.agenda_order import find_item, items_of, renumber
from boarddesk.services.bus import Command, Transaction, handles


@dataclass(frozen=True, slots=True)
class MoveItem(Command):
    """The item stands at the place `position` afterwards, counted from 1, breaks included; the others close up."""

    item: str
    position: int

    def label(self, record: Record) -> str:
        """“Move “Credit facility” to 3”."""
        return f"Move “{find_item(record, self.item).title}” to {self.position}"


@handles(MoveItem)
def move_item(command: MoveItem, tx: Transaction) -> None:
    """Places beyond the ends mean the ends; the consent agenda takes its parts along."""
    item = find_item(tx.record, command.item)
    renumber(tx, moved(items_of(tx.record, item.meeting), item, command.position - 1))
