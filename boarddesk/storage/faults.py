"""Turns the database's errors into sentences a person can act on."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from boarddesk.common.errors import UserError
from boarddesk.storage.driver import DatabaseError, IntegrityError

_SENTENCES = (
    ("disk is full", "The disk is full, so nothing was saved.", "Free some space, then do it again.", "disk_full"),
    ("readonly", "The file or its folder cannot be written to.", "Check the folder's permissions.", "read_only"),
    ("read-only", "The file or its folder cannot be written to.", "Check the folder's permissions.", "read_only"),
    ("locked", "Another program is writing to the file.", "Close it there, then do it again.", "locked"),
    ("unable to open", "The file cannot be opened.", "Check that the file and its folder may be read.", "unreadable"),
    ("disk i/o", "The disk is full or failing, so nothing was saved.", "Free some space, or check the disk.", "disk"),
    ("malformed", "The file is damaged.", "Open the last backup; keep this file for repair.", "damaged"),
    ("not a database", "The file is damaged or encrypted.", "Open the last backup; keep this file.", "damaged"),
    ("could not decode", "The file is damaged.", "Open the last backup; keep this file for repair.", "damaged"),
    ("no such table", "The file is damaged: a table is missing.", "Open the last backup; keep this file.", "damaged"),
    ("no such column", "The file is damaged: a column is missing.", "Open the last backup; keep this file.", "damaged"),
)


def sentence_for(error: Exception, path: Path) -> UserError | None:
    """The refusal for a database error, or None where the error is not one a user could meet."""
    text = str(error).lower()
    for mark, what, what_to_do, code in _SENTENCES:
        if mark in text:
            return UserError(what, str(path), what_to_do, code=code)
    if isinstance(error, IntegrityError) and "foreign key" in text:
        return UserError(
            "Something else in the record still refers to this.", what_to_do="Change that first.", code="referred_to"
        )
    return None


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise UserError instead of the database errors that a user can do something about."""
    try:
        yield
    except DatabaseError as error:
        known = sentence_for(error, path)
        if known is None:
            raise
        raise known from error


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """As `told`, and for what only the database itself does: a damaged page holds texts and lengths that cannot be."""
    try:
        with told(path):
            yield
    except (UnicodeDecodeError, MemoryError) as error:
        raise UserError(
            "The file is damaged.", str(path), "Open the last backup; keep this file for repair.", code="damaged"
        ) from error
