"""Undo and redo: the rows of an earlier journal row are written back as a new one that names it."""

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.services.bus import Bus, row_from
from boarddesk.services.calendar_sequence import alike, highest_sequences, put_back
from boarddesk.services.closed import is_closed, may_change
from boarddesk.storage import journal
from boarddesk.storage.journal import Change, Payload

UNDO, REDO = "Undo", "Redo"
STEPS_KEPT = 500
FIRST = 1
"""The entry that made the file: without it there would be no company, so it stands."""


class History:
    """The steps that can be undone and redone, worked out from the journal."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        # Older steps than these are corrected by a new entry, and need not be read at every start.
        self._seen = max(0, journal.length(bus.store.db) - STEPS_KEPT)
        self._done: list[int] = []
        self._undone: list[int] = []

    def _catch_up(self) -> None:
        for seq, command in journal.commands(self._bus.store.db, after=self._seen):
            self._seen = seq
            if command == UNDO:
                self._move(self._done, self._undone)
            elif command == REDO:
                self._move(self._undone, self._done)
            elif seq > FIRST:
                self._done.append(seq)
                self._undone.clear()

    @staticmethod
    def _move(steps: list[int], others: list[int]) -> None:
        if steps:
            others.append(steps.pop())

    def undo_label(self) -> str | None:
        """What *Undo* would undo, in words; None where there is nothing."""
        return self._label(self._done)

    def redo_label(self) -> str | None:
        """What *Redo* would do again, in words; None where there is nothing."""
        return self._label(self._undone)

    def _label(self, steps: list[int]) -> str | None:
        self._catch_up()
        return journal.label_of(self._bus.store.db, steps[-1]) if steps else None

    def undo(self) -> str:
        """Undo the last step; its label. UserError where that may not or cannot be done."""
        self._catch_up()
        if not self._done:
            raise UserError("There is nothing to undo.", code="nothing_to_undo")
        return self._turn(self._done[-1], UNDO)

    def redo(self) -> str:
        """Do the last undone step again; its label."""
        self._catch_up()
        if not self._undone:
            raise UserError("There is nothing to do again.", code="nothing_to_redo")
        return self._turn(self._undone[-1], REDO)

    def _turn(self, seq: int, name: str) -> str:
        payload = journal.payload_of(self._bus.store.db, seq)
        if payload is None:
            raise UserError("The content of that step is no longer in the file.", what_to_do="Enter the change anew.")
        self._require_whole(payload)
        self._require_undoable(payload, name)
        gone = [c.id for c in payload.changes if c.table == Meeting.table and not self._bus.record.find(Meeting, c.id)]
        highest = highest_sequences(self._bus.store.db, gone)
        rows = []
        for change in reversed(payload.changes) if name == UNDO else payload.changes:
            expected, row = _turned(change, name)
            present = row or expected
            if present is None:
                continue
            found = self._bus.record.find(type(present), change.id)
            if not alike(found, expected):
                raise UserError(
                    f"“{payload.label}” cannot be undone: something later changed the same entry.",
                    what_to_do="Change the entry itself.",
                    code="changed_since",
                )
            rows.append((type(present), change.id, put_back(row, expected, found, highest)))
        self._bus.run_restoring(name, payload.label, rows, seq)
        return payload.label

    def _require_whole(self, payload: Payload) -> None:
        if payload.redacted:
            raise UserError(
                f"“{payload.label}” cannot be undone: words of it were disposed of under the retention policy.",
                what_to_do="Enter the change anew.",
                code="disposed",
            )

    def _require_undoable(self, payload: Payload, name: str) -> None:
        closed = any(_stands(self._bus.record, *_turned(change, name)) for change in payload.changes)
        if not payload.undoable or (closed and not self._opens(payload, name)):
            raise UserError(
                f"“{payload.label}” cannot be undone.",
                what_to_do="Correct it by a new entry.",
                code="not_undoable",
            )

    def _opens(self, payload: Payload, name: str) -> bool:
        """Whether nothing stands once the changes before it are made: what takes minutes back opens their meeting."""
        so_far = self._bus.record
        for change in reversed(payload.changes) if name == UNDO else payload.changes:
            there, wanted = _turned(change, name)
            if _stands(so_far, there, wanted):
                return False
            if wanted is not None:
                so_far = so_far.changed(put=[wanted])
            elif there is not None:
                so_far = so_far.changed(removed=[(type(there), change.id)])
        return True


def _stands(record: Record, there: Row | None, wanted: Row | None) -> bool:
    """Whether minutes rest on a row so that it stays: what a command may still change may be undone too."""
    row = there or wanted
    if row is None or not is_closed(record, row):
        return False
    return wanted is None or not may_change(record, wanted)


def _turned(change: Change, name: str) -> tuple[Row | None, Row | None]:
    """The row as the step left it and as it is to be again; None where there was or is to be none."""
    there, wanted = (change.after, change.before) if name == UNDO else (change.before, change.after)
    return row_from(change.table, there), row_from(change.table, wanted)
