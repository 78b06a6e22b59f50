"""Minutes and memoranda of correction approved without a meeting: the resolution, and the consent that waits."""

from collections.abc import Iterable

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minute_book import Correction
from boarddesk.domain.minutes import correcting_motion, versions_of
from boarddesk.domain.motions import Consent, Motion, MotionKind
from boarddesk.domain.record import Record
from boarddesk.services.commands.minutes_correct_place import correction_text
from boarddesk.services.minutes_checks import require_approvable
from boarddesk.services.prior_minutes import approval_text, pending_consent, waiting_motion
from boarddesk.services.words import meeting_name


def minutes_motion(record: Record, meeting: Meeting) -> Motion:
    """The resolution that approves a meeting's minutes, for a written consent."""
    versions = versions_of(record, meeting.id)
    return Motion(
        id="new",
        body=meeting.body,
        topic=f"Minutes of {meeting_name(record, meeting)}",
        text=approval_text(record, meeting),
        kind=MotionKind.APPROVE_MINUTES,
        approves_minutes_of=meeting.id,
        minutes_version=versions[-1].id if versions else None,
    )


def correction_motion(record: Record, correction: Correction) -> Motion:
    """The resolution that approves a memorandum of correction, for a written consent."""
    meeting = record.get(Meeting, correction.meeting)
    return Motion(
        id="new",
        body=meeting.body,
        topic=f"Correction of the minutes of {meeting_name(record, meeting)}",
        text=correction_text(meeting, correction),
        kind=MotionKind.CORRECT_MINUTES,
        correction=correction.id,
    )


def require_open(record: Record, motions: Iterable[Motion]) -> None:
    """Refuse resolutions on minutes or memoranda that are approved, or that wait on an agenda or in another consent."""
    for motion in motions:
        correction = record.find(Correction, motion.correction)
        meeting = record.find(Meeting, motion.approves_minutes_of)
        if correction is not None:
            _require_none(record, correcting_motion(record, correction), "correction", correction.id)
        elif meeting is not None:
            require_approvable(record, meeting)
            _require_none(record, waiting_motion(record, meeting), "approves_minutes_of", meeting.id)


def _require_none(record: Record, there: Motion | None, link: str, row_id: str) -> None:
    motions = record.where(Motion, link, row_id)
    waits = any(motion.waits and record.find(Meeting, motion.meeting) is not None for motion in motions)
    if there is None and not waits and pending_consent(record, motions) is None:
        return
    raise UserError(
        "A motion to approve this is there already.",
        what_to_do="Take it off the agenda, or withdraw the consent, first.",
        code="placed",
    )


def approvals_of(record: Record, consent: Consent) -> tuple[tuple[str, str], ...]:
    """What the resolutions of a consent approve, in words, each with its meeting."""
    found = []
    for motion in record.where(Motion, "consent", consent.id):
        memo = record.find(Correction, motion.correction)
        meeting = record.find(Meeting, memo.meeting if memo else motion.approves_minutes_of)
        if meeting is not None:
            what = f"Memorandum of correction {memo.number} to the minutes" if memo else "Minutes"
            found.append((f"{what} of {meeting_name(record, meeting)}", meeting.id))
    return tuple(found)
