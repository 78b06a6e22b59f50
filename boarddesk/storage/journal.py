"""The journal: one hash-chained row a write. Payloads stand apart, so that words of one can be disposed of."""

import hashlib
import json
from collections.abc import Iterator, Mapping
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


class Redaction(msgspec.Struct, frozen=True):
    """An earlier row out of whose payload words were taken, and the SHA-256 of what it reads since."""

    seq: int
    sha256: str


class Payload(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a journal row did: words for a person, the changes, and the row it undoes, if any."""

    label: str
    changes: tuple[Change, ...] = ()
    undoes: int | None = None
    undoable: bool = True
    source: str = ""
    """For an import: the SHA-256 of the imported document."""
    redacts: tuple[Redaction, ...] = ()
    """A disposal: the earlier rows that no longer hold what was disposed of."""
    discards: tuple[str, ...] = ()
    """A disposal: the SHA-256 of attachments whose bytes were disposed of."""
    redacted: tuple[str, ...] = ()
    """The fields, as table.field, that a later disposal took out of this payload."""


_PAYLOAD = msgspec.json.Decoder(Payload)


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
    digest = _sha256(text)
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
    return _PAYLOAD.decode(row[0]) if row else None


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


_LABELLED = msgspec.json.Decoder(_Labelled)


def _label(text: str) -> str:
    try:
        return _LABELLED.decode(text).label
    except msgspec.DecodeError:
        return ""


def broken_links(db: Database) -> tuple[str, ...]:
    """Sentences for every place where the chain does not hold; empty when it does.

    A payload out of which words were disposed of holds where a later row vouches for what it reads since.
    """
    faults: list[str] = []
    previous = GENESIS
    expected = 1
    texts = dict(db.execute("SELECT seq, payload FROM journal_payloads").fetchall())
    labels = dict(db.execute("SELECT seq, label FROM journal_payloads").fetchall())
    vouched = {redaction.seq: redaction.sha256 for redaction, _by in _redactions(db)}
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
        elif _sha256(text) != vouched.get(entry.seq, entry.payload_sha256) or labels[entry.seq] != _label(text):
            faults.append(f"The content of entry {entry.seq} was altered.")
        previous = entry.hash
        expected += 1
    return tuple(faults)


def _redactions(db: Database) -> Iterator[tuple[Redaction, int]]:
    """What disposals took words out of, each with the number of the disposal, the oldest first."""
    query = "SELECT seq, payload FROM journal_payloads WHERE instr(payload, ?) ORDER BY seq"
    for seq, text in db.execute(query, ['"redacts":']).fetchall():
        try:
            found = _PAYLOAD.decode(text).redacts
        except msgspec.DecodeError:
            continue
        yield from ((redaction, seq) for redaction in found if redaction.seq < seq)


def redacted(db: Database) -> dict[int, int]:
    """The rows out of which words were disposed of, each with the number of the row that did it."""
    return {redaction.seq: by for redaction, by in _redactions(db)}


def discarded(db: Database) -> frozenset[str]:
    """The SHA-256 of every attachment whose bytes were disposed of, as the journal has it."""
    query = "SELECT payload FROM journal_payloads WHERE instr(payload, ?)"
    rows = db.execute(query, ['"discards":']).fetchall()
    return frozenset(digest for (text,) in rows for digest in _PAYLOAD.decode(text).discards)


def redact(db: Database, fields: Mapping[tuple[str, str], frozenset[str]]) -> tuple[Redaction, ...]:
    """Take fields of rows, named by table and id, out of every payload; the caller's transaction makes it durable."""
    ids = frozenset(row_id for _table, row_id in fields)
    found = []
    for entry in list(entries(db)):
        payload = None if ids.isdisjoint(entry.ids) else payload_of(db, entry.seq)
        fresh = without(payload, fields) if payload is not None else None
        if payload is None or fresh is None or fresh == payload:
            continue
        text = msgspec.json.encode(fresh, order="deterministic").decode()
        db.execute("UPDATE journal_payloads SET payload = ? WHERE seq = ?", [text, entry.seq])
        found.append(Redaction(entry.seq, _sha256(text)))
    return tuple(found)


def without(payload: Payload, fields: Mapping[tuple[str, str], frozenset[str]], *, after: bool = True) -> Payload:
    """A payload without fields of some rows, before a change and, unless not wanted, after it; it names them."""
    gone = dict.fromkeys(payload.redacted)
    changes = []
    for change in payload.changes:
        names = fields.get((change.table, change.id), frozenset())
        sides = (change.before, change.after) if after else (change.before,)
        held = [name for name in sorted(names) if any(name in (side or {}) for side in sides)]
        gone |= dict.fromkeys(f"{change.table}.{name}" for name in held)
        then = _less(change.after, held) if after else change.after
        changes.append(Change(change.table, change.id, _less(change.before, held), then) if held else change)
    return msgspec.structs.replace(payload, changes=tuple(changes), redacted=tuple(gone))


def _less(values: dict[str, Any] | None, names: list[str]) -> dict[str, Any] | None:
    return None if values is None else {name: value for name, value in values.items() if name not in names}


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
