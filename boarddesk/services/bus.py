"""The only road that writes: command → handler → one transaction → one journal row → one change notice."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

import msgspec

from boarddesk.common import clock
from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.record import MissingRowError, Record
from boarddesk.domain.row import Row, plain
from boarddesk.domain.row_checks import faults_of, unreadable
from boarddesk.domain.tables import BY_NAME
from boarddesk.services.calendar_sequence import highest_sequences, numbered
from boarddesk.services.closed import require_open, require_superseding
from boarddesk.storage import attachments, journal, lock, scrubbing, texts
from boarddesk.storage.journal import Change, Payload
from boarddesk.storage.store import Store

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person asks to be written; subclasses are named as imperatives and hold what is needed."""

    undoable: ClassVar[bool] = True

    def label(self, record: Record) -> str:
        """The deed in words, for *Undo …* and the history; `record` is the record before it."""
        del record
        words = "".join(f" {c.lower()}" if c.isupper() else c for c in type(self).__name__).strip()
        return words[0].upper() + words[1:]


C = TypeVar("C", bound=Command)
Handler = Callable[[Any, "Transaction"], None]
_HANDLERS: dict[type[Command], Handler] = {}


def handles(kind: type[C]) -> Callable[[Callable[[C, "Transaction"], None]], Callable[[C, "Transaction"], None]]:
    """Register the one handler of a command; a second one is an error."""

    def register(handler: Callable[[C, "Transaction"], None]) -> Callable[[C, "Transaction"], None]:
        if kind in _HANDLERS:
            raise TypeError(f"{kind.__name__} has a handler already")
        _HANDLERS[kind] = handler
        return handler

    return register


def handler_of(command: Command) -> Handler:
    """The handler of a command; its file registered it when the command was imported."""
    return _HANDLERS[type(command)]


class Transaction:
    """What a handler may do: read the record as changed so far, put and remove rows, keep attachments."""

    def __init__(self, store: Store, record: Record) -> None:
        self.record = record
        self.source = ""
        self._store = store
        self._noted: dict[tuple[type[Row], str], tuple[Row | None, Row | None]] = {}
        self._kept: dict[str, tuple[bytes, str]] = {}
        self._emptied: dict[tuple[str, str], frozenset[str]] = {}
        self._discarded: dict[str, None] = {}
        self._named: list[tuple[str, int, str]] = []

    def put(self, *rows: Row) -> None:
        """Add rows, or replace those of the same id; equal rows change nothing."""
        fresh = self._numbered([row for row in rows if self.record.find(type(row), row.id) != row])
        for row in fresh:
            before = self.record.find(type(row), row.id)
            require_open(self.record, row)
            if before is not None:
                require_superseding(before)
            _require_sound(row)
            self._note(type(row), row.id, row)
        self.record = self.record.changed(put=fresh)

    def _numbered(self, rows: list[Row]) -> list[Row]:
        """The rows, meetings of an id that was used before counted on, so that calendars take them for newer."""
        anew = [row.id for row in rows if isinstance(row, Meeting) and self.record.find(Meeting, row.id) is None]
        highest = highest_sequences(self._store.db, anew)
        return [numbered(row, highest) if row.id in highest else row for row in rows]

    def remove(self, kind: type[Row], *ids: str) -> None:
        """Take rows out; MissingRowError where one is not there."""
        for row_id in ids:
            row = self.record.get(kind, row_id)
            require_open(self.record, row)
            self._note(kind, row_id, None)
        self.record = self.record.changed(removed=[(kind, row_id) for row_id in ids])

    def add(self, rows: Iterable[Row]) -> None:
        """Add many rows at once, without the checks of `put`: for importing, which has checks of its own."""
        fresh = tuple(rows)
        for row in fresh:
            self._note(type(row), row.id, row)
        self.record = self.record.changed(put=fresh)

    def restore(self, kind: type[Row], row_id: str, row: Row | None) -> None:
        """Set a row to what it was, without the checks of `put`: for undoing."""
        self._note(kind, row_id, row)
        if row is None:
            self.record = self.record.changed(removed=[(kind, row_id)])
        else:
            self.record = self.record.changed(put=[row])

    def keep(self, data: bytes, media_type: str) -> str:
        """Keep an attachment and return its SHA-256."""
        digest = hashlib.sha256(data).hexdigest()
        self._kept[digest] = (data, media_type)
        return digest

    def empty(self, row: Row, values: Mapping[str, Any]) -> None:
        """Set fields of a row for good: what they held leaves the journal, the drafts and the file as well."""
        self.restore(type(row), row.id, msgspec.structs.replace(row, **values))
        key = (row.table, row.id)
        self._emptied[key] = self._emptied.get(key, frozenset()) | values.keys()

    def discard(self, digest: str) -> None:
        """Take the bytes of an attachment out of the file for good; its row stays, with its size."""
        self._discarded[digest] = None

    def emptied(self) -> frozenset[str]:
        """The SHA-256 of every attachment whose bytes were disposed of."""
        return attachments.emptied(self._store.db)

    @property
    def disposes(self) -> bool:
        """Whether something goes for good, so that the file is to be written anew."""
        return bool(self._emptied or self._discarded)

    def keep_name(self, digest: str, size: int, media_type: str) -> None:
        """Name an attachment whose bytes were disposed of before it came here."""
        self._named.append((digest, size, media_type))
        self._discarded[digest] = None

    def kept(self) -> frozenset[str]:
        """The SHA-256 of every attachment in the file."""
        return frozenset(digest for digest, _size, _media in attachments.listed(self._store.db)) | self._kept.keys()

    def head(self) -> tuple[int, str]:
        """Number and hash of the journal's newest entry, on top of which this one goes."""
        last = journal.head(self._store.db)
        return (last.seq, last.hash) if last else (0, journal.GENESIS)

    def new_id(self, kind: type[Row], wish: str) -> str:
        """`wish` as a short id, with a number behind it where it is taken."""
        return free_id(self.record, kind, wish)

    def _note(self, kind: type[Row], row_id: str, after: Row | None) -> None:
        key = (kind, row_id)
        before = self._noted[key][0] if key in self._noted else self.record.find(kind, row_id)
        self._noted[key] = (before, after)

    def changes(self) -> tuple[Change, ...]:
        """What differs from the record before, for the journal."""
        return tuple(
            Change(kind.table, row_id, _plain(before), _plain(after))
            for (kind, row_id), (before, after) in self._noted.items()
            if before != after
        )

    def payload(self, payload: Payload) -> Payload:
        """What the journal keeps of it: without what goes for good, out of earlier entries too; a part of `write`."""
        if not self.disposes:
            return payload
        redacts = journal.redact(self._store.db, self._emptied)
        fresh = journal.without(payload, self._emptied, after=False)
        return msgspec.structs.replace(fresh, redacts=redacts, discards=tuple(self._discarded))

    def write(self) -> None:
        """Write rows and attachments; the caller holds the database's transaction."""
        for data, media_type in self._kept.values():
            attachments.add(self._store.db, data, media_type)
        for digest, size, media_type in self._named:
            attachments.add_empty(self._store.db, digest, size, media_type)
        if self.disposes:
            scrubbing.ask(self._store.db)
        for digest in self._discarded:
            attachments.empty(self._store.db, digest)
            # Remembered as read, with no words, so that nobody looks for any.
            texts.keep(self._store.db, "attachments", digest, ("",))
        if self._emptied:
            self._store.drop_drafts([row_id for _table, row_id in self._emptied])
        for (kind, row_id), (before, after) in self._noted.items():
            if before == after:
                continue
            if after is None:
                self._store.remove(kind, row_id)
            else:
                self._store.put(after)


@contextmanager
def refusing_what_is_gone() -> Iterator[None]:
    """A row that was taken out while a person looked at it is a refusal, whatever command is about it."""
    try:
        yield
    except MissingRowError as missing:
        what = re.sub(r"(?<!^)([A-Z])", r" \1", missing.kind.__name__).lower()
        raise UserError(
            f"The {what} is no longer there.", what_to_do="Close this and look at the list anew.", code="gone"
        ) from missing


def free_id(record: Record, kind: type[Row], wish: str) -> str:
    """`wish` as a short id that no row of that kind has yet: with a number behind it where it is taken."""
    from boarddesk.common.text import slug

    base = slug(wish) or kind.table
    taken = base
    number = 2
    while record.find(kind, taken) is not None:
        taken, number = f"{base}-{number}", number + 1
    return taken


def _require_sound(row: Row) -> None:
    """Refuse a row that states what cannot be so, or that could not be read back from the file."""
    fault = unreadable(row) or next(faults_of(row), None)
    if fault is not None:
        raise UserError(fault.what, what_to_do=fault.what_to_do, code="impossible", faults=(fault,))


def _plain(row: Row | None) -> dict[str, Any] | None:
    return None if row is None else plain(row)


class Changes(msgspec.Struct, frozen=True):
    """A change notice: which tables and ids changed, what was done, in words."""

    tables: frozenset[str]
    ids: frozenset[str]
    label: str
    undoable: bool


Listener = Callable[[Changes], None]


class Bus:
    """Runs commands against one open file, keeps the record at hand, and tells listeners what changed."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.record = store.record()
        self._listeners: list[Listener] = []
        self.write_anew: Callable[[], object] = store.scrub
        """Writes the file anew after a disposal, at once; a window puts in its place what does so off its thread."""

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each committed change; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def do(self, command: Command) -> Changes:
        """Run a command; UserError where it is refused, and then nothing was changed."""
        handler = handler_of(command)
        with refusing_what_is_gone():
            return self._run(
                type(command).__name__,
                command.label(self.record),
                lambda tx: handler(command, tx),
                undoable=type(command).undoable,
            )

    def preview(self, *commands: Command) -> Record:
        """The record as the commands would leave it, one after the other; nothing is written."""
        tx = Transaction(self.store, self.record)
        with refusing_what_is_gone():
            for command in commands:
                handler_of(command)(command, tx)
        return tx.record

    def run_restoring(self, name: str, label: str, rows: Iterable[tuple[type[Row], str, Row | None]], seq: int) -> None:
        """Write rows back as they were, as a journal row that names `seq`: undo and redo."""

        def restore(tx: Transaction) -> None:
            for kind, row_id, row in rows:
                tx.restore(kind, row_id, row)

        self._run(name, label, restore, undoes=seq)

    def _run(
        self,
        name: str,
        label: str,
        work: Callable[[Transaction], None],
        *,
        undoable: bool = True,
        undoes: int | None = None,
    ) -> Changes:
        # Handlers work on the record alone, so that a refused command leaves every byte of the file as it was.
        tx = Transaction(self.store, self.record)
        work(tx)
        done = tx.changes()
        changes = Changes(
            frozenset(change.table for change in done), frozenset(change.id for change in done), label, undoable
        )
        if not done:
            return changes
        payload = Payload(label=label, changes=done, undoes=undoes, undoable=undoable, source=tx.source)
        with self.store.atomic() as db:
            tx.write()
            journal.append(db, at=clock.stamp(), who=lock.user_name(), command=name, payload=tx.payload(payload))
        self.record = tx.record
        for listener in tuple(self._listeners):
            listener(changes)
        if tx.disposes:
            self.write_anew()
        return changes


def row_from(change_table: str, values: dict[str, Any] | None) -> Row | None:
    """A journaled row as its type; UserError where this version cannot read it."""
    if values is None:
        return None
    try:
        return msgspec.convert(values, BY_NAME[change_table])
    except (KeyError, msgspec.ValidationError):
        raise UserError(
            "This step was written by another version and cannot be undone here.", what_to_do="Enter the change anew."
        ) from None
