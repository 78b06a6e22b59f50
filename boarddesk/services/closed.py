"""What may no longer be edited: meetings whose minutes are out or approved, recorded votes, findings of the board."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.happenings import Matter
from boarddesk.domain.independence import Designation, Determination
from boarddesk.domain.meetings import AgendaItem, Guest, Meeting, PresenceStamp, Recess
from boarddesk.domain.minute_book import (
    CommentOutcome,
    Correction,
    MinutesBlock,
    MinutesComment,
    MinutesSignature,
    MinutesVersion,
    Seal,
)
from boarddesk.domain.minutes import FINAL, approving_motion, correcting_motion, minutes_state, seal_of
from boarddesk.domain.motions import Action, Motion, MotionKind, Vote
from boarddesk.domain.papers import Paper, PaperVersion
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row

OF_A_MEETING = (AgendaItem, Guest, MinutesBlock, Motion, PresenceStamp, Recess)
UNTOLD = ("designated_for", "record_date", "record_date_fixed_on", "shares_outstanding", "shares_present",
          "proxies_solicited")  # fmt: skip
"""Facts of a meeting of stockholders that may still be added where they are not on record, but not changed."""
UNPRINTED = ("notes", "chair_note")
"""What stands beside an item and in no minutes: the retention policy lets it go when the minutes are final."""
ACTED_ON = ("owner", "owner_note", "due", "done_on", "dropped_on", "outcome", "carried_to")
"""What becomes of an action after its meeting; which action it was stands in the minutes."""
LINKS = ("approves_minutes_of", "minutes_version", "correction")
"""What a motion is found to have done may be added where it is not on record yet; its words and votes stay."""
SUPERSEDED_ONLY = (Designation, Determination, MinutesVersion, Seal, Vote)
NAMES: dict[type[Row], str] = {MinutesVersion: "version of minutes"}


def meeting_of(record: Record, row: Row) -> Meeting | None:
    """The meeting whose minutes a row is in, or None."""
    if isinstance(row, Meeting):
        return record.find(Meeting, row.id)
    if isinstance(row, Vote):
        motion = record.find(Motion, row.motion)
        return record.find(Meeting, motion.meeting) if motion else None
    meeting = getattr(row, "meeting", None) if isinstance(row, OF_A_MEETING) else None
    return record.find(Meeting, meeting)


def is_closed(record: Record, row: Row) -> bool:
    """Whether minutes that were circulated or approved rest on the row, so that it is neither edited nor undone."""
    own = _OWN.get(type(row))
    if own is not None:
        there = record.find(type(row), row.id)
        return there is not None and own(record, there)
    meeting = meeting_of(record, row)
    return _approves_what_is_signed(record, row) or (meeting is not None and closed_meeting(record, meeting))


def closed_meeting(record: Record, meeting: Meeting) -> bool:
    """Whether the minutes of a meeting were circulated or approved."""
    return meeting.minutes_circulated_on is not None or is_final(record, meeting)


def is_final(record: Record, meeting: Meeting | None) -> bool:
    """Whether the minutes of a meeting are approved."""
    return meeting is not None and minutes_state(record, meeting) in FINAL


def _approves_what_is_signed(record: Record, row: Row) -> bool:
    """Whether the row is the motion, or a vote on it, that approved minutes that were signed or sealed since."""
    if not isinstance(row, Motion | Vote):
        return False
    motion = record.find(Motion, row.motion if isinstance(row, Vote) else row.id)
    if motion is None:
        return False
    # A motion that waits, or did not carry, approved nothing.
    correction = record.find(Correction, motion.correction)
    if correction is not None:
        approves = correcting_motion(record, correction) == motion
        return approves and any(seal.correction == correction.id for seal in record.all(Seal))
    approved = record.find(Meeting, motion.approves_minutes_of)
    if approved is None or approving_motion(record, approved) != motion:
        return False
    return seal_of(record, approved.id) is not None or bool(record.where(MinutesSignature, "meeting", approved.id))


def may_change(record: Record, row: Row) -> bool:
    """Whether a row may be put or removed, as far as circulated or approved minutes rest on it.

    A row that is as it stands is to be removed: putting it would change nothing, and is never asked for.
    """
    if type(row) in _OWN or isinstance(row, Paper | PaperVersion):
        return _may_change_around(record, row)
    if isinstance(row, Action | Election | Matter | Nominee):
        return _may_change_of_sealed(record, row)
    if _approves_what_is_signed(record, row):
        return False
    meeting = meeting_of(record, row)
    if meeting is None or not closed_meeting(record, meeting):
        return True
    final = is_final(record, meeting)
    if isinstance(row, Meeting):
        # Where an adjourned meeting goes on may be learned later, and what no minutes tell; all else is in them.
        sealed = seal_of(record, meeting.id) is not None
        untold = {name: None for name in UNTOLD if getattr(meeting, name) is None and not sealed}
        back: dict[str, Any] = {} if final else {"minutes_circulated_on": meeting.minutes_circulated_on}
        return row != meeting and replace(row, moved_to=meeting.moved_to, **untold, **back) == meeting
    there = record.find(type(row), row.id)
    if isinstance(row, AgendaItem) and isinstance(there, AgendaItem):
        return row != there and replace(row, **{name: getattr(there, name) for name in UNPRINTED}) == there
    if isinstance(row, Motion) and isinstance(there, Motion) and row != there and _only_links(there, row):
        return seal_of(record, meeting.id) is None
    motion = record.find(Motion, row.motion) if isinstance(row, Vote) else row
    return not final and isinstance(motion, Motion) and motion.supersedes is not None


def _may_change_of_sealed(record: Record, row: Action | Election | Matter | Nominee) -> bool:
    """Whether an action or a result may change: once sealed, an action goes on and a result stands."""
    there = record.find(type(row), row.id)
    election = record.find(Election, row.election) if isinstance(row, Nominee) else None
    meeting = election.meeting if election else getattr(there or row, "meeting", None)
    if meeting is None or seal_of(record, meeting) is None:
        return True
    if not isinstance(row, Action) or not isinstance(there, Action) or there == row:
        return False
    return replace(row, **{name: getattr(there, name) for name in ACTED_ON}) == there


def _only_links(there: Motion, row: Motion) -> bool:
    """Whether nothing but a link is added to a motion, with the kind that goes with it."""
    free = {name: None for name in LINKS if getattr(there, name) is None}
    kind = {"kind": there.kind} if there.kind is MotionKind.ORDINARY else {}
    return replace(row, as_corrected=there.as_corrected, **free, **kind) == there


def _may_change_around(record: Record, row: Row) -> bool:
    """Whether what stands around the minutes may be put or removed: versions, comments, signatures, papers."""
    there = record.find(type(row), row.id)
    if isinstance(row, MinutesComment):
        version = record.find(MinutesVersion, row.version)
        if not is_final(record, record.find(Meeting, version.meeting if version else None)):
            return True
        # What was asked before the approval may still be answered; a dissent would change the text.
        unanswered = isinstance(there, MinutesComment) and there.outcome is None and there != row
        answered = replace(row, outcome=None, answer="", answered_on=None) == there
        return unanswered and answered and row.outcome is not CommentOutcome.DISSENT
    if isinstance(row, MinutesSignature):
        if seal_of(record, row.meeting) is None or there is None:
            return True
        return there != row and getattr(there, "attachment", "") is None and replace(row, attachment=None) == there
    if isinstance(row, Correction):
        return there is None or not _is_approved(record, row)
    if isinstance(row, PaperVersion):
        paper = record.find(Paper, row.paper)
        return paper is None or not is_final(record, record.find(Meeting, paper.meeting))
    if isinstance(row, Paper):
        return not is_final(record, record.find(Meeting, row.meeting))
    return there is None


def _is_approved(record: Record, correction: Correction) -> bool:
    there = record.find(Correction, correction.id)
    return there is not None and correcting_motion(record, there) is not None


def _comment_closed(record: Record, row: MinutesComment) -> bool:
    version = record.find(MinutesVersion, row.version)
    return is_final(record, record.find(Meeting, version.meeting if version else None))


_OWN: dict[type[Row], Callable[[Record, Any], bool]] = {
    Correction: _is_approved,
    MinutesComment: _comment_closed,
    MinutesSignature: lambda record, row: seal_of(record, row.meeting) is not None,
    MinutesVersion: lambda _record, _row: True,
    Seal: lambda _record, _row: True,
}
"""Tables around the minutes: whether a row of theirs that is there may no longer be undone."""


def require_open(record: Record, row: Row) -> None:
    """Refuse to change what the circulated or approved minutes of a meeting rest on."""
    if may_change(record, row):
        return
    meeting = meeting_of(record, row) or record.find(Meeting, getattr(row, "meeting", None))
    if is_final(record, meeting) or meeting is None or _approves_what_is_signed(record, row):
        raise UserError(
            "These minutes are approved, so nothing of them is changed.",
            what_to_do="Draft a memorandum of correction; a motion at a later meeting approves it.",
            code="closed_meeting",
        )
    raise UserError(
        "The minutes of this meeting were circulated, so its record is closed.",
        what_to_do="Take the minutes back to draft, or record a new motion that supersedes the old one.",
        code="closed_meeting",
    )


def require_superseding(before: Row) -> None:
    """Refuse to edit what is only ever superseded."""
    if isinstance(before, SUPERSEDED_ONLY):
        name = NAMES.get(type(before), type(before).__name__.lower())
        raise UserError(
            f"A recorded {name} is never edited.",
            what_to_do="Record a new one that supersedes it.",
            code="superseded_only",
        )
