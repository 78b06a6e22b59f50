"""Files given to the user: written whole or not at all, with one clear sentence where they cannot be."""

import os
from pathlib import Path

from boarddesk.common.errors import UserError
from boarddesk.storage.header import is_database

ENDING = ".boarddesk"
"""The ending of company files, encrypted ones too."""


def save(path: Path, data: bytes) -> None:
    """Write a file by way of a temporary one beside it, so that nothing half written is left."""
    require_target(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        _forget(part)
        raise not_written(path, error) from None


def require_target(path: Path) -> None:
    """UserError where a document would be written over a company file, or in the place of a folder."""
    if not path.name or path.is_dir():
        raise UserError("This is a folder.", str(path), "Name the file to write.", code="no_target")
    if path.exists() and (path.suffix == ENDING or is_database(path)):
        raise UserError(
            "This is a company file; no document is written over it.", str(path), "Choose another name.", code="exists"
        )


def not_written(path: Path, error: OSError) -> UserError:
    """The sentence for a file that could not be written."""
    reason = error.strerror or "it cannot be written"
    return UserError(
        f"The file was not written ({reason}).", str(path), "Choose another folder or free some space.", code="disk"
    )


def _forget(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        # A folder that takes no file gives none up either.
        return
