"""The journal: one hash-chained row a write. Payloads stand apart, so that one may be redacted one day."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import msgspec

from boarddesk.storage.driver import Database

GENESIS = "0" * 64


class Change(msgspec.Struct, frozen=True):
    """One row before and after; None means that it was not there. Values are the row's own fields."""

    table: str
    id: str
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None


class Payload(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a journal row did: words for a person, the changes, and the row it undoes, if any."""

    label: str
    changes: tuple[Change, ...] = ()
    undoes: int | None = None
    undoable: bool = True
    source: str = ""
    """For an import: the SHA-256 of the imported document."""


class Entry(msgspec.Struct, frozen=True):
    """One row of the journal."""

    seq: int
    at: str
    who: str
    command: str
    ids: tuple[str, ...]
    payload_sha256: str
    previous: str
    hash: str


def entry_hash(previous: str, at: str, who: str, command: str, ids: tuple[str, ...], payload_sha256: str) -> str:
    """SHA-256 over the previous hash, time, who, command, ids and the payload's SHA-256, as a JSON list."""
    text = json.dumps([previous, at, who, command, list(ids), payload_sha256], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def append(db: Database, *, at: str, who: str, command: str, payload: Payload) -> Entry:
    """Add one row; the caller's transaction makes it durable together with the changes."""
    text = msgspec.json.encode(payload, order="deterministic").decode()
    digest = hashlib.sha256(text.encode()).hexdigest()
    last = head(db)
    previous = last.hash if last else GENESIS
    seq = last.seq + 1 if last else 1
    ids = tuple(dict.fromkeys(change.id for change in payload.changes))
    entry = Entry(seq, at, who, command, ids, digest, previous, entry_hash(previous, at, who, command, ids, digest))
    db.execute(
        "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [seq, at, who, command, json.dumps(list(ids), ensure_ascii=False), digest, previous, entry.hash],
    )
    db.execute("INSERT INTO journal_payloads VALUES (?, ?, ?)", [seq, payload.label, text])
    return entry


def _entry(row: tuple[Any, ...]) -> Entry:
    seq, at, who, command, ids, digest, previous, hashed = row
    try:
        named = tuple(json.loads(ids))
    except ValueError:
        # An altered row: its hash tells.
        named = ()
    return Entry(seq, at, who, command, named, digest, previous, hashed)


def head(db: Database) -> Entry | None:
    """The newest row, or None in a file that was never written to."""
    row = db.execute("SELECT * FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return _entry(row) if row else None


def length(db: Database) -> int:
    """The number of the newest row; 0 in a file that was never written to."""
    row = db.execute("SELECT max(seq) FROM journal").fetchone()
    return row[0] or 0


def entries(db: Database, after: int = 0) -> Iterator[Entry]:
    """The rows after `after`, oldest first."""
    for row in db.execute("SELECT * FROM journal WHERE seq > ? ORDER BY seq", [after]):
        yield _entry(row)


def commands(db: Database, after: int = 0) -> Iterator[tuple[int, str]]:
    """Number and command of the rows after `after`, oldest first, without what they hold."""
    yield from db.execute("SELECT seq, command FROM journal WHERE seq > ? ORDER BY seq", [after])


def label_of(db: Database, seq: int) -> str | None:
    """The words of a row, or None where its payload is not there; read without the payload, which may be large."""
    row = db.execute("SELECT label FROM journal_payloads WHERE seq = ?", [seq]).fetchone()
    return row[0] if row else None


def payload_of(db: Database, seq: int) -> Payload | None:
    """What a row did, or None where its payload is not there."""
    row = db.execute("SELECT payload FROM journal_payloads WHERE seq = ?", [seq]).fetchone()
    return msgspec.json.decode(row[0], type=Payload) if row else None


def touching(db: Database, table: str, *row_ids: str) -> Iterator[tuple[Entry, Change]]:
    """Every change of some rows of a table, oldest first: their history; each content is read once."""
    wanted = frozenset(row_ids)
    # One id is looked for by the database; the empty text is in every row.
    one = json.dumps(row_ids[0], ensure_ascii=False) if len(wanted) == 1 else ""
    for row in db.execute("SELECT * FROM journal WHERE instr(ids, ?) ORDER BY seq", [one]).fetchall():
        entry = _entry(row)
        payload = None if wanted.isdisjoint(entry.ids) else payload_of(db, entry.seq)
        for change in payload.changes if payload else ():
            if change.table == table and change.id in wanted:
                yield entry, change


def outcome(db: Database) -> dict[tuple[str, str], dict[str, Any] | None] | None:
    """What every row should be by now, by table and id, as the journal tells it; None where some of it is missing."""
    found: dict[tuple[str, str], dict[str, Any] | None] = {}
    for seq, _command in commands(db):
        payload = payload_of(db, seq)
        if payload is None:
            return None
        found.update({(change.table, change.id): change.after for change in payload.changes})
    return found


class _Labelled(msgspec.Struct):
    """The words of a payload; the rest is skipped unread."""

    label: str


def _label(text: str) -> str:
    try:
        return msgspec.json.decode(text, type=_Labelled).label
    except msgspec.DecodeError:
        return ""


def broken_links(db: Database) -> tuple[str, ...]:
    """Sentences for every place where the chain does not hold; empty when it does."""
    faults: list[str] = []
    previous = GENESIS
    expected = 1
    texts = dict(db.execute("SELECT seq, payload FROM journal_payloads").fetchall())
    labels = dict(db.execute("SELECT seq, label FROM journal_payloads").fetchall())
    for entry in entries(db):
        if entry.seq != expected:
            faults.append(f"Entry {expected} is missing.")
            expected = entry.seq
        if entry.previous != previous:
            faults.append(f"Entry {entry.seq} does not continue entry {entry.seq - 1}.")
        fields = (entry.previous, entry.at, entry.who, entry.command, entry.ids, entry.payload_sha256)
        if entry_hash(*fields) != entry.hash:
            faults.append(f"Entry {entry.seq} was altered.")
        text = texts.get(entry.seq)
        if text is None:
            faults.append(f"The content of entry {entry.seq} is missing.")
        elif hashlib.sha256(text.encode()).hexdigest() != entry.payload_sha256 or labels[entry.seq] != _label(text):
            faults.append(f"The content of entry {entry.seq} was altered.")
        previous = entry.hash
        expected += 1
    return tuple(faults)
