"""Documents put behind one that we made, page by page as they are; each is examined first, as packets do."""

import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from boarddesk.common.errors import UserError
from boarddesk.services.workspace import Services


def with_annexes(services: Services, made: bytes, annexes: Sequence[tuple[str, str]]) -> bytes:
    """The document with some attachments behind it, each with a title and its SHA-256; UserError where one is unusable.

    Title, bookmarks and language are those of the document; each annex has a bookmark of its own.
    """
    if not annexes:
        return made
    from boarddesk.reports.packet.examiners import examine_all
    from boarddesk.reports.packet.merge import Book, info_of
    from boarddesk.reports.packet.outline import Entry, write_outline
    from boarddesk.reports.packet.verdict import Request

    with tempfile.TemporaryDirectory(prefix="boarddesk-annex-") as folder, Book() as book:
        requests = []
        for number, (_title, digest) in enumerate(annexes):
            source = Path(folder) / f"{number}.paper"
            source.write_bytes(services.attachment(digest))
            prepared = str(Path(folder) / f"{number}.pdf")
            requests.append(Request(source=str(source), prepared=prepared, look_at_ink=False, as_it_is=True))
        for verdict in examine_all(requests):
            if verdict.verdict == "refused":
                raise UserError("An annex cannot be attached.", what_to_do=verdict.reason, code="annex")
        info = info_of(made)
        pages, brought = book.copy(made)
        book.pages += pages
        entries = [Entry(info.get("/Title", ""), pages[0], brought=brought)]
        for (title, _digest), request in zip(annexes, requests, strict=True):
            pages, brought = book.copy(Path(request.prepared))
            book.pages += pages
            entries.append(Entry(title, pages[0], brought=brought))
        book.finish()
        write_outline(book.pdf, entries)
        book.describe(info, None)
        out = BytesIO()
        book.pdf.save(out, deterministic_id=True)
        return out.getvalue()
