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

from boarddesk.domain.blocks import Block, BlockKind

SERIF, SANS = "Georgia", "Calibri"
INK, ACCENT, GRAY = RGBColor(0x1A, 0x1D, 0x21), RGBColor(0x1D, 0x3D, 0x5C), RGBColor(0x58, 0x61, 0x6B)
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
        for name, size, color in (("Rail", 8, GRAY), ("Resolution", 10.5, INK), ("Vote Note", 8.5, GRAY)):
            made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            made.base_style = styles["Normal"]
            _face(made, SERIF if name == "Resolution" else SANS, size, color)
            made.paragraph_format.space_after = Pt(1 if name == "Rail" else 6)
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
        for piece in block.pieces():
            for number, line in enumerate(piece.text.split("\n")):
                if number:
                    paragraphs.append(self._document.add_paragraph(style=style))
                if line:
                    paragraphs[-1].add_run(line, style="Fact" if piece.fact else None)
        self._marked(mark, paragraphs)

    def table(self, title: str, rows: Sequence[Sequence[str]], *, headed: bool) -> None:
        """A table of facts under its title."""
        if title:
            self._document.add_paragraph(title, style="Heading 2")
        columns = max(len(row) for row in rows)
        table = self._document.add_table(rows=0, cols=columns, style="Table Grid")
        for number, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=False):
                paragraph = cell.paragraphs[0]
                paragraph.style = self._document.styles["Caption"]
                paragraph.add_run(text).bold = headed and not number
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


def _face(style: Any, face: str, size: float, color: RGBColor = INK) -> None:
    style.font.name, style.font.size, style.font.color.rgb = face, Pt(size), color
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
