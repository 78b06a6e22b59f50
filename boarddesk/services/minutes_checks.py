"""What approving minutes and memoranda of correction asks for: something to approve, and a motion that decides it."""

from boarddesk.common.errors import UserError
from boarddesk.domain.consents import standing
from boarddesk.domain.meetings import STOCKHOLDERS, Meeting
from boarddesk.domain.minutes import FINAL, minutes_state
from boarddesk.domain.motions import Consent, Motion, Result
from boarddesk.domain.record import Record
from boarddesk.domain.votes import tally
from boarddesk.services.meeting_checks import require_begun


def require_not_final(record: Record, meeting: Meeting) -> None:
    """Refuse to circulate, or to take back, what a motion has approved."""
    if minutes_state(record, meeting) in FINAL:
        raise UserError(
            "These minutes are approved.",
            what_to_do="Draft a memorandum of correction; a motion at a later meeting approves it.",
            code="approved",
        )


def require_approvable(record: Record, meeting: Meeting) -> None:
    """Refuse what has no minutes, or what is approved already."""
    require_begun(meeting)
    if minutes_state(record, meeting) in FINAL:
        raise UserError("These minutes are approved already.", code="approved")
    if meeting.body == STOCKHOLDERS:
        raise UserError(
            "Minutes of stockholders are signed by their secretary and need no approval.",
            what_to_do="Record the signature.",
            code="no_approval",
        )


def require_decides(record: Record, meeting: Meeting, motion: Motion) -> None:
    """Refuse a motion of another body, of an earlier meeting, or one that did not carry."""
    at, consent = record.find(Meeting, motion.meeting), record.find(Consent, motion.consent)
    later = at is not None and at.starts > meeting.starts
    if consent is not None:
        effective = standing(record, consent).effective_at
        later = effective is not None and effective > meeting.starts
    if motion.body != meeting.body or not later:
        raise UserError(
            f"Motion {motion.number} is no motion of a later meeting of the same body.",
            what_to_do="Name the motion that approved the minutes.",
            code="not_later",
        )
    if tally(record, motion).result is not Result.CARRIED:
        raise UserError(f"Motion {motion.number} did not carry.", what_to_do="Name one that did.", code="not_carried")
