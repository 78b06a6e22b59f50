"""One company file: opened for reading or as the single writer, one transaction a write."""

import contextlib
import os
import threading
from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

import msgspec

from boarddesk.common import clock
from boarddesk.common.errors import UserError
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.storage import lock, scrubbing
from boarddesk.storage.codec import as_json, columns, from_columns, from_json, to_columns
from boarddesk.storage.driver import Database, DatabaseError, OperationalError, connect
from boarddesk.storage.faults import sentence_for, translated
from boarddesk.storage.header import has_wal, read_header, wal_of
from boarddesk.storage.schema import newest, upgrade
from boarddesk.storage.source import TableSource

R = TypeVar("R", bound=Row)


class Store:
    """An open company file. Reading leaves every byte as it was; writing keeps the lock until `close`."""

    def __init__(self, path: Path, db: Database, *, writable: bool, why_read_only: str = "") -> None:
        self.path = path
        self.db = db
        self.writable = writable
        self.why_read_only = why_read_only
        self.left_beside = ""
        """After `close`: the name of a file beside this one that still holds the newest changes, or empty."""
        self._wal = False
        self._writing = threading.RLock()

    @classmethod
    def create(cls, path: Path) -> "Store":
        """A new, empty company file, open for writing; UserError where one is there already."""
        # An empty file, such as a broken-off creation leaves, holds nothing that could be lost.
        if path.exists() and not (path.is_file() and path.stat().st_size == 0):
            raise UserError("There is a file of that name already.", str(path), "Choose another name.", code="exists")
        with translated(path):
            try:
                other = lock.acquire(path)
            except OSError as error:
                raise UserError(
                    f"The folder cannot be written to ({error.strerror}).", str(path.parent), "Choose another folder."
                ) from None
            if other is not None:
                raise UserError(f"{other.words()} is making this file.", str(path), "Choose another name.")
            store = None
            try:
                store = cls(path, _connect(path, "rwc"), writable=True)
                with store.db.atomic():
                    upgrade(store.db)
            except BaseException:
                if store is not None:
                    store.db.conn.close()
                path.unlink(missing_ok=True)
                lock.release(path)
                raise
        return store

    @classmethod
    def open(cls, path: Path, *, write: bool = False) -> "Store":
        """Open a company file; where writing was asked for but cannot be, `why_read_only` says why."""
        header = read_header(path)
        why = _take_lock(path) if write else "It was opened for reading."
        if why:
            with translated(path):
                return cls(path, _readable(path, header.version), writable=False, why_read_only=why)
        try:
            with translated(path):
                store = cls(path, _connect(path, "rw"), writable=True)
                store._wal = header.keeps_wal or has_wal(path)
                if header.version < newest():
                    store.backup(path.with_name(f"{path.name}.before-v{newest()}-{_file_stamp()}"))
                    with store.db.atomic():
                        upgrade(store.db)
        except BaseException:
            lock.release(path)
            raise
        return store

    def close(self) -> None:
        """Fold the write-ahead log back into the file, where that can be, and give the lock back.

        All that was written is safe in either case: what cannot be folded back now (somebody is reading,
        the disk is full) is folded back after the next opening for writing.
        """
        try:
            self._scrub_at_last()
            if self._wal:
                self._fold_back()
        finally:
            self.db.conn.close()
            if self.writable:
                lock.release(self.path)
                self.left_beside = wal_of(self.path).name if has_wal(self.path) else ""

    def _scrub_at_last(self) -> None:
        """What is still to be written anew; a file that cannot be, now, is left for the next time."""
        with contextlib.suppress(UserError, DatabaseError):
            if self.to_be_scrubbed():
                self.scrub()

    def _fold_back(self) -> None:
        try:
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self.db.execute("PRAGMA journal_mode = DELETE")
        except DatabaseError as error:
            if sentence_for(error, self.path) is None:
                raise

    @contextlib.contextmanager
    def atomic(self) -> Iterator[Database]:
        """One transaction: all of it is kept, or nothing."""
        if not self.writable:
            raise UserError("The file is open for reading only.", str(self.path), self.why_read_only, code="read_only")
        with self._writing, translated(self.path):
            if not self._wal:
                self.db.execute("PRAGMA journal_mode = WAL")
                self._wal = True
            with self.db.atomic():
                yield self.db

    def load(self, kind: type[R], where: str = "", values: tuple[object, ...] = ()) -> list[R]:
        """The rows of one table, all or those that a condition leaves, in order of id."""
        with translated(self.path):
            # The database builds JSON faster than we read columns; what is not as we write it goes the careful way.
            query = f"SELECT json_group_array({as_json(kind)}) FROM (SELECT * FROM {kind.table} {where} ORDER BY id)"  # noqa: S608
            with contextlib.suppress(OperationalError, msgspec.ValidationError, msgspec.DecodeError):
                return from_json(kind, self.db.execute(query, list(values)).fetchone()[0])
            names = ", ".join(f'"{column.name}"' for column in columns(kind))
            query = f"SELECT {names} FROM {kind.table} {where} ORDER BY id"  # noqa: S608 - names are our own
            rows = self.db.execute(query, list(values)).fetchall()
            try:
                return from_columns(kind, rows)
            except (msgspec.ValidationError, msgspec.DecodeError) as error:
                raise UserError(
                    f"The file is damaged: {kind.table} holds a value that cannot be read ({error}).",
                    str(self.path),
                    "Open the last backup; keep this file for repair.",
                    code="damaged",
                ) from error

    def record(self) -> Record:
        """The whole record; tables are read when they are first asked for."""
        return Record(source=TableSource(self))

    def put(self, row: Row) -> None:
        """Write one row; the caller holds the transaction."""
        values = to_columns(row)
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" for _ in values)
        updates = ", ".join(f'"{name}" = excluded."{name}"' for name in values if name != "id")
        self.db.execute(
            f"INSERT INTO {row.table} ({names}) VALUES ({marks}) ON CONFLICT(id) DO UPDATE SET {updates}",  # noqa: S608
            list(values.values()),
        )

    def remove(self, kind: type[Row], row_id: str) -> None:
        """Delete one row; the caller holds the transaction."""
        self.db.execute(f"DELETE FROM {kind.table} WHERE id = ?", [row_id])  # noqa: S608

    def backup(self, dest: Path) -> None:
        """Copy the whole file, as it stands now, to `dest`."""
        with translated(dest):
            copy = connect(str(dest))
            try:
                self.db.conn.backup(copy)
            except BaseException:
                copy.close()
                dest.unlink(missing_ok=True)
                raise
            copy.close()

    def save_draft(self, key: str, text: str) -> None:
        """Keep text being typed; no journal row. Empty text removes the draft."""
        with self.atomic() as db:
            if text:
                db.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?)", [key, text, clock.stamp()])
            else:
                db.execute("DELETE FROM drafts WHERE key = ?", [key])

    def drop_drafts(self, ids: Collection[str]) -> None:
        """Remove the texts being typed whose key names one of some rows; the caller holds the transaction."""
        for key in self.drafts():
            if not set(ids).isdisjoint(key.replace(":", "/").split("/")):
                self.db.execute("DELETE FROM drafts WHERE key = ?", [key])

    def to_be_scrubbed(self) -> bool:
        """Whether something was taken out for good since the file was last written anew."""
        with translated(self.path):
            return self.writable and scrubbing.waits(self.db)

    def scrub(self) -> None:
        """Write the file anew, so that nothing taken out can be read from its free space any more.

        From any thread, on a connection of its own: reading goes on meanwhile, what is written waits for it.
        UserError where it cannot be done now; it is tried again when the file is closed or opened.
        """
        with self._writing:
            db = _connect(self.path, "rw")
            try:
                done = scrubbing.write_anew(db)
            except DatabaseError as error:
                known = sentence_for(error, self.path)
                if known is None:
                    raise
                raise _not_scrubbed(known) from error
            finally:
                db.conn.close()
        if not done:
            raise _not_scrubbed(None)

    def drafts(self) -> dict[str, str]:
        """The texts that were being typed, by key."""
        return dict(self.db.execute("SELECT key, text FROM drafts ORDER BY key").fetchall())

    def integrity(self) -> tuple[str, ...]:
        """What the database's own checks find wrong; empty when nothing."""
        faults = [row[0] for row in self.db.execute("PRAGMA integrity_check").fetchall() if row[0] != "ok"]
        faults += [
            f"A row of {table} refers to something that is not there."
            for table, _row, _parent, _key in self.db.execute("PRAGMA foreign_key_check").fetchall()
        ]
        return tuple(faults)


def _not_scrubbed(why: UserError | None) -> UserError:
    """The disposal holds; what it took out may still be read from the file's free space."""
    return UserError(
        "It is out of the record, but the file could not be written anew, and may still hold its words in free space.",
        why.where if why else "",
        f"{why.what_to_do if why else ''} It is tried again when the file is closed.".strip(),
        code=why.code if why else "in_use",
    )


def _file_stamp() -> str:
    return datetime.fromisoformat(clock.stamp()).strftime("%Y%m%d-%H%M%S")


def _take_lock(path: Path) -> str:
    """Take the writer's lock; an empty text when it is ours, else why not."""
    if not os.access(path, os.W_OK):
        return "The file is write-protected."
    try:
        other = lock.acquire(path)
    except OSError as error:
        return f"Its folder cannot be written to ({error.strerror})."
    if other is None:
        return ""
    here = not other.host or other.host == lock.me().host
    hint = "" if here else f" If that is no longer so, remove {lock.path_for(path).name}."
    return f"It is being edited by {other.words()}.{hint}"


def _database(connection: Any) -> Database:
    # Whatever plug-ins lie beside the library have no business in a company file, and looking for them takes time.
    return Database(connection, execute_plugins=False)


def _connect(path: Path, mode: str) -> Database:
    uri = f"file:{quote(str(path.resolve()))}?mode={mode}"
    db = _database(connect(uri, uri=True, isolation_level=None, check_same_thread=False))
    db.execute("PRAGMA foreign_keys = ON")
    if mode.startswith("rw"):
        db.execute("PRAGMA synchronous = FULL")
    return db


def _readable(path: Path, version: int) -> Database:
    """The file for reading; an older schema is brought up to date in memory, the file stays as it is."""
    source = _reading(path)
    if version == newest():
        return source
    memory = _database(connect(":memory:", isolation_level=None, check_same_thread=False))
    source.conn.backup(memory.conn)
    source.conn.close()
    upgrade(memory)
    return memory


def _reading(path: Path) -> Database:
    source = _connect(path, "ro")
    try:
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except OperationalError:
        source.conn.close()
        if has_wal(path) or path.with_name(path.name + "-journal").exists():
            raise UserError(
                "The last write to this file was broken off, and reading alone cannot finish it.",
                str(path),
                "Open it once where its folder can be written to, with all files of its name beside it.",
                code="broken_off",
            ) from None
        # Without such a file beside it nothing is pending: what cannot be locked is read as it lies.
        source = _connect(path, "ro&immutable=1")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return source
