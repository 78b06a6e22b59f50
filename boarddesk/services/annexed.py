"""Documents put behind one that we made, page by page as they are; each is examined first, as packets do."""

import tempfile
from io import BytesIO
from pathlib import Path

from boarddesk.common.errors import UserError
from boarddesk.services.workspace import Services


def with_annexes(services: Services, made: bytes, attachments: list[str]) -> bytes:
    """The document with the pages of some attachments behind it; UserError where one cannot be used."""
    if not attachments:
        return made
    from boarddesk.reports.packet.examiners import examine_all
    from boarddesk.reports.packet.merge import Book
    from boarddesk.reports.packet.verdict import Request

    with tempfile.TemporaryDirectory(prefix="boarddesk-annex-") as folder, Book() as book:
        requests = []
        for number, digest in enumerate(attachments):
            source = Path(folder) / f"{number}.paper"
            source.write_bytes(services.attachment(digest))
            prepared = str(Path(folder) / f"{number}.pdf")
            requests.append(Request(source=str(source), prepared=prepared, look_at_ink=False))
        for verdict in examine_all(requests):
            if verdict.verdict == "refused":
                raise UserError("An annex cannot be attached.", what_to_do=verdict.reason, code="annex")
        book.pages += book.copy(made)[0]
        for request in requests:
            book.pages += book.copy(Path(request.prepared))[0]
        book.finish()
        book.describe({"/Creator": "BoardDesk"}, None)
        out = BytesIO()
        book.pdf.save(out, deterministic_id=True)
        return out.getvalue()
