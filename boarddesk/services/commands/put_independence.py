"""Put the independence of directors to the board: a motion on the agenda of a meeting to come."""

from dataclasses import dataclass

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import BOARD, AgendaItem, ItemType, Purpose
from boarddesk.domain.motions import Motion, MotionKind
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import items_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.agenda_items import AddItem, add_item
from boarddesk.services.commands.motions_propose import ProposeMotion, propose_motion
from boarddesk.services.meeting_checks import find_meeting
from boarddesk.services.words import meeting_name

TITLE = "Determination of independence"


@dataclass(frozen=True, slots=True)
class PutIndependence(Command):
    """The motion to be put, about those directors; without an item it gets one of its own at the end."""

    meeting: str
    people: tuple[str, ...]
    text: str
    item: str | None = None

    def label(self, record: Record) -> str:
        """“Put independence to Board, 3 Dec 2026”."""
        return f"Put independence to {meeting_name(record, find_meeting(record, self.meeting))}"


@handles(PutIndependence)
def put_independence(command: PutIndependence, tx: Transaction) -> None:
    """One item and one motion; what is determined is recorded with the vote."""
    meeting = find_meeting(tx.record, command.meeting)
    if meeting.body != BOARD:
        raise UserError("Only the Board determines independence.", what_to_do="Choose its meeting.", code="other_body")
    if not command.people:
        raise UserError("Nobody is chosen.", what_to_do="Choose at least one director.", code="missing")
    item = command.item
    if item is None:
        there = {row.id for row in tx.record.where(AgendaItem, "meeting", meeting.id)}
        fresh = AgendaItem(
            id="new", meeting=meeting.id, position=_before_the_end(tx.record, meeting.id), title=TITLE,
            type=ItemType.DETERMINATION, purpose=Purpose.DECIDE, minutes=10,
        )  # fmt: skip
        add_item(AddItem(fresh), tx)
        item = next(row.id for row in tx.record.where(AgendaItem, "meeting", meeting.id) if row.id not in there)
    motion = Motion(
        id="new", body=BOARD, meeting=meeting.id, item=item, text=command.text,
        kind=MotionKind.DETERMINE_INDEPENDENCE, subjects=command.people,
    )  # fmt: skip
    propose_motion(ProposeMotion(motion), tx)


def _before_the_end(record: Record, meeting: str) -> int:
    """The place before the adjournment, where the agenda has one; else the end."""
    items = items_of(record, meeting)
    ends = (item.position for item in items if item.type is ItemType.ADJOURNMENT)
    return next(ends, len(items) + 1)
