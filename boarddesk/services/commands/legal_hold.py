"""Place a legal hold, or release it with a reason; a hold is never undone nor taken out."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.keeping import LegalHold
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class PlaceHold(Command):
    """Nothing that the hold covers is disposed of until its release; its id is given anew."""

    hold: LegalHold
    undoable: ClassVar[bool] = False

    def label(self, record: Record) -> str:
        """“Place a legal hold: SEC inquiry”."""
        del record
        return f"Place a legal hold: {self.hold.matter}"


@dataclass(frozen=True, slots=True)
class ReleaseHold(Command):
    """The hold ends on a day, for a reason."""

    hold: str
    on: date
    reason: str
    undoable: ClassVar[bool] = False

    def label(self, record: Record) -> str:
        """“Release the legal hold: SEC inquiry”."""
        found = record.find(LegalHold, self.hold)
        return f"Release the legal hold: {found.matter if found else ''}".rstrip(": ")


@handles(PlaceHold)
def place_hold(command: PlaceHold, tx: Transaction) -> None:
    """A hold has a matter, and its period runs forward."""
    hold = command.hold
    if not hold.matter.strip():
        raise UserError("The hold has no matter.", what_to_do="Say what it is about.", code="no_matter")
    if hold.first is not None and hold.last is not None and hold.last < hold.first:
        raise UserError(
            "The last day of the period is before the first.", what_to_do="Correct one of them.", code="order"
        )
    wish = f"hold-{hold.placed_on.year}-{hold.matter}"
    tx.put(replace(hold, id=tx.new_id(LegalHold, wish[:60]), matter=hold.matter.strip(), released_on=None))


@handles(ReleaseHold)
def release_hold(command: ReleaseHold, tx: Transaction) -> None:
    """Once, with a reason, and not before it was placed."""
    hold = tx.record.find(LegalHold, command.hold)
    if hold is None:
        raise UserError("The hold is no longer there.", what_to_do="Look at the list anew.", code="no_hold")
    if hold.released_on is not None:
        raise UserError(
            f"The hold was released on {short_day(hold.released_on)}.", what_to_do="Choose another.", code="released"
        )
    if not command.reason.strip():
        raise UserError("The release has no reason.", what_to_do="Say why the hold ends.", code="no_reason")
    if command.on < hold.placed_on:
        raise UserError(
            f"The hold was placed on {short_day(hold.placed_on)}.", what_to_do="Give a later day.", code="order"
        )
    tx.put(replace(hold, released_on=command.on, release_reason=command.reason.strip()))
