"""The words of a paper, page by page: read in the examining process, since a broken paper may break the reader."""

import io
from pathlib import Path

from boarddesk.reports.packet.verdict import Examined, Request, refused
from boarddesk.reports.pdf_text import pages_of

MOST_LETTERS = 60_000
"""Of one page; what is longer is no page for a reader."""
WORD = b"PK\x03\x04"


def read(request: Request) -> Examined:
    """The words of each page; a Word file and plain text are one page."""
    data = Path(request.source).read_bytes()
    if request.passages:
        return _passages(data, request.password)
    if b"%PDF-" in data[:1024]:
        found = pages_of(data, request.password)
    elif data.startswith(WORD):
        found = (_of_word(data),)
    else:
        try:
            found = (data.decode("utf-8"),)
        except UnicodeDecodeError:
            return refused("It holds no words that can be read.")
    texts = tuple(" ".join(text[:MOST_LETTERS].split()) for text in found)
    return Examined(verdict="used", pages=len(texts), texts=texts)


def _passages(data: bytes, password: str) -> Examined:
    """Its paragraphs, to be compared with those of another version."""
    from boarddesk.reports.redline import reading

    found = reading.read(data, password)
    return Examined(verdict="used", pages=max((one.page for one in found), default=0), passages=found)


def _of_word(data: bytes) -> str:
    import docx

    document = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
