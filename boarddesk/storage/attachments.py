"""Attachments inside the file: content-addressed by SHA-256, in chunks of 1 MiB."""

import hashlib
from collections.abc import Iterator

from boarddesk.common.errors import UserError
from boarddesk.storage.driver import Database

CHUNK = 1 << 20


def add(db: Database, data: bytes, media_type: str) -> str:
    """Store bytes once and return their SHA-256; equal bytes are stored only once."""
    digest = hashlib.sha256(data).hexdigest()
    if db.execute("SELECT 1 FROM attachments WHERE sha256 = ?", [digest]).fetchone():
        return digest
    db.execute("INSERT INTO attachments VALUES (?, ?, ?)", [digest, len(data), media_type])
    for number, start in enumerate(range(0, len(data), CHUNK)):
        db.execute("INSERT INTO attachment_chunks VALUES (?, ?, ?)", [digest, number, data[start : start + CHUNK]])
    return digest


def chunks(db: Database, digest: str) -> Iterator[bytes]:
    """The bytes of one attachment, chunk by chunk; UserError where there is none."""
    if not db.execute("SELECT 1 FROM attachments WHERE sha256 = ?", [digest]).fetchone():
        raise UserError("The attachment is not in this file.", digest[:12], "Attach the paper again.")
    query = "SELECT data FROM attachment_chunks WHERE sha256 = ? ORDER BY number"
    for (data,) in db.execute(query, [digest]):
        yield data


def read(db: Database, digest: str) -> bytes:
    """The whole of one attachment."""
    return b"".join(chunks(db, digest))


def listed(db: Database) -> tuple[tuple[str, int, str], ...]:
    """Every attachment as SHA-256, size in bytes and media type, in order of its SHA-256."""
    return tuple(db.execute("SELECT sha256, size, media_type FROM attachments ORDER BY sha256").fetchall())


def altered(db: Database) -> tuple[str, ...]:
    """The SHA-256 of every attachment whose bytes are no longer those it is named by."""
    found = []
    for digest, _size, _media in listed(db):
        hasher = hashlib.sha256()
        for data in chunks(db, digest):
            hasher.update(data)
        if hasher.hexdigest() != digest:
            found.append(digest)
    return tuple(found)
