"""Take onto an agenda what waits for it: one thing, or all of it in one step."""

from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AHEAD
from boarddesk.domain.record import Record
from boarddesk.services.agenda_laying import insert, new_item_id
from boarddesk.services.agenda_offers import Offer, taking
from boarddesk.services.agenda_templates import standing_items
from boarddesk.services.bus import Command, Transaction, handler_of, handles
from boarddesk.services.meeting_checks import find_meeting, require_state
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class TakeOffers(Command):
    """All that was offered, as one step."""

    meeting: str
    offers: tuple[Offer, ...]
    today: date

    def label(self, record: Record) -> str:
        """“Take 5 onto the agenda of 3 Dec 2026”."""
        day = short_day(find_meeting(record, self.meeting).day)
        what = f"“{self.offers[0].what}”" if len(self.offers) == 1 else str(len(self.offers))
        return f"Take {what} onto the agenda of {day}"


@dataclass(frozen=True, slots=True)
class TakeStanding(Command):
    """A standing item of the body's template, by its title."""

    meeting: str
    title: str

    def label(self, record: Record) -> str:
        """“Add “Business update””."""
        del record
        return f"Add “{self.title}”"


@handles(TakeOffers)
def take_offers(command: TakeOffers, tx: Transaction) -> None:
    """Each by its own command, so that nothing is done twice in two ways."""
    meeting = find_meeting(tx.record, command.meeting)
    if not command.offers:
        raise UserError("Nothing waits for this agenda.", what_to_do="Add an item of its own.", code="nothing")
    for offer in command.offers:
        one = taking(tx.record, meeting, offer, command.today)
        handler_of(one)(one, tx)


@handles(TakeStanding)
def take_standing(command: TakeStanding, tx: Transaction) -> None:
    """Where an agenda has it already nothing is there to take."""
    meeting = find_meeting(tx.record, command.meeting)
    require_state(meeting, AHEAD, "Choose a meeting that is still ahead.")
    found = next((item for item in standing_items(tx.record, meeting) if item.title == command.title), None)
    if found is None:
        raise UserError(f"“{command.title}” stands on the agenda already.", code="placed")
    fresh = replace(found, id=new_item_id(tx, tx.record, meeting.id))
    insert(tx, fresh)
