"""Governing documents: a new version takes the place of the one before from its first day on."""

from dataclasses import dataclass, field
from typing import ClassVar

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.entry import required
from boarddesk.services.words import short_day

ONE_IN_FORCE = (DocumentKind.CERTIFICATE, DocumentKind.BYLAWS, DocumentKind.GUIDELINES, DocumentKind.COMMITTEE_CHARTER)


@dataclass(frozen=True, slots=True)
class KeepDocument(Command):
    """One version of a document, new or changed; an empty id makes a new one. `data` is its file, if there is one."""

    document: Document
    data: bytes | None = field(default=None, repr=False)
    media_type: str = "application/pdf"
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
        document = msgspec.structs.replace(document, attachment=tx.keep(command.data, command.media_type))
    if tx.record.find(Document, document.id) is None:
        _end_earlier(tx, document)
        year = f"-{document.effective_from.year}" if document.effective_from else ""
        document = msgspec.structs.replace(document, id=tx.new_id(Document, f"{title}{year}"))
    tx.put(document)


def _end_earlier(tx: Transaction, document: Document) -> None:
    start = document.effective_from
    if document.kind not in ONE_IN_FORCE or start is None:
        return
    for other in tx.record.where(Document, "kind", document.kind):
        if other.committee == document.committee and other.in_force_on(start):
            tx.put(msgspec.structs.replace(other, effective_to=start))
