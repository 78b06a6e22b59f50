"""Reads a company file's header without opening it: what it is, how long it should be, which schema it has."""

import struct
from pathlib import Path

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.storage.schema import APPLICATION_ID, newest

MAGIC = b"SQLite format 3\0"
HEADER_SIZE = 100
WAL = 2


class Header(msgspec.Struct, frozen=True):
    """What the first 100 bytes say; sizes are in bytes."""

    application_id: int
    version: int
    expected_size: int
    keeps_wal: bool
    """Whether the file is in the mode in which new changes go to a file beside it."""


def wal_of(path: Path) -> Path:
    """The file beside a company file that holds changes not folded back yet."""
    real = path.resolve()
    return real.with_name(real.name + "-wal")


def has_wal(path: Path) -> bool:
    """Whether changes lie beside the file."""
    wal = wal_of(path)
    return wal.exists() and wal.stat().st_size > 0


def is_database(path: Path) -> bool:
    """Whether a file begins as company files do."""
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def read_header(path: Path) -> Header:
    """The header of a company file; UserError where it is none, newer than this program, or cut short."""
    try:
        with path.open("rb") as file:
            head = file.read(HEADER_SIZE)
        size = path.stat().st_size
    except FileNotFoundError:
        raise UserError("There is no such file.", str(path), "Check the name, or make a new company.") from None
    except IsADirectoryError:
        raise UserError("This is a folder, not a company file.", str(path), "Choose a .boarddesk file.") from None
    except OSError as error:
        raise UserError(
            f"The file cannot be read ({error.strerror}).", str(path), "Check that you may open it."
        ) from None
    if head[: len(MAGIC)] != MAGIC[: len(head)] or not head:
        raise _not_ours(path)
    if len(head) < HEADER_SIZE:
        raise _cut_short(path)
    page = struct.unpack(">H", head[16:18])[0]
    pages = struct.unpack(">I", head[28:32])[0]
    version, application = struct.unpack(">I", head[60:64])[0], struct.unpack(">I", head[68:72])[0]
    header = Header(application, version, (65536 if page == 1 else page) * pages, head[18] == WAL)
    if application != APPLICATION_ID:
        raise _not_ours(path)
    if version > newest():
        raise UserError(
            f"The file was written by a newer version of BoardDesk (schema {version}; this one knows {newest()}).",
            str(path),
            "Install the newer version; nothing was changed.",
            code="newer_schema",
        )
    if size < header.expected_size and not has_wal(path):
        raise _cut_short(path)
    return header


def _not_ours(path: Path) -> UserError:
    return UserError(
        "This is not a BoardDesk company file.", str(path), "Choose a .boarddesk file.", code="not_a_company_file"
    )


def _cut_short(path: Path) -> UserError:
    return UserError(
        "The file is cut short: part of it is missing.",
        str(path),
        "Open the last backup, or copy the file again from where it came.",
        code="truncated",
    )
