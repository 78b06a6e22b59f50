"""What was just recorded at the live meeting, the newest first, each with the command that takes it back."""

from datetime import datetime

import msgspec

from boarddesk.domain.meetings import PresenceKind, PresenceStamp
from boarddesk.domain.motions import Motion
from boarddesk.domain.presence import stamps_of
from boarddesk.domain.quorum import QuorumCourse
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command
from boarddesk.services.commands.motions_correct import TakeBackMotion
from boarddesk.services.commands.presence_correct import RemoveStamp
from boarddesk.services.live_words import short_deed
from boarddesk.services.motion_words import result_words
from boarddesk.services.quorum_words import needed_words
from boarddesk.services.sittings import recesses_of

MOST_RECENT = 8


class LiveEntry(msgspec.Struct, frozen=True):
    """Something just recorded, and the command that takes it back; None where only Undo does.

    `row` names the stamp or the motion, which Enter opens to be corrected.
    """

    at: datetime | None
    title: str
    detail: str
    back: Command | None
    row: str = ""


def entries_of(record: Record, course: QuorumCourse) -> tuple[LiveEntry, ...]:
    """The latest entries, newest first."""
    meeting = course.meeting
    begun = meeting.called_to_order

    def shown(stamp: PresenceStamp) -> bool:
        # Those who were there at the call belong to it; before it every arrival is shown.
        return not (begun and stamp.at and stamp.kind is PresenceKind.PRESENT and stamp.at <= begun)

    stamps = stamps_of(record, meeting.id)
    found = [(stamp.at, stamp.order, "stamp", stamp.id) for stamp in stamps if stamp.at is not None and shown(stamp)]
    motions = record.where(Motion, "meeting", meeting.id)
    found += [(motion.at, 1000 + motion.order, "motion", motion.id) for motion in motions if motion.at is not None]
    pauses = recesses_of(record, meeting.id)
    found += [(pause.start, 998, "recess", pause.id) for pause in pauses]
    over = [(pause.end, pause.id) for pause in pauses if pause.end is not None and pause.end != meeting.adjourned]
    found += [(end, 998, "resumed", row) for end, row in over]
    if begun is not None:
        found.append((begun, 999, "call", ""))
    found.sort(key=lambda row: row[:2], reverse=True)
    return tuple(_entry(record, course, *row) for row in found[:MOST_RECENT])


def _entry(record: Record, course: QuorumCourse, at: datetime, _order: int, what: str, row: str) -> LiveEntry:
    """One of them in words; only the few that are shown are worked out."""
    match what:
        case "stamp":
            stamp = next(stamp for stamp in stamps_of(record, course.meeting.id) if stamp.id == row)
            detail = needed_words(course.at(at))
            if stamp.kind in {PresenceKind.LEFT, PresenceKind.RECUSED_OUT}:
                detail = detail.replace("present", "remain", 1)
            return LiveEntry(at, short_deed(record, stamp), detail, RemoveStamp(row), row)
        case "motion":
            motion = record.get(Motion, row)
            title = f"Amendment {motion.number}" if motion.amends else f"Motion {motion.number}"
            return LiveEntry(at, title, result_words(record, motion), TakeBackMotion(row), row)
        case "call":
            return LiveEntry(at, "Called to order", needed_words(course.at(at)), None)
        case "resumed":
            return LiveEntry(at, "Resumed", needed_words(course.at(at)), None)
        case _:
            return LiveEntry(at, "Recess", "", None)
