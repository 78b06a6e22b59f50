"""A meeting's agenda in order, and renumbering it."""

from collections.abc import Sequence

from boarddesk.common.errors import UserError
from boarddesk.domain.agenda import agenda_of, numbered
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.record import Record
from boarddesk.services.bus import Transaction


def items_of(record: Record, meeting: str) -> tuple[AgendaItem, ...]:
    """The items of a meeting in their order."""
    return agenda_of(record, meeting)


def find_item(record: Record, item: str) -> AgendaItem:
    """The item; UserError where it is no longer there."""
    found = record.find(AgendaItem, item)
    if found is None:
        raise UserError("The item is no longer on the agenda.", what_to_do="Choose another item.", code="no_item")
    return found


def current_item(record: Record, meeting: Meeting) -> AgendaItem | None:
    """The item that is being dealt with: started and not ended, the latest where several are."""
    open_ = [item for item in items_of(record, meeting.id) if item.started is not None and item.ended is None]
    return open_[-1] if open_ else None


def renumber(tx: Transaction, items: Sequence[AgendaItem]) -> None:
    """Give the items the numbers of their order, from 1; a break takes none."""
    tx.put(*numbered(items))
