"""Where the minutes of a meeting stand, worked out from the record."""

from datetime import date
from enum import StrEnum

from boarddesk.domain.consents import standing
from boarddesk.domain.meetings import BEGUN, STOCKHOLDERS, Meeting
from boarddesk.domain.minute_book import Correction, MinutesSignature, MinutesVersion, Seal, SealedPart
from boarddesk.domain.motions import Consent, Motion, Result
from boarddesk.domain.record import Record
from boarddesk.domain.votes import tally


class MinutesState(StrEnum):
    """Draft until circulated, approved by a later motion; sealed once their PDF is kept under its seal."""

    NONE = "none"
    DRAFT = "draft"
    CIRCULATED = "circulated"
    APPROVED = "approved"
    SEALED = "sealed"


FINAL = frozenset({MinutesState.APPROVED, MinutesState.SEALED})
"""Where nothing of the minutes is edited any more."""


def approving_motion(record: Record, meeting: Meeting) -> Motion | None:
    """The carried motion that approved a meeting's minutes, or None."""
    motions = record.where(Motion, "approves_minutes_of", meeting.id)
    return next((motion for motion in motions if tally(record, motion).result is Result.CARRIED), None)


def decided_on(record: Record, motion: Motion) -> date | None:
    """The day of a motion's meeting, or the day on which its consent took effect; None where neither is known."""
    meeting = record.find(Meeting, motion.meeting)
    if meeting is not None:
        return motion.at.date() if motion.at else meeting.day
    consent = record.find(Consent, motion.consent)
    effective = standing(record, consent).effective_at if consent is not None else None
    return effective.date() if effective else None


def versions_of(record: Record, meeting: str) -> tuple[MinutesVersion, ...]:
    """The versions circulated, in order of their numbers."""
    return tuple(sorted(record.where(MinutesVersion, "meeting", meeting), key=lambda version: version.number))


def seal_of(record: Record, meeting: str, part: SealedPart = SealedPart.MINUTES) -> Seal | None:
    """The seal of a meeting's minutes, or of their annex; None while there is none."""
    return next((seal for seal in record.where(Seal, "meeting", meeting) if seal.part is part), None)


def corrections_of(record: Record, meeting: str) -> tuple[Correction, ...]:
    """The memoranda of correction of a meeting's minutes, in order of their numbers."""
    return tuple(sorted(record.where(Correction, "meeting", meeting), key=lambda row: row.number))


def correcting_motion(record: Record, correction: Correction) -> Motion | None:
    """The carried motion that approved a memorandum of correction, or None."""
    motions = record.where(Motion, "correction", correction.id)
    return next((motion for motion in motions if tally(record, motion).result is Result.CARRIED), None)


def signed_by_secretary(record: Record, meeting: Meeting) -> bool:
    """Whether minutes of stockholders are signed: no later meeting need approve what the secretary certifies."""
    return meeting.body == STOCKHOLDERS and bool(record.where(MinutesSignature, "meeting", meeting.id))


def minutes_state(record: Record, meeting: Meeting) -> MinutesState:
    """The state of a meeting's minutes; none before the meeting has begun."""
    if meeting.state not in BEGUN:
        return MinutesState.NONE
    if seal_of(record, meeting.id) is not None:
        return MinutesState.SEALED
    if approving_motion(record, meeting) is not None or signed_by_secretary(record, meeting):
        return MinutesState.APPROVED
    return MinutesState.CIRCULATED if meeting.minutes_circulated_on is not None else MinutesState.DRAFT
