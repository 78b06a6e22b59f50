"""Governing documents: a new version takes the place of the one before from its first day on."""

from dataclasses import dataclass, field
from typing import ClassVar

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.documents import Document
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.document_series import ONE_IN_FORCE
from boarddesk.services.entry import require_possible, required
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class KeepDocument(Command):
    """One version of a document, new or changed; an empty id makes a new one. `data` is its file, if there is one.

    `made` are the pages made of a file that has none of its own; `file_name` is the name under which it came.
    """

    document: Document
    data: bytes | None = field(default=None, repr=False)
    media_type: str = "application/pdf"
    made: bytes = field(default=b"", repr=False)
    file_name: str = ""
    undoable: ClassVar[bool] = True

    def label(self, record: Record) -> str:
        """“Keep Audit Committee Charter”."""
        return f"{'Change' if record.find(Document, self.document.id) else 'Keep'} {self.document.title}"


@handles(KeepDocument)
def keep_document(command: KeepDocument, tx: Transaction) -> None:
    """Write the version and end the one before it where only one can be in force."""
    document = command.document
    title = required(document.title, "The document has no title.", "Write the title it bears.")
    document = msgspec.structs.replace(document, title=title)
    if document.effective_from and document.effective_to and document.effective_to < document.effective_from:
        raise UserError(
            f"It ends on {short_day(document.effective_to)}, before it begins on {short_day(document.effective_from)}.",
            what_to_do="Correct one of the two dates.",
            code="impossible",
        )
    if command.data is not None:
        document = _with_file(tx, command, document)
    before = tx.record
    if tx.record.find(Document, document.id) is None:
        document = _end_earlier(tx, document)
        year = f"-{document.effective_from.year}" if document.effective_from else ""
        document = msgspec.structs.replace(document, id=tx.new_id(Document, f"{title}{year}"))
    tx.put(document)
    require_possible(tx, before)


def _with_file(tx: Transaction, command: KeepDocument, document: Document) -> Document:
    return msgspec.structs.replace(
        document,
        attachment=tx.keep(command.data or b"", command.media_type),
        media_type=command.media_type,
        file_name=command.file_name[:500] or document.file_name,
        rendition=tx.keep(command.made, "application/pdf") if command.made else None,
    )


def _end_earlier(tx: Transaction, document: Document) -> Document:
    """End the version that this one takes the place of: the one it names, else of its kind the one in force."""
    start = document.effective_from
    if start is None:
        return document
    named = tx.record.find(Document, document.supersedes)
    earlier = [named] if named is not None else []
    if document.kind in ONE_IN_FORCE:
        rows = tx.record.where(Document, "kind", document.kind)
        earlier += [row for row in rows if row.committee == document.committee and row != named]
    replaced = [row for row in earlier if row.in_force_on(start)]
    for row in replaced:
        tx.put(msgspec.structs.replace(row, effective_to=start))
    if named is None and replaced:
        document = msgspec.structs.replace(document, supersedes=replaced[0].id)
    return document
