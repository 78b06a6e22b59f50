"""The resolutions adopted: number, day, body, subject, and where each stands; which still stand as adopted."""

from collections.abc import Iterator
from datetime import date

import msgspec

from boarddesk.domain.committees import Committee
from boarddesk.domain.meetings import BOARD, INDEPENDENT, AgendaItem
from boarddesk.domain.minutes import decided_on
from boarddesk.domain.motions import Motion, MotionKind, Result
from boarddesk.domain.record import Record
from boarddesk.domain.votes import tally
from boarddesk.services.motion_words import gist
from boarddesk.services.words import body_short, short_day

SUBJECT = 110
"""Letters of a subject that is taken from the resolution itself."""
PROCEDURAL = frozenset({MotionKind.ADJOURN})
"""Kinds that adopt nothing that an index would list."""


class Adopted(msgspec.Struct, frozen=True):
    """One resolution adopted: `meeting` or `consent` says where; `since` what became of it, empty while it stands."""

    motion: str
    number: str
    day: date
    body: str
    body_name: str
    subject: str
    meeting: str | None
    consent: str | None
    since: str


def adopted(record: Record, first: date, last: date, *, sessions: bool = False) -> tuple[Adopted, ...]:
    """Every resolution adopted from one day to another, by day and number."""
    found = _adopted(record, first, last, sessions=sessions)
    return tuple(sorted(found, key=lambda one: (one.day, one.number, one.motion)))


def _adopted(record: Record, first: date, last: date, *, sessions: bool) -> Iterator[Adopted]:
    for motion in record.all(Motion):
        of_directors = motion.body == BOARD or record.find(Committee, motion.body) is not None
        if motion.kind in PROCEDURAL or motion.amends is not None or not (of_directors or motion.body == INDEPENDENT):
            continue
        if motion.body == INDEPENDENT and not sessions:
            continue
        day = decided_on(record, motion)
        if day is None or not first <= day <= last or tally(record, motion).result is not Result.CARRIED:
            continue
        yield Adopted(
            motion.id, motion.number, day, motion.body, body_short(record, motion.body), subject_of(record, motion),
            motion.meeting, motion.consent, what_became(record, motion),
        )  # fmt: skip


def subject_of(record: Record, motion: Motion) -> str:
    """What a resolution is about: its topic, else its item's title, else its own words, shortened."""
    item = record.find(AgendaItem, motion.item)
    said = motion.topic or (item.title if item is not None else "") or gist(motion)
    return said if len(said) <= SUBJECT else f"{said[: SUBJECT - 1].rstrip()}…"


def later_motion(record: Record, motion: Motion) -> Motion | None:
    """The carried motion that rescinded, amended or superseded it; None while it stands as it was adopted."""
    later = [m for m in record.where(Motion, "supersedes", motion.id) if tally(record, m).result is Result.CARRIED]
    return min(later, key=lambda m: (decided_on(record, m) or date.max, m.id), default=None)


def what_became(record: Record, motion: Motion) -> str:
    """“rescinded on 3 Dec 2026 by 2026-44”; empty while it stands as it was adopted."""
    later = later_motion(record, motion)
    if later is None:
        return ""
    verb = {MotionKind.RESCIND: "rescinded", MotionKind.AMEND_ADOPTED: "amended"}.get(later.kind, "superseded")
    day = decided_on(record, later)
    return " ".join(part for part in (verb, f"on {short_day(day)}" if day else "",
                                      f"by motion {later.number}" if later.number else "") if part)  # fmt: skip
