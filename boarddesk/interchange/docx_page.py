"""A Word document with the styles of minutes: headings, rail notes, paragraphs between bookmarks, ruled tables."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from boarddesk.domain.blocks import Block, BlockKind, Piece
from boarddesk.domain.text_tables import TextTable, is_row, parted

SERIF, SANS = "Georgia", "Calibri"
INK, ACCENT, GRAY = RGBColor(0x1A, 0x1D, 0x21), RGBColor(0x1D, 0x3D, 0x5C), RGBColor(0x58, 0x61, 0x6B)
MEASURE = 468
"""Points from margin to margin."""
LEAST, MOST = 8, 44
"""A column weighs as much as its longest text has characters, within these."""
AFTER = {"Rail": 1, "Table Text": 0}
"""Points after a paragraph."""
RULE, HAIRLINE = 8, 3
"""Widths of a table's lines, in eighths of a point."""
PADDING = 50
"""Above and below the text of a cell, in twentieths of a point."""
STYLES = {
    BlockKind.TEXT: "Body Text",
    BlockKind.EVENT: "Body Text",
    BlockKind.MOTION: "Body Text",
    BlockKind.APPROVAL: "Body Text",
    BlockKind.RESOLUTION: "Resolution",
    BlockKind.SUM: "Vote Note",
    BlockKind.NOTE: "Vote Note",
}


class Page:
    """Filled from the top down; `data` gives the file."""

    def __init__(self, company: str, title: str, day: str, state: str, mark: str) -> None:
        self._document = Document()
        self._marks = 0
        self._set_styles()
        properties = self._document.core_properties
        properties.title, properties.author, properties.language = f"{title}, {day}", company, "en-US"
        properties.comments = "Facts of the record are set in color; their wording is the record’s."
        section = self._document.sections[0]
        section.left_margin = section.right_margin = Pt(72)
        section.header.paragraphs[0].text = f"{company} · {day}"
        self._number(section.footer.paragraphs[0], state)
        self._document.add_paragraph(company, style="Caption")
        self._marked(mark, [self._document.add_paragraph(title, style="Title")])
        self._document.add_paragraph(day, style="Subtitle")

    def _set_styles(self) -> None:
        styles = self._document.styles
        for name, size, face in (("Normal", 10.5, SERIF), ("Body Text", 10.5, SERIF), ("Caption", 8.5, SANS)):
            _face(styles[name], face, size)
        for name, size in (("Title", 20), ("Subtitle", 12.5), ("Heading 1", 12), ("Heading 2", 10)):
            _face(styles[name], SERIF, size, INK if name != "Subtitle" else GRAY)
        styles["Body Text"].paragraph_format.space_after = Pt(7)
        for name in ("Title", "Subtitle"):
            _plain(styles[name])
        own = (("Rail", 8, GRAY), ("Resolution", 10.5, INK), ("Vote Note", 8.5, GRAY), ("Table Text", 8.5, INK))
        for name, size, color in own:
            made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            made.base_style = styles["Normal"]
            _face(made, SERIF if name == "Resolution" else SANS, size, color)
            made.paragraph_format.space_after = Pt(AFTER.get(name, 6))
            made.paragraph_format.keep_with_next = name == "Rail"
        styles["Resolution"].paragraph_format.left_indent = Pt(18)
        fact = styles.add_style("Fact", WD_STYLE_TYPE.CHARACTER)
        fact.font.color.rgb = ACCENT

    def heading(self, text: str) -> None:
        """The heading of an item."""
        self._document.add_paragraph(text, style="Heading 1")

    def block(self, mark: str, block: Block) -> None:
        """A block's paragraphs between its bookmark, its rail note above; facts in their own character style."""
        if block.rail:
            self._document.add_paragraph(" · ".join(block.rail), style="Rail")
        style = STYLES.get(block.kind, "Body Text")
        paragraphs = [self._document.add_paragraph(style=style)]
        rows: list[str] = []
        for line in _lines(block):
            words = "".join(piece.text for piece in line)
            if is_row(words):
                rows.append(words)
                continue
            paragraphs += self._rows(rows, style)
            rows = []
            if paragraphs[-1].runs:
                paragraphs.append(self._document.add_paragraph(style=style))
            for piece in line:
                paragraphs[-1].add_run(piece.text, style="Fact" if piece.fact else None)
        # A bookmark ends in a paragraph, never in a cell.
        paragraphs += self._rows(rows, style)
        self._marked(mark, paragraphs)

    def _rows(self, lines: Sequence[str], style: str) -> list[Any]:
        """A table within the words, and the paragraph below it; nothing without rows."""
        for table in parted(lines):
            if isinstance(table, TextTable):
                self.table("", table.rows, headed=len(table.rows) > 1, apart=False)
        return [self._document.add_paragraph(style=style)] if lines else []

    def table(self, title: str, rows: Sequence[Sequence[str]], *, headed: bool, apart: bool = True) -> None:
        """A table under its title; `apart` leaves a paragraph below it."""
        if title:
            self._document.add_paragraph(title, style="Heading 2")
        columns = max(len(row) for row in rows)
        table = self._document.add_table(rows=0, cols=columns)
        _ruled(table)
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=False):
                paragraph = cell.paragraphs[0]
                paragraph.style = self._document.styles["Table Text"]
                paragraph.add_run(text).bold = headed and not number
        for column, width in zip(table.columns, _widths(rows, columns), strict=True):
            column.width = width
            for cell in column.cells:
                cell.width = width
        if headed:
            # A long table repeats its head on the next page, and a reading program names the columns.
            table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        if apart:
            self._document.add_paragraph(style="Rail")

    def data(self) -> bytes:
        """The whole file."""
        out = BytesIO()
        self._document.save(out)
        return out.getvalue()

    def _marked(self, name: str, paragraphs: list[Any]) -> None:
        """Put a bookmark around paragraphs."""
        self._marks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(self._marks))
        start.set(qn("w:name"), name)
        first, last = paragraphs[0]._p, paragraphs[-1]._p
        first.insert(1 if first.pPr is not None else 0, start)
        last.append(end)

    def _number(self, paragraph: Any, state: str) -> None:
        """The state of the minutes and the page number, as a field that the reader's program fills in."""
        paragraph.style = self._document.styles["Caption"]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        paragraph.add_run(f"{state} · Page ")
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            run = paragraph.add_run()._r
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            else:
                element.text = text
            run.append(element)


def _lines(block: Block) -> list[list[Piece]]:
    """The pieces of a block's words, line by line."""
    lines: list[list[Piece]] = [[]]
    for piece in block.pieces():
        for number, text in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(Piece(text, piece.fact))
    return lines


def _face(style: Any, face: str, size: float, color: RGBColor = INK) -> None:
    """Set a style's face; faces of the theme would stand before it."""
    style.font.name, style.font.size, style.font.color.rgb = face, Pt(size), color
    style.font.bold = style.name.startswith("Heading")
    faces = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{theme}"), None)
    faces.set(qn("w:eastAsia"), face)


def _plain(style: Any) -> None:
    """Take the line, the slant and the wide spacing off a title."""
    style.font.italic = False
    for name in ("w:pBdr", "w:spacing"):
        for part in (style.element.pPr, style.element.rPr):
            found = part.find(qn(name)) if part is not None else None
            if found is not None:
                part.remove(found)
    style.paragraph_format.space_after = Pt(10)


def _widths(rows: Sequence[Sequence[str]], columns: int) -> list[int]:
    """What each column of a table gets of the measure, by the longest of its texts."""
    lines = [[line for row in rows if at < len(row) for line in row[at].split("\n")] for at in range(columns)]
    weights = [min(MOST, max(LEAST, *map(len, column))) for column in lines]
    return [Pt(MEASURE * weight / sum(weights)) for weight in weights]


def _ruled(table: Any) -> None:
    """Lines across only: ink above and below, hairlines between the rows; no padding at the sides."""
    table.autofit = False
    properties = table._tbl.tblPr
    borders, margins = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side, width in (("top", RULE), ("bottom", RULE), ("insideH", HAIRLINE)):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", str(width)), ("space", "0"), ("color", "1A1D21")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    for side, width in (("top", PADDING), ("left", 0), ("bottom", PADDING), ("right", 100)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    layout = properties.find(qn("w:tblLayout"))
    for element in (borders, margins):
        if layout is None:
            properties.append(element)
        elif element is borders:
            layout.addprevious(element)
        else:
            layout.addnext(element)
