"""Put minutes that wait for approval on the next agenda, with their motion, in one step."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem
from boarddesk.domain.motions import Motion
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import items_of, renumber
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.live_order import next_motion_number, next_motion_order
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.minutes_checks import require_approvable
from boarddesk.services.prior_minutes import (
    approval_item,
    approval_motion,
    place_for_approval,
    waiting_consent,
    waiting_motion,
)
from boarddesk.services.words import meeting_name


@dataclass(frozen=True, slots=True)
class PlaceApproval(Command):
    """Put “Approve minutes of …” with its motion on the agenda of a later meeting of the same body."""

    meeting: str
    at: str

    def label(self, record: Record) -> str:
        """“Put the minutes of Board, regular meeting, 22 Oct 2026 on an agenda”."""
        return f"Put the minutes of {meeting_name(record, find_meeting(record, self.meeting))} on an agenda"


@handles(PlaceApproval)
def place_approval(command: PlaceApproval, tx: Transaction) -> None:
    """Use the agenda's own item for these minutes where there is one; never place them twice."""
    meeting, at = find_meeting(tx.record, command.meeting), find_meeting(tx.record, command.at)
    require_approvable(tx.record, meeting)
    require_takes_place(at)
    if at.body != meeting.body or at.starts <= meeting.starts:
        raise UserError(
            "Minutes are approved at a later meeting of the same body.", what_to_do="Choose another.", code="not_later"
        )
    if waiting_motion(tx.record, meeting) is not None:
        raise UserError("A motion to approve these minutes is on an agenda already.", code="placed")
    if waiting_consent(tx.record, meeting) is not None:
        raise UserError(
            "A written consent is out to approve these minutes.", what_to_do="Withdraw it first.", code="placed"
        )
    place, item = place_for_approval(tx.record, at, meeting)
    if item is None:
        items = list(items_of(tx.record, at.id))
        item = replace(
            approval_item(tx.record, at, meeting, place), id=tx.new_id(AgendaItem, f"{at.id}-minutes-{meeting.day}")
        )
        items.insert(place - 1, item)
        renumber(tx, items)
    number = next_motion_number(tx.record, at.day.year)
    order = next_motion_order(tx.record, at.id)
    motion = approval_motion(tx.record, at, meeting, item.id)
    tx.put(replace(motion, id=tx.new_id(Motion, f"m-{number}"), number=number, order=order))
