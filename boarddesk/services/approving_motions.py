"""Motions that are on record and may be what approved minutes, or a memorandum of correction: found, not yet named."""

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minutes import decided_on
from boarddesk.domain.motions import Motion, Result
from boarddesk.domain.record import Record
from boarddesk.domain.votes import tally
from boarddesk.services.words import short_day

LONGEST = 70
"""Characters of a motion's words in a list."""


def approving_choices(record: Record, meeting: Meeting) -> list[tuple[str, str]]:
    """Carried motions of later meetings and of consents in effect of the same body that approve nothing yet."""
    found = []
    for motion in record.where(Motion, "body", meeting.body):
        free = motion.approves_minutes_of in {None, meeting.id} and motion.correction is None
        day = decided_on(record, motion)
        if not free or day is None or day < meeting.day or motion.meeting == meeting.id:
            continue
        if tally(record, motion).result is Result.CARRIED:
            found.append((day, motion))
    found.sort(key=lambda one: (one[0], one[1].order, one[1].id), reverse=True)
    return [(motion.id, _named(motion, f"{short_day(day)}: ")) for day, motion in found]


def _named(motion: Motion, day: str) -> str:
    words = " ".join(motion.text.split())
    short = f"{words[:LONGEST].rstrip()}…" if len(words) > LONGEST else words
    return f"{f'{motion.number}, ' if motion.number else ''}{day}{short}"
