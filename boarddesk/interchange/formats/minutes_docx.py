"""Minutes as a Word file: real styles and headings, each block between marks of its key; and such a file read back."""

import hashlib
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from boarddesk.common.errors import UserError
from boarddesk.domain.blocks import Block, BlockKind
from boarddesk.domain.text_tables import TextTable, parted, row_line

MOST_BYTES = 60_000_000
"""So large may the parts of a file be, unpacked; larger ones are no minutes."""
_MARK = re.compile(r"^b_([0-9a-f]{16})_([0-9a-f]{10})$")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BROKEN = UserError(
    "This Word file cannot be read.", what_to_do="Save it again as .docx, and open that file.", code="bad_docx"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over the blocks and around the page."""

    meeting: str
    company: str
    title: str
    day: str
    state: str


@dataclass(frozen=True, slots=True)
class Edited:
    """One block as an edited file has it; `touched` says that its words are not those the file was written with."""

    mark: str
    text: str
    touched: bool


@dataclass(frozen=True, slots=True)
class Added:
    """A paragraph that stands in no block, and the mark of the block above it."""

    text: str
    after: str


@dataclass(frozen=True, slots=True)
class WordFile:
    """What was read: blocks in the order of the file, and paragraphs that were added between them."""

    meeting: str
    blocks: tuple[Edited, ...]
    added: tuple[Added, ...]


def mark_of(key: str) -> str:
    """The first part of a block's bookmark, which names it."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def same_words(text: str) -> str:
    """Text as it is compared: one space between words, whatever kind of space a program put there; tables one way."""
    lines = (line for line in text.splitlines() if line.strip())
    plain = (one for part in parted(lines) for one in (part.lines if isinstance(part, TextTable) else (part,)))
    return "\n".join(" ".join(line.replace("\u00a0", " ").split()) for line in plain)


def write(blocks: Sequence[Block], head: Head) -> bytes:
    """The blocks as a .docx; blocks left out are not in it."""
    from boarddesk.interchange.docx_page import Page

    page = Page(head.company, head.title, head.day, head.state, f"m_{mark_of(head.meeting)}")
    for block in blocks:
        if block.left_out:
            continue
        name = f"b_{mark_of(block.key)}_{_digest(block.text)}"
        if block.kind is BlockKind.HEADING:
            page.heading(f"{block.number}  {block.text}".strip())
        elif block.rows:
            page.table(block.text, block.rows, headed=block.kind in {BlockKind.TABLE, BlockKind.VOTE})
        else:
            page.block(name, block)
    return page.data()


def read(data: bytes) -> WordFile:
    """The blocks of an edited file, tracked changes taken as made; UserError where it is no Word file of minutes."""
    body = _body(data)
    meeting, open_marks, found = "", [], dict[str, list[str]]()
    order: list[str] = []
    added: list[Added] = []
    rows: set[Any] = set()
    for paragraph in body.iter(f"{_W}p"):
        starts = [start.get(f"{_W}name", "") for start in paragraph.iter(f"{_W}bookmarkStart")]
        meeting = next((name.removeprefix("m_") for name in starts if name.startswith("m_")), meeting)
        # LibreOffice writes the start of a mark over several paragraphs again in the last of them.
        open_marks += [name for name in starts if _MARK.match(name) and name not in open_marks]
        order += [name for name in open_marks if name not in order]
        text = _text(paragraph)
        row = next(paragraph.iterancestors(f"{_W}tr"), None)
        if row is None:
            line = text
        else:
            # A row is read once, with its first paragraph.
            line = "" if row in rows else _row(row)
            rows.add(row)
        for name in open_marks:
            found.setdefault(name, []).append(line)
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        named = style.get(f"{_W}val", "") if style is not None else ""
        if not open_marks and text.strip() and meeting and order and not _furniture(paragraph, named):
            added.append(Added(text.strip(), order[-1][2:18]))
        ended = _ended(body, paragraph)
        open_marks = [name for name in open_marks if name not in ended]
    if not meeting:
        raise UserError(
            "This file holds no minutes written here.", what_to_do="Choose the file that counsel sent back.",
            code="no_minutes",
        )  # fmt: skip
    return WordFile(meeting, tuple(_edited(name, found.get(name, [])) for name in order), tuple(added))


def _edited(name: str, lines: list[str]) -> Edited:
    match = _MARK.match(name)
    assert match is not None  # noqa: S101 - only such names are kept
    text = "\n".join(line.strip() for line in lines if line.strip())
    return Edited(match[1], text, _digest(text) != match[2])


def _digest(text: str) -> str:
    return hashlib.sha256(same_words(text).encode()).hexdigest()[:10]


def _body(data: bytes) -> Any:
    from docx import Document

    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            large = sum(part.file_size for part in packed.infolist()) > MOST_BYTES
        body = None if large else Document(BytesIO(data)).element.body
    except Exception as error:
        # Whatever is wrong with a foreign file, the library says it in its own many ways.
        raise _BROKEN from error
    if body is None:
        raise UserError("This Word file is too large for minutes.", code="too_large")
    return body


def _text(paragraph: Any) -> str:
    """The words of a paragraph as they stand once every tracked change is accepted."""
    return "".join(_pieces(paragraph))


def _row(row: Any) -> str:
    """A row of a table as a line of text; one that counsel deleted says nothing."""
    if row.find(f"{_W}trPr/{_W}del") is not None:
        return ""
    cells = ["\n".join(_text(paragraph) for paragraph in cell.iter(f"{_W}p")) for cell in row.iter(f"{_W}tc")]
    return row_line(cells) if any(cell.strip() for cell in cells) else ""


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in {f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr"}:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif child.tag == f"{_W}tab":
            yield " "
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            yield from _pieces(child)


def _ended(body: Any, paragraph: Any) -> set[str]:
    """The names of the bookmarks that end in a paragraph."""
    ends = {end.get(f"{_W}id") for end in paragraph.iter(f"{_W}bookmarkEnd")}
    after = paragraph.getnext()
    while after is not None and after.tag == f"{_W}bookmarkEnd":
        ends.add(after.get(f"{_W}id"))
        after = after.getnext()
    if not ends:
        return set()
    return {start.get(f"{_W}name", "") for start in body.iter(f"{_W}bookmarkStart") if start.get(f"{_W}id") in ends}


def _furniture(paragraph: Any, style: str) -> bool:
    """Whether a paragraph is a heading, a note of the rail, or in a table: those are the record's."""
    inside = any(parent.tag == f"{_W}tc" for parent in paragraph.iterancestors())
    return inside or style.startswith(("Heading", "Title", "Subtitle", "Rail", "Caption"))
