"""The number by which calendars tell the newer of two entries: it never falls, not by undoing either (RFC 5545)."""

from collections.abc import Collection, Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from boarddesk.domain.meetings import Meeting, MeetingState
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.storage import journal
from boarddesk.storage.driver import Database

TURNS = frozenset({"Undo", "Redo"})
"""The names of the journal's entries that write rows back; nothing else takes a meeting out of the record."""


def highest_sequences(db: Database, ids: Collection[str]) -> dict[str, int]:
    """The highest number that each of these meetings ever had, of those that the journal knows.

    Being taken off the calendar has a number too: files written meanwhile call the meeting off by it.
    """
    found: dict[str, int] = {}
    for _entry, change in journal.touching(db, Meeting.table, *ids) if ids else ():
        for values in (change.before, change.after):
            if values is not None:
                number = values.get("sequence", 0) + (change.after is None)
                found[change.id] = max(found.get(change.id, 0), number)
    return found


def numbered(row: Row, highest: Mapping[str, int]) -> Row:
    """A row that is not in the record: a meeting that was there once is newer than it ever was."""
    if isinstance(row, Meeting) and row.id in highest:
        return replace(row, sequence=max(row.sequence, highest[row.id] + 1))
    return row


def put_back(row: Row | None, left: Row | None, there: Row | None, highest: Mapping[str, int]) -> Row | None:
    """A row as it was before a step that had `left` another one; `there` is what stands now, numbers aside the same.

    A meeting counts on where the step had changed its number, which is to say its entry in calendars.
    """
    if not isinstance(row, Meeting):
        return row
    if not isinstance(there, Meeting):
        return numbered(row, highest)
    changed = isinstance(left, Meeting) and left.sequence != row.sequence
    return replace(row, sequence=there.sequence + changed)


def alike(one: Row | None, other: Row | None) -> bool:
    """Whether two rows say the same, the number of a meeting aside, which goes on when a step is undone."""
    if isinstance(one, Meeting) and isinstance(other, Meeting):
        return replace(one, sequence=other.sequence) == other
    return one == other


def taken_off(db: Database, record: Record) -> tuple[Meeting, ...]:
    """Meetings that undoing took off the calendar, as cancelled ones: who was sent them needs to be told.

    The journal alone remembers them, so that a file opened for reading tells of them too.
    """
    found: dict[str, Meeting] = {}
    for entry in journal.entries(db):
        payload = journal.payload_of(db, entry.seq) if entry.command in TURNS else None
        for change in payload.changes if payload else ():
            if change.table != Meeting.table or change.after is not None or change.before is None:
                continue
            if record.find(Meeting, change.id) is None:
                meeting = msgspec.convert(change.before, Meeting)
                found[meeting.id] = _cancelled(meeting, date.fromisoformat(entry.at[:10]))
    return tuple(found.values())


def _cancelled(meeting: Meeting, day: date) -> Meeting:
    return replace(
        meeting, state=MeetingState.CANCELLED, sequence=meeting.sequence + 1, decided_on=day, reason="", moved_to=None
    )
