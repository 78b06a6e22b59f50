"""Approve minutes: name the motion, of a later meeting or of a consent, that approved them."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.minutes import versions_of
from boarddesk.domain.motions import Motion, MotionKind
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting
from boarddesk.services.minutes_checks import require_approvable, require_decides
from boarddesk.services.words import meeting_name


@dataclass(frozen=True, slots=True)
class ApproveMinutes(Command):
    """Name the carried motion, of a later meeting or of a consent in effect, that approved a meeting's minutes."""

    meeting: str
    motion: str
    as_corrected: bool = False

    def label(self, record: Record) -> str:
        """“Approve the minutes of Board, regular meeting, 22 Oct 2026”."""
        return f"Approve the minutes of {meeting_name(record, find_meeting(record, self.meeting))}"


@handles(ApproveMinutes)
def approve_minutes(command: ApproveMinutes, tx: Transaction) -> None:
    """The motion says so from now on; its words and votes stay as they were recorded."""
    meeting = find_meeting(tx.record, command.meeting)
    require_approvable(tx.record, meeting)
    motion = tx.record.find(Motion, command.motion)
    if motion is None:
        raise UserError("There is no such motion.", command.motion, "Give the id of a motion.", code="no_motion")
    require_decides(tx.record, meeting, motion)
    if motion.approves_minutes_of not in {None, meeting.id}:
        raise UserError(f"Motion {motion.number} approves other minutes.", what_to_do="Name another.", code="other")
    versions = versions_of(tx.record, meeting.id)
    tx.put(
        replace(
            motion,
            kind=MotionKind.APPROVE_MINUTES if motion.kind is MotionKind.ORDINARY else motion.kind,
            approves_minutes_of=meeting.id,
            minutes_version=motion.minutes_version or (versions[-1].id if versions else None),
            as_corrected=motion.as_corrected or command.as_corrected,
        )
    )
