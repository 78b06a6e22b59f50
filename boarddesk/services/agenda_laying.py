"""Putting items on an agenda: in their place, numbered, with the minutes that wait for approval among them."""

from collections.abc import Sequence

from msgspec.structs import replace

from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import items_of, renumber
from boarddesk.services.bus import Transaction
from boarddesk.services.commands.minutes_place import PlaceApproval, place_approval
from boarddesk.services.prior_minutes import unplaced_minutes

CLOSING = frozenset({ItemType.ADJOURNMENT, ItemType.INDEPENDENT_SESSION})
"""What closes a meeting: new items come before it."""


def lay_items(tx: Transaction, meeting: Meeting, items: Sequence[AgendaItem]) -> None:
    """Put items that begin an agenda on it, ids given; what is there stays and takes its place among them.

    A closing that both have is there once, and the minutes that wait come by themselves.
    """
    there = items_of(tx.record, meeting.id)
    types = {item.type for item in there}
    once = {ItemType.CALL_TO_ORDER, ItemType.ADJOURNMENT, ItemType.INDEPENDENT_SESSION}
    fresh = [item for item in items if not (item.type in once and item.type in types)]
    opening = [item for item in (*fresh, *there) if item.type in {ItemType.CALL_TO_ORDER, ItemType.MINUTES}]
    opening.sort(key=lambda item: item.type is ItemType.MINUTES)
    closing = _closing((*fresh, *there))
    edges = {item.id for item in (*opening, *closing)}
    middle = [item for item in (*fresh, *there) if item.id not in edges]
    renumber(tx, [*opening, *middle, *closing])
    place_waiting_minutes(tx, meeting)


def _closing(items: Sequence[AgendaItem]) -> list[AgendaItem]:
    """The items that close, in the order in which they stand."""
    return [item for item in items if item.type in CLOSING]


def place_waiting_minutes(tx: Transaction, meeting: Meeting) -> None:
    """Item and motion for each set of minutes that waits for approval and stands on no agenda yet."""
    for other in unplaced_minutes(tx.record, meeting):
        place_approval(PlaceApproval(other.id, meeting.id), tx)


def insert(tx: Transaction, item: AgendaItem, after: str | None = None) -> None:
    """Put one item, its id given, behind another, or behind all before what closes the meeting."""
    items = list(items_of(tx.record, item.meeting))
    places = {other.id: place for place, other in enumerate(items)}
    if after in places:
        place = places[after or ""] + 1
        while place < len(items) and item.within is None and items[place].within is not None:
            place += 1
    else:
        place = before_closing(items)
    renumber(tx, [*items[:place], item, *items[place:]])


def before_closing(items: Sequence[AgendaItem]) -> int:
    """The place before what closes the meeting, counted from 0."""
    place = len(items)
    while place and items[place - 1].type in CLOSING:
        place -= 1
    return place


def new_item_id(tx: Transaction, record: Record, meeting: str) -> str:
    """A free id for an item of a meeting."""
    return tx.new_id(AgendaItem, f"{meeting}-{len(items_of(record, meeting)) + 1}")


def twin_of(item: AgendaItem, meeting: str, row_id: str) -> AgendaItem:
    """An item put off, as it stands on the other agenda: what was noted and decided stays where it was."""
    return replace(
        item, id=row_id, meeting=meeting, position=0, text="", started=None, ended=None, outcome=None,
        deferred_to=None, reason="", request=None, carried_from=item.id, within=None, privileged="", privilege_note="",
        notes="",
    )  # fmt: skip
