"""What a packet's plan says of an agenda item goes with the item: to another meeting, or off the agenda."""

from msgspec.structs import replace

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.packets import CoverMemo, PacketPart
from boarddesk.domain.papers import ExpectedPaper
from boarddesk.domain.record import Record
from boarddesk.services.bus import Transaction


def forget_tabs(tx: Transaction, *items: str) -> None:
    """Take out the places that a plan gave to items which leave the agenda."""
    for item in items:
        tx.remove(PacketPart, *(row.id for row in tx.record.where(PacketPart, "item", item)))


def carry_tab(tx: Transaction, item: str, meeting: Meeting) -> None:
    """Take the memo of an item and the papers expected under it along; its place is that meeting's plan's own."""
    forget_tabs(tx, item)
    for kind in (CoverMemo, ExpectedPaper):
        tx.put(*(replace(row, meeting=meeting.id) for row in tx.record.where(kind, "item", item)))


def worked_on(record: Record, item: str) -> bool:
    """Whether a memo was written for an item, or a paper is expected under it."""
    return bool(record.where(CoverMemo, "item", item) or record.where(ExpectedPaper, "item", item))
