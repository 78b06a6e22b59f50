"""Writes a book: streams as they came, encrypted where that is asked for, and reads it back before anyone gets it."""

import secrets
from collections.abc import Callable
from io import BufferedWriter, FileIO
from pathlib import Path
from typing import BinaryIO, Literal, cast

from pikepdf import Encryption, Pdf, PdfError, Permissions, StreamDecodeLevel

from boarddesk.common.errors import UserError
from boarddesk.reports.packet.plan import Passwords
from boarddesk.reports.packet.sink import Sink

BUFFER = 2**20
AES_256: Literal[6] = 6
OWNER_BYTES = 24


def save(pdf: Pdf, path: Path, written: Callable[[int], None], passwords: Passwords | None = None) -> None:
    """Write the file; `written` is told the percent done, and what it raises ends the work."""
    # qpdf writes a few bytes at a time.
    with Sink(path) as sink, BufferedWriter(cast("FileIO", sink), BUFFER) as out:
        target = cast("BinaryIO", out)
        if passwords is not None:
            # An encrypted file has a random key, and is another each time.
            pdf.save(target, encryption=encryption(passwords), progress=written)
            return
        # Streams stay as they came: to compress thousands of stamps of 300 bytes would take most of the time.
        pdf.save(
            target,
            deterministic_id=True,
            compress_streams=False,
            stream_decode_level=StreamDecodeLevel.none,
            progress=written,
        )


def encryption(passwords: Passwords) -> Encryption:
    """AES with a key of 256 bits; what a reader may do beside reading."""
    if not passwords.user:
        message = "A file is not encrypted without a word to open it"
        raise ValueError(message)
    return Encryption(
        user=passwords.user,
        owner=passwords.owner or secrets.token_urlsafe(OWNER_BYTES),
        R=AES_256,
        allow=Permissions(
            accessibility=True,
            extract=False,
            modify_annotation=True,
            modify_assembly=False,
            modify_form=True,
            modify_other=False,
            print_lowres=passwords.printing,
            print_highres=passwords.printing,
        ),
    )


def verify(path: Path, pages: int, passwords: Passwords | None = None) -> None:
    """Read the file back; UserError where it is not whole. Pages are not counted where 0 are named."""
    try:
        with Pdf.open(path, password=passwords.user if passwords is not None else "") as pdf:
            found, warnings = len(pdf.pages), pdf.get_warnings()
    except PdfError as error:
        raise UserError("The packet could not be read back.", str(path), "Nothing was kept; try again.") from error
    if (pages and found != pages) or not found or warnings:
        raise UserError("The packet did not come out whole.", str(path), "Nothing was kept; try again.")
