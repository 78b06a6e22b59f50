"""What may no longer be edited: meetings whose minutes were circulated, recorded votes, findings of the board."""

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.independence import Designation, Determination
from boarddesk.domain.meetings import AgendaItem, Guest, Meeting, PresenceStamp, Recess
from boarddesk.domain.motions import Motion, Vote
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row

OF_A_MEETING = (AgendaItem, Guest, Motion, PresenceStamp, Recess)
UNTOLD = ("designated_for", "record_date", "record_date_fixed_on", "shares_outstanding", "shares_present",
          "proxies_solicited")  # fmt: skip
"""Facts of a meeting of stockholders that may still be added where they are not on record, but not changed."""
SUPERSEDED_ONLY = (Designation, Determination, Vote)


def meeting_of(record: Record, row: Row) -> Meeting | None:
    """The meeting that a row belongs to, or None."""
    if isinstance(row, Meeting):
        return record.find(Meeting, row.id)
    if isinstance(row, Vote):
        motion = record.find(Motion, row.motion)
        return record.find(Meeting, motion.meeting) if motion else None
    meeting = getattr(row, "meeting", None) if isinstance(row, OF_A_MEETING) else None
    return record.find(Meeting, meeting)


def is_closed(record: Record, row: Row) -> bool:
    """Whether the row belongs to a meeting whose minutes were circulated."""
    meeting = meeting_of(record, row)
    return meeting is not None and meeting.minutes_circulated_on is not None


def may_change(record: Record, row: Row) -> bool:
    """Whether a row may be put or removed, as far as circulated minutes rest on it."""
    meeting = meeting_of(record, row)
    if meeting is None or meeting.minutes_circulated_on is None:
        return True
    if isinstance(row, Meeting):
        # Where an adjourned meeting goes on may be learned later, and what no minutes tell; all else is in them.
        untold = {name: None for name in UNTOLD if getattr(meeting, name) is None}
        return replace(row, moved_to=meeting.moved_to, **untold) == meeting
    motion = record.find(Motion, row.motion) if isinstance(row, Vote) else row
    return isinstance(motion, Motion) and motion.supersedes is not None


def require_open(record: Record, row: Row) -> None:
    """Refuse to change what the circulated minutes of a meeting rest on."""
    if not may_change(record, row):
        raise UserError(
            "The minutes of this meeting were circulated, so its record is closed.",
            what_to_do="Correct it by a new entry that supersedes the old one.",
            code="closed_meeting",
        )


def require_superseding(before: Row) -> None:
    """Refuse to edit what is only ever superseded."""
    if isinstance(before, SUPERSEDED_ONLY):
        raise UserError(
            f"A recorded {type(before).__name__.lower()} is never edited.",
            what_to_do="Record a new one that supersedes it.",
            code="superseded_only",
        )
