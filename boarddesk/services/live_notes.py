"""The notes of an item in order of time: what the record says, the minutes, working notes, privileged passages."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

import msgspec

from boarddesk.domain.meetings import AgendaItem, Meeting, PresenceKind, PresenceStamp
from boarddesk.domain.presence import stamps_of
from boarddesk.domain.quorum import QuorumCourse
from boarddesk.domain.record import Record
from boarddesk.services.live_words import stamp_sentence
from boarddesk.services.sittings import recesses_of, time_at


class NoteKind(StrEnum):
    """Where a line belongs: to the record itself, or to one of the texts that are written while an item lasts."""

    RECORD = "record"
    MINUTES = "minutes"
    WORKING = "working"
    PRIVILEGED = "privileged"
    REPORT = "report"


class LiveNote(msgspec.Struct, frozen=True):
    """A line of the notes: `line` is its paragraph in its text; None for what the record itself says."""

    at: datetime | None
    text: str
    line: int | None
    kind: NoteKind = NoteKind.MINUTES


def text_of(meeting: Meeting, item: AgendaItem | None, kind: NoteKind) -> str:
    """The text to which notes of a kind are added."""
    if kind is NoteKind.REPORT:
        return meeting.report_back
    if item is None:
        return ""
    return {NoteKind.MINUTES: item.text, NoteKind.WORKING: item.notes, NoteKind.PRIVILEGED: item.privileged}[kind]


def notes_of(record: Record, course: QuorumCourse, item: AgendaItem | None, times: dict[str, str]) -> list[LiveNote]:
    """The item's paragraphs, with what happened to presence while it lasted, in order of time."""
    meeting = course.meeting
    notes = [
        LiveNote(stamp.at, stamp_sentence(record, course, stamp), None, NoteKind.RECORD)
        for stamp in stamps_of(record, meeting.id)
        if stamp.at is not None and _during(meeting, item, stamp)
    ]
    notes += _pauses(record, meeting, item)
    for kind in (NoteKind.MINUTES, NoteKind.WORKING, NoteKind.PRIVILEGED, NoteKind.REPORT):
        last: datetime | None = item.started if item else None
        for number, text in enumerate(text_of(meeting, item, kind).splitlines()):
            said = times.get(text)
            at = datetime.fromisoformat(said) if said else last
            notes.append(LiveNote(at if said else None, text, number, kind))
            last = at
    order = {id(note): place for place, note in enumerate(notes)}
    anchored = _anchored(notes)
    return sorted(notes, key=lambda note: (anchored[id(note)], order[id(note)]))


def _anchored(notes: Sequence[LiveNote]) -> dict[int, datetime]:
    """A place in time for every note: its own, else that of the paragraph before it of the same text."""
    found: dict[int, datetime] = {}
    before: dict[NoteKind, datetime] = {}
    for note in notes:
        if note.line is None and note.at is not None:
            found[id(note)] = note.at
            continue
        first = datetime.min  # noqa: DTZ901 - local wall-clock time
        before[note.kind] = note.at or before.get(note.kind, first)
        found[id(note)] = before[note.kind]
    return found


def _pauses(record: Record, meeting: Meeting, item: AgendaItem | None) -> list[LiveNote]:
    """The recesses that fell into the item."""
    found = []
    for pause in recesses_of(record, meeting.id):
        if _within(item, pause.start):
            words = f"Recess at {time_at(meeting, pause.start)}"
            resumed = f", resumed at {time_at(meeting, pause.end)}." if pause.end else "."
            found.append(LiveNote(pause.start, words + resumed, None, NoteKind.RECORD))
    return found


def _during(meeting: Meeting, item: AgendaItem | None, stamp: PresenceStamp) -> bool:
    if stamp.at is None:
        return False
    begun = meeting.called_to_order or meeting.starts
    if stamp.kind is PresenceKind.PRESENT and stamp.at <= begun:
        return False
    return _within(item, stamp.at)


def _within(item: AgendaItem | None, at: datetime) -> bool:
    if item is None or item.started is None:
        return True
    return item.started <= at and (item.ended is None or at < item.ended)
