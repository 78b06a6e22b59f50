"""Attachments inside the file: content-addressed by SHA-256, in chunks of 1 MiB.

Of what was disposed of the row stays, with its size and kind, and no chunk.
"""

import hashlib
from collections.abc import Iterator

from boarddesk.common.errors import UserError
from boarddesk.storage.driver import Database

CHUNK = 1 << 20


def add(db: Database, data: bytes, media_type: str) -> str:
    """Store bytes once and return their SHA-256; equal bytes are stored only once."""
    digest = hashlib.sha256(data).hexdigest()
    if not _is_listed(db, digest):
        db.execute("INSERT INTO attachments VALUES (?, ?, ?)", [digest, len(data), media_type])
    elif digest not in emptied(db):
        return digest
    for number, start in enumerate(range(0, len(data), CHUNK)):
        db.execute("INSERT INTO attachment_chunks VALUES (?, ?, ?)", [digest, number, data[start : start + CHUNK]])
    return digest


def chunks(db: Database, digest: str) -> Iterator[bytes]:
    """The bytes of one attachment, chunk by chunk; UserError where there is none, or none any more."""
    if not _is_listed(db, digest):
        raise UserError("The attachment is not in this file.", digest[:12], "Attach the paper again.")
    query = "SELECT data FROM attachment_chunks WHERE sha256 = ? ORDER BY number"
    found = False
    for (data,) in db.execute(query, [digest]):
        found = True
        yield data
    if not found and digest in emptied(db):
        raise UserError(
            "It was disposed of under the retention policy.", what_to_do="Disposals say when and why.", code="disposed"
        )


def _is_listed(db: Database, digest: str) -> bool:
    return db.execute("SELECT 1 FROM attachments WHERE sha256 = ?", [digest]).fetchone() is not None


def empty(db: Database, digest: str) -> None:
    """Take the bytes of an attachment out for good; the caller holds the transaction."""
    db.execute("DELETE FROM attachment_chunks WHERE sha256 = ?", [digest])


def add_empty(db: Database, digest: str, size: int, media_type: str) -> None:
    """List an attachment whose bytes were disposed of elsewhere already."""
    if not _is_listed(db, digest):
        db.execute("INSERT INTO attachments VALUES (?, ?, ?)", [digest, size, media_type])


def emptied(db: Database) -> frozenset[str]:
    """The SHA-256 of every attachment that is listed without its bytes."""
    query = "SELECT sha256 FROM attachments WHERE size > 0 AND sha256 NOT IN (SELECT sha256 FROM attachment_chunks)"
    return frozenset(row[0] for row in db.execute(query))


def read(db: Database, digest: str) -> bytes:
    """The whole of one attachment."""
    return b"".join(chunks(db, digest))


def listed(db: Database) -> tuple[tuple[str, int, str], ...]:
    """Every attachment as SHA-256, size in bytes and media type, in order of its SHA-256."""
    return tuple(db.execute("SELECT sha256, size, media_type FROM attachments ORDER BY sha256").fetchall())


def altered(db: Database, disposed: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The SHA-256 of every attachment whose bytes are not those it is named by, and were not disposed of."""
    found = []
    gone = emptied(db)
    for digest, _size, _media in listed(db):
        if digest in gone:
            found += [] if digest in disposed else [digest]
            continue
        hasher = hashlib.sha256()
        for data in chunks(db, digest):
            hasher.update(data)
        if hasher.hexdigest() != digest:
            found.append(digest)
    return tuple(found)
