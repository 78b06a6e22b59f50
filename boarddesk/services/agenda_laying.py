"""Putting items on an agenda: in their place, numbered, with the minutes that wait for approval among them."""

from collections.abc import Sequence

from msgspec.structs import replace

from boarddesk.domain.agenda import parts_of
from boarddesk.domain.meetings import AHEAD, STOCKHOLDERS, AgendaItem, ItemType, Meeting
from boarddesk.domain.motions import Motion
from boarddesk.domain.packets import CoverMemo
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.services.agenda_issues import issued_agenda
from boarddesk.services.agenda_order import items_of, renumber
from boarddesk.services.bus import Transaction
from boarddesk.services.closed import may_change
from boarddesk.services.commands.minutes_place import PlaceApproval, place_approval
from boarddesk.services.packet_order import laid_under
from boarddesk.services.prior_minutes import next_agenda, unplaced_minutes
from boarddesk.services.proposals import is_proposed

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


def place_on_closing(tx: Transaction, meeting: Meeting) -> None:
    """A meeting that ended puts its minutes on the body's next agenda, where that is begun and not yet issued."""
    at = next_agenda(tx.record, meeting, meeting.day)
    if at is None or meeting.body == STOCKHOLDERS or not items_of(tx.record, at.id):
        return
    if at.state in AHEAD and issued_agenda(tx.record, at.id) is None:
        place_waiting_minutes(tx, at)


def insert(tx: Transaction, item: AgendaItem) -> None:
    """Put one item, its id given, behind the others and before what closes the meeting."""
    items = items_of(tx.record, item.meeting)
    renumber(tx, moved(items, item, before_closing(items)))


def moved(items: Sequence[AgendaItem], item: AgendaItem, place: int) -> list[AgendaItem]:
    """The items with one of them, or a new one, at a place counted from 0; beyond the ends means the ends.

    The consent agenda takes its parts along, a part stays among them, and no other item comes between them.
    """
    parts = parts_of(items, item.id)
    gone = {item.id, *(part.id for part in parts)}
    rest = [other for other in items if other.id not in gone]
    was = next((at for at, other in enumerate(items) if other.id == item.id), None)
    place = min(max(place, 0), len(rest))
    if item.within is not None:
        consent = next(at for at, other in enumerate(rest) if other.id == item.within)
        place = min(max(place, consent + 1), consent + 1 + len(parts_of(rest, item.within)))
    else:
        up = was is not None and place < was
        while 0 < place < len(rest) and rest[place].within is not None:
            place += -1 if up else 1
    return [*rest[:place], item, *parts, *rest[place:]]


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


def hand_over(tx: Transaction, item: AgendaItem, twin: AgendaItem) -> None:
    """What belongs to an item put off: its papers are laid before the other meeting too, what was not put goes there.

    The papers of its own meeting stay as they were sent, and so does a motion in minutes that are out.
    """
    waiting = [motion for motion in tx.record.where(Motion, "item", item.id) if is_proposed(tx.record, motion)]
    moved_on = [replace(motion, meeting=twin.meeting, item=twin.id) for motion in waiting]
    tx.put(*(motion for motion in moved_on if may_change(tx.record, tx.record.get(Motion, motion.id))))
    for place, one in enumerate(laid_under(tx.record, item.meeting, item.id), start=1):
        row_id = tx.new_id(type(one), f"{twin.meeting}-{one.title}")
        moved_there = replace(one, id=row_id, meeting=twin.meeting, item=twin.id, position=place)
        tx.put(replace(moved_there, version=1) if isinstance(moved_there, Paper) else moved_there)
    for memo in tx.record.where(CoverMemo, "item", item.id):
        row_id = tx.new_id(CoverMemo, f"{twin.meeting}-{memo.id}")
        tx.put(replace(memo, id=row_id, meeting=twin.meeting, item=twin.id))


def pass_on(tx: Transaction, consent: AgendaItem) -> None:
    """What came of the consent agenda came of its parts, those with an outcome of their own left alone."""
    if consent.type is not ItemType.CONSENT or consent.outcome is None:
        return
    parts = parts_of(items_of(tx.record, consent.meeting), consent.id)
    tx.put(*(replace(part, outcome=consent.outcome) for part in parts if part.outcome is None))
