"""Move an amendment, or a substitute, to the motion that is pending."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.amendments import DEEPEST, degree, pending_amendment
from boarddesk.domain.motions import Motion, MotionBase, MotionKind, VoteMethod
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.live_order import next_motion_number, next_motion_order
from boarddesk.services.meeting_checks import find_meeting, refuse_impossible, require_begun
from boarddesk.services.motion_checks import base_for, body_for
from boarddesk.services.proposals import is_proposed


@dataclass(frozen=True, slots=True)
class MoveAmendment(Command):
    """The amendment with its words and how the motion would read; `amended` is written first where it is new."""

    amended: Motion
    amendment: Motion

    def label(self, record: Record) -> str:
        """“Move to amend motion 2026-41”, “Move a substitute for motion 2026-41”."""
        meeting = find_meeting(record, self.amended.meeting or "")
        number = self.amended.number or next_motion_number(record, meeting.day.year)
        return f"Move {'a substitute for' if self.amendment.substitute else 'to amend'} motion {number}"


@handles(MoveAmendment)
def move_amendment(command: MoveAmendment, tx: Transaction) -> None:
    """Only what is pending can be amended, by one amendment at a time, and an amendment's amendment no further."""
    meeting = find_meeting(tx.record, command.amended.meeting or "")
    require_begun(meeting)
    amended = _pending(tx, command.amended)
    if pending_amendment(tx.record, amended) is not None:
        raise UserError(
            f"An amendment to motion {amended.number} is pending already.",
            what_to_do="Vote on it first, or take it back.",
            code="amendment_pending",
        )
    if degree(tx.record, amended) >= DEEPEST:
        raise UserError(
            "An amendment to an amendment cannot be amended.", what_to_do="Vote on it first.", code="third_degree"
        )
    text, reads = command.amendment.text.strip(), command.amendment.replacement.strip()
    if not text or not reads:
        raise UserError(
            "The amendment is not complete.",
            what_to_do="Write what is amended, and how the motion would read.",
            code="no_text",
        )
    number = next_motion_number(tx.record, meeting.day.year)
    amendment = replace(
        command.amendment,
        id=tx.new_id(Motion, f"m-{number}"),
        number=number,
        body=amended.body,
        meeting=meeting.id,
        item=amended.item,
        amends=amended.id,
        text=text,
        replacement=reads,
        kind=MotionKind.ORDINARY,
        base=MotionBase.QUORUM,
        at=None,
        vote_method=VoteMethod.NOT_RECORDED,
        order=next_motion_order(tx.record, meeting.id),
    )
    refuse_impossible(tx.record, [amendment])
    tx.put(amendment)


def _pending(tx: Transaction, motion: Motion) -> Motion:
    """The motion to be amended as it is on record, written now where it was only being put."""
    there = tx.record.find(Motion, motion.id)
    if there is not None and not is_proposed(tx.record, there):
        raise UserError(
            f"Motion {there.number} has been put already.",
            what_to_do="Record a new motion that amends what was adopted.",
            code="put_already",
        )
    if not motion.text.strip():
        raise UserError("The motion has no words.", what_to_do="Write what is to be resolved.", code="no_text")
    meeting = find_meeting(tx.record, motion.meeting or "")
    number = there.number if there else next_motion_number(tx.record, meeting.day.year)
    body = body_for(meeting, motion.body)
    fresh = replace(
        motion,
        id=there.id if there else tx.new_id(Motion, f"m-{number}"),
        number=number,
        body=body,
        base=base_for(motion.kind, body),
        at=None,
        vote_method=VoteMethod.NOT_RECORDED,
        text=motion.text.strip(),
        order=there.order if there else next_motion_order(tx.record, meeting.id),
    )
    refuse_impossible(tx.record, [fresh])
    tx.put(fresh)
    return fresh
