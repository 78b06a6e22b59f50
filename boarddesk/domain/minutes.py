"""Where the minutes of a meeting stand, worked out from the record."""

from enum import StrEnum

from boarddesk.domain.meetings import BEGUN, Meeting
from boarddesk.domain.motions import Motion, Result
from boarddesk.domain.record import Record
from boarddesk.domain.votes import tally


class MinutesState(StrEnum):
    """Draft until circulated, approved by a later motion; sealed copies are kept apart."""

    NONE = "none"
    DRAFT = "draft"
    CIRCULATED = "circulated"
    APPROVED = "approved"
    SEALED = "sealed"


def approving_motion(record: Record, meeting: Meeting) -> Motion | None:
    """The carried motion that approved a meeting's minutes, or None."""
    motions = record.where(Motion, "approves_minutes_of", meeting.id)
    return next((motion for motion in motions if tally(record, motion).result is Result.CARRIED), None)


def minutes_state(record: Record, meeting: Meeting) -> MinutesState:
    """The state of a meeting's minutes; none before the meeting has begun."""
    if meeting.state not in BEGUN:
        return MinutesState.NONE
    if approving_motion(record, meeting) is not None:
        return MinutesState.APPROVED
    return MinutesState.CIRCULATED if meeting.minutes_circulated_on is not None else MinutesState.DRAFT
