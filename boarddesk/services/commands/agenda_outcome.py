"""What came of an item: received, discussed, decided, or put off to another meeting."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AHEAD, ItemOutcome
from boarddesk.domain.record import Record
from boarddesk.services.agenda_laying import hand_over, insert, new_item_id, pass_on, twin_of
from boarddesk.services.agenda_order import find_item
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class CloseItem(Command):
    """The outcome of an item with its reason; None takes it back."""

    item: str
    outcome: ItemOutcome | None
    reason: str = ""

    def label(self, record: Record) -> str:
        """“Outcome of “Credit facility””."""
        return f"Outcome of “{find_item(record, self.item).title}”"


@handles(CloseItem)
def close_item(command: CloseItem, tx: Transaction) -> None:
    """Keep the outcome; deferring names another meeting and is its own step."""
    item = find_item(tx.record, command.item)
    if command.outcome is ItemOutcome.DEFERRED and item.deferred_to is None:
        raise UserError(
            "A deferred item goes to another meeting.", what_to_do="Choose that meeting.", code="no_meeting"
        )
    closed = replace(item, outcome=command.outcome, reason=command.reason.strip())
    tx.put(closed)
    pass_on(tx, closed)


@dataclass(frozen=True, slots=True)
class DeferItem(Command):
    """Put an item off to a meeting that is still ahead, where it comes before what closes that meeting."""

    item: str
    to: str
    reason: str = ""

    def label(self, record: Record) -> str:
        """“Defer “Credit facility” to 3 Dec 2026”."""
        meeting = find_meeting(record, self.to)
        return f"Defer “{find_item(record, self.item).title}” to {short_day(meeting.day)}"


@handles(DeferItem)
def defer_item(command: DeferItem, tx: Transaction) -> None:
    """The item stays here as deferred; its twin at the other meeting names it."""
    item = find_item(tx.record, command.item)
    here, later = find_meeting(tx.record, item.meeting), find_meeting(tx.record, command.to)
    if later.id == here.id or later.state not in AHEAD:
        raise UserError(
            "An item is deferred to a meeting that is still ahead.",
            what_to_do="Choose another meeting.",
            code="not_ahead",
        )
    twin = twin_of(item, later.id, new_item_id(tx, tx.record, later.id))
    insert(tx, twin)
    hand_over(tx, item, twin)
    ended = replace(
        item, within=None, outcome=ItemOutcome.DEFERRED, deferred_to=later.id, reason=command.reason.strip()
    )
    tx.put(ended)
