"""What a meeting's record says by the clock: its last entry, its running number of motions."""

from datetime import datetime

from boarddesk.domain.meetings import Meeting, Recess
from boarddesk.domain.motions import Motion
from boarddesk.domain.presence import stamps_of
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import items_of


def last_entry(record: Record, meeting: Meeting) -> datetime | None:
    """The latest time in the meeting's record, its own adjournment left out; None where there is none."""
    times = [stamp.at for stamp in stamps_of(record, meeting.id)]
    times += [motion.at for motion in record.where(Motion, "meeting", meeting.id)]
    for item in items_of(record, meeting.id):
        times += [item.started, item.ended if item.ended != meeting.adjourned else None]
    for pause in record.where(Recess, "meeting", meeting.id):
        times += [pause.start, pause.end if pause.end != meeting.adjourned else None]
    times.append(meeting.called_to_order)
    known = [at for at in times if at is not None]
    return max(known, default=None)


def next_motion_number(record: Record, year: int) -> str:
    """The number of the next motion of a year: “2026-41”."""
    prefix = f"{year}-"
    taken = [m.number.removeprefix(prefix) for m in record.all(Motion) if m.number.startswith(prefix)]
    return f"{prefix}{max((int(number) for number in taken if number.isdecimal()), default=0) + 1:02d}"


def next_motion_order(record: Record, meeting: str) -> int:
    """The place of the next motion among those of a meeting, counted from 1."""
    return max((motion.order for motion in record.where(Motion, "meeting", meeting)), default=0) + 1
