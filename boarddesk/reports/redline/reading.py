"""The paragraphs of a file to be compared: PDF, Word, or plain text; read in the examining process."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from boarddesk.reports.redline.page_lines import lines_of
from boarddesk.reports.redline.paragraphs import passages
from boarddesk.reports.redline.passage import Passage

WORD = b"PK\x03\x04"
MOST_BYTES = 200_000_000
"""So large may the parts of a Word file be, unpacked."""


def read(data: bytes, password: str = "") -> tuple[Passage, ...]:
    """The paragraphs of a file; UnicodeDecodeError or another fault where it holds no words."""
    if b"%PDF-" in data[:1024]:
        return passages(lines_of(data, password))
    if data.startswith(WORD):
        return tuple(_of_word(data))
    parts = re.split(r"\n\s*\n", data.decode("utf-8").replace("\r\n", "\n"))
    return tuple(Passage(" ".join(part.split())) for part in parts if part.strip())


def _of_word(data: bytes) -> Iterator[Passage]:
    """Paragraphs and rows of tables in the order of the file; headers and footers are told apart."""
    import docx
    from docx.table import Table

    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        if sum(part.file_size for part in parts.infolist()) > MOST_BYTES:
            raise ValueError("too large")
    document = docx.Document(io.BytesIO(data))
    for piece in document.iter_inner_content():
        texts = _rows(piece) if isinstance(piece, Table) else (_accepted(piece),)
        yield from (Passage(text) for text in texts if text)
    around: dict[str, None] = {}
    for section in document.sections:
        for each in (section.header, section.footer):
            around |= dict.fromkeys(text for one in each.paragraphs if (text := " ".join(one.text.split())))
    yield from (Passage(text, around=True) for text in around)


def _rows(table: Any) -> Iterator[str]:
    for row in table.rows:
        cells = dict.fromkeys(cell._tc for cell in row.cells)  # merged cells are named once for each column
        texts = (" ".join("".join(t.text or "" for t in cell.iter(_T)).split()) for cell in cells)
        yield " | ".join(text for text in texts if text)


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_T, _TAB, _BR, _DELETED = f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}del"


def _accepted(paragraph: Any) -> str:
    """The words of a paragraph as they read with every tracked change taken: the struck ones are no text."""
    words = [
        (node.text or "") if node.tag == _T else " "
        for node in paragraph._p.iter(_T, _TAB, _BR)
        if not any(above.tag == _DELETED for above in node.iterancestors())
    ]
    return " ".join("".join(words).split())
