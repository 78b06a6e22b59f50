"""Memoranda of correction before the body: on the next agenda, and approved by a motion."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting
from boarddesk.domain.minute_book import Correction
from boarddesk.domain.minutes import correcting_motion
from boarddesk.domain.motions import Motion, MotionKind
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import items_of, renumber
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.live_order import next_motion_number, next_motion_order
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.minutes_checks import require_decides
from boarddesk.services.prior_minutes import approval_item, long_day, pending_consent
from boarddesk.services.words import kind_words


@dataclass(frozen=True, slots=True)
class PlaceCorrection(Command):
    """Put a memorandum with its motion on the agenda of a later meeting of the same body."""

    correction: str
    at: str

    def label(self, record: Record) -> str:
        """“Put a memorandum of correction on an agenda”."""
        del record
        return "Put a memorandum of correction on an agenda"


@dataclass(frozen=True, slots=True)
class ApproveCorrection(Command):
    """Name the carried motion that approved a memorandum."""

    correction: str
    motion: str

    def label(self, record: Record) -> str:
        """“Approve a memorandum of correction”."""
        del record
        return "Approve a memorandum of correction"


def find_correction(record: Record, correction: str) -> Correction:
    """The memorandum; UserError where it is no longer there."""
    found = record.find(Correction, correction)
    if found is None:
        raise UserError("The memorandum is no longer there.", what_to_do="Look at the list anew.", code="no_correction")
    return found


@handles(PlaceCorrection)
def place_correction(command: PlaceCorrection, tx: Transaction) -> None:
    """An item with its motion, behind the call to order."""
    correction = find_correction(tx.record, command.correction)
    of, at = find_meeting(tx.record, correction.meeting), find_meeting(tx.record, command.at)
    require_takes_place(at)
    if at.body != of.body or at.starts <= of.starts:
        raise UserError("A later meeting of the same body approves it.", what_to_do="Choose another.", code="not_later")
    motions = tx.record.where(Motion, "correction", correction.id)
    listed = any(motion.waits and tx.record.find(Meeting, motion.meeting) is not None for motion in motions)
    if correcting_motion(tx.record, correction) is not None or listed or pending_consent(tx.record, motions):
        raise UserError("A motion to approve this memorandum is there already.", code="placed")
    items = list(items_of(tx.record, at.id))
    title = f"Correct minutes of the {kind_words(of)} of {long_day(of.day)}"
    wish = f"{at.id}-correction-{correction.number}"
    item = replace(approval_item(tx.record, at, of), id=tx.new_id(AgendaItem, wish), title=title)
    place = sum(other.type in {ItemType.CALL_TO_ORDER, ItemType.MINUTES} for other in items[:3])
    items.insert(place, item)
    renumber(tx, items)
    number = next_motion_number(tx.record, at.day.year)
    motion = Motion(
        id=tx.new_id(Motion, f"m-{number}"), number=number, body=at.body, meeting=at.id, item=item.id,
        order=next_motion_order(tx.record, at.id), text=correction_text(of, correction),
        kind=MotionKind.CORRECT_MINUTES, correction=correction.id,
    )  # fmt: skip
    tx.put(motion)


def correction_text(of: Meeting, correction: Correction) -> str:
    """The words of the motion that approves a memorandum."""
    return (
        f"RESOLVED, that memorandum of correction {correction.number} to the minutes of the {kind_words(of)} of "
        f"{long_day(of.day)} be, and it hereby is, approved, and that it be filed with those minutes."
    )


@handles(ApproveCorrection)
def approve_correction(command: ApproveCorrection, tx: Transaction) -> None:
    """The motion says so from now on; its words and votes stay as they were recorded."""
    correction = find_correction(tx.record, command.correction)
    motion = tx.record.find(Motion, command.motion)
    if motion is None:
        raise UserError("There is no such motion.", command.motion, "Give the id of a motion.", code="no_motion")
    if correcting_motion(tx.record, correction) is not None:
        raise UserError("This memorandum is approved already.", code="approved")
    require_decides(tx.record, find_meeting(tx.record, correction.meeting), motion)
    kind = MotionKind.CORRECT_MINUTES if motion.kind is MotionKind.ORDINARY else motion.kind
    tx.put(replace(motion, kind=kind, correction=correction.id))
