"""The page around the text: header, footer, draft flag, page x of y, bookmarks and metadata; PDF bytes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from boarddesk.common.errors import UserError
from boarddesk.reports import fonts
from boarddesk.reports.style import GRAY, HAIRLINE, INK, LETTER, Sheet

LANGUAGE = "en-US"
CREATOR = "BoardDesk"
_LINE_NUMBER_SIZE = 6.5
DRAFT_EDGE = "DRAFT — NOT APPROVED"


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the text of one document and in its metadata.

    `flag` is the boxed line at the top right of a draft; with it come the words `edge` up the right side and
    numbered lines; not `boxed`, the flag stands in the line of the header, clear of a packet's stamp. `header` and
    `numbered` are off for pages that a packet stamps itself.
    """

    title: str
    author: str
    subject: str = ""
    keywords: str = ""
    header_left: str = ""
    header_right: str = ""
    state: str = ""
    flag: str = ""
    edge: str = DRAFT_EDGE
    boxed: bool = True
    header: bool = True
    numbered: bool = True
    page_words: str = "Page {page} of {pages}"
    lines: bool = True
    """The lines of a draft are numbered, so that comments can cite them."""
    hatched: bool = False
    """Privileged pages bear a hatched bar at their left edge."""


class DeskCanvas(Canvas):  # type: ignore[misc]
    """A canvas that knows how low the rail reaches, counts a draft's lines and keeps the bookmarks.

    The page total is not known while pages are drawn, so each page shows a form that is written when
    the document is saved: one layout instead of two, and the same bytes.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.rail_low = float("inf")
        self.line_count = 0
        self.numbers_lines = False
        self.enlarged = 1.0
        self.page_words = ""
        self.pages_of_keys: dict[str, int] = {}
        self._numbered: list[int] = []
        self._lines: list[tuple[float, float, int]] = []
        self._marks = 0

    def begin_page(self) -> None:
        """Forget the rail and the line count of the page before."""
        self.rail_low, self.line_count = float("inf"), 0

    def mark(self, title: str, level: int, key: str, top: float) -> None:
        """Leave an outline entry that leads to `top` points above the current origin."""
        self._marks += 1
        name = key or f"mark-{self._marks}"
        _, y = self.absolutePosition(0, top)
        self.bookmarkPage(name, fit="XYZ", left=0, top=y)
        self.addOutlineEntry(title, name, level, closed=False)
        self.pages_of_keys[name] = self.getPageNumber()

    def number_line(self, x: float, y: float, number: int) -> None:
        """Number a line of a draft, right-aligned at (x, y) of the page."""
        self._lines.append((x, y, number))

    def showPage(self) -> None:
        """Draw the line numbers last, as no text of their own: a reader's software finds the words undivided."""
        if self._lines:
            self._code.append("/Span <</ActualText ()>> BDC")
            self.setFont(fonts.SANS, _LINE_NUMBER_SIZE)
            self.setFillColor(GRAY)
            for x, y, number in self._lines:
                self.drawRightString(x, y, str(number))
            self._code.append("EMC")
            self._lines.clear()
        super().showPage()

    def page_number_at(self, x: float, y: float) -> None:
        """Show "Page 2 of 7" right-aligned at `x`."""
        number = self.getPageNumber()
        self._numbered.append(number)
        self.saveState()
        self.translate(x - 120, y)
        self.doForm(f"page-{number}")
        self.restoreState()

    def save(self) -> None:
        """Write the page numbers, then the document."""
        if self._code:
            self.showPage()
        for number in self._numbered:
            self.beginForm(f"page-{number}", 0, -4, 120, 10)
            self.setFont(fonts.SANS, 7.5)
            self.setFillColor(GRAY)
            self.drawRightString(120, 0, self.page_words.format(page=number, pages=len(self._numbered)))
            self.endForm()
        super().save()


class _Document(BaseDocTemplate):  # type: ignore[misc]
    """A first page without header, later pages with one."""

    def __init__(self, out: BytesIO, furniture: Furniture, sheet: Sheet, later_top: float) -> None:
        self.furniture, self.sheet = furniture, sheet
        super().__init__(
            out,
            pagesize=(sheet.width * sheet.scale, sheet.height * sheet.scale),
            title=furniture.title,
            author=furniture.author,
            subject=furniture.subject,
            keywords=furniture.keywords,
            creator=CREATOR,
            lang=LANGUAGE,
            invariant=1,
            initialFontName=fonts.SANS,
            allowSplitting=1,
        )
        self.addPageTemplates(
            [
                PageTemplate("first", [self._frame(sheet.first_top)], onPage=self._first),
                PageTemplate("later", [self._frame(later_top)], onPage=self._later),
            ]
        )

    def _frame(self, top: float) -> Frame:
        sheet = self.sheet
        height = sheet.height - top - sheet.bottom
        return Frame(
            sheet.left,
            sheet.bottom,
            sheet.measure,
            height,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )

    def _first(self, canvas: DeskCanvas, _document: BaseDocTemplate) -> None:
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.showOutline()
        self._around(canvas)

    def _later(self, canvas: DeskCanvas, _document: BaseDocTemplate) -> None:
        furniture, sheet = self.furniture, self.sheet
        self._around(canvas)
        if furniture.header:
            _header(canvas, furniture, sheet)

    def _around(self, canvas: DeskCanvas) -> None:
        furniture, sheet = self.furniture, self.sheet
        canvas.begin_page()
        if sheet.scale != 1:
            canvas.enlarged = sheet.scale
            canvas.scale(sheet.scale, sheet.scale)
        canvas.page_words = furniture.page_words
        canvas.numbers_lines = bool(furniture.flag) and furniture.lines
        _footer(canvas, furniture, sheet)
        if furniture.flag:
            _draft_marks(canvas, furniture, sheet)
        if furniture.hatched:
            _hatched_edge(canvas, sheet)


def _header(canvas: DeskCanvas, furniture: Furniture, sheet: Sheet) -> None:
    y = sheet.height - 50
    canvas.saveState()
    canvas.setFont(fonts.SANS, 8)
    canvas.setFillColor(GRAY)
    right = "" if furniture.flag else fonts.fitted(furniture.header_right, fonts.SANS, 8, sheet.measure / 2)
    taken = fonts.width(right, fonts.SANS, 8)
    if furniture.flag and not furniture.boxed:
        taken = fonts.width(furniture.flag, fonts.SANS_BOLD, 8)
    room = sheet.measure - taken - 16
    canvas.drawString(sheet.left, y, fonts.fitted(furniture.header_left, fonts.SANS, 8, room))
    canvas.drawRightString(sheet.width - sheet.right, y, right)
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.4)
    canvas.line(sheet.left, y - 5.5, sheet.width - sheet.right, y - 5.5)
    canvas.restoreState()


def _footer(canvas: DeskCanvas, furniture: Furniture, sheet: Sheet) -> None:
    canvas.saveState()
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.4)
    canvas.line(sheet.left, 52, sheet.width - sheet.right, 52)
    canvas.setFont(fonts.SANS, 7.5)
    canvas.setFillColor(GRAY)
    canvas.drawString(sheet.left, 41, fonts.fitted(furniture.state, fonts.SANS, 7.5, sheet.measure - 70))
    canvas.restoreState()
    if furniture.numbered:
        canvas.page_number_at(sheet.width - sheet.right, 41)


def _draft_marks(canvas: DeskCanvas, furniture: Furniture, sheet: Sheet) -> None:
    inset = 7 if furniture.boxed else 0
    right, base = sheet.width - sheet.right, sheet.height - (35 if furniture.boxed else 50)
    width = fonts.width(furniture.flag, fonts.SANS_BOLD, 8) + 2 * inset
    canvas.saveState()
    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    canvas.setLineWidth(0.9)
    if furniture.boxed:
        canvas.rect(right - width, base - 5, width, 16.5, stroke=1, fill=0)
    canvas.setFont(fonts.SANS_BOLD, 8)
    canvas.drawString(right - width + inset, base, furniture.flag)
    if not furniture.edge:
        canvas.restoreState()
        return
    canvas.translate(sheet.width - 22, sheet.height / 2 - 76)
    canvas.rotate(90)
    line = canvas.beginText(0, 0)
    line.setFont(fonts.SANS_BOLD, 7.5)
    line.setFillColor(GRAY)
    line.setCharSpace(3.2)
    line.textLine(furniture.edge)
    canvas.drawText(line)
    canvas.restoreState()


def _hatched_edge(canvas: DeskCanvas, sheet: Sheet) -> None:
    """A narrow bar of slanted lines: told apart in black and white, and on a copy."""
    left, width, foot, top = sheet.left - 33.0, 10.0, 41.0, sheet.height - 45.0
    canvas.saveState()
    box = canvas.beginPath()
    box.rect(left, foot, width, top - foot)
    canvas.clipPath(box, stroke=0, fill=0)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.6)
    y = foot - width
    while y < top:
        canvas.line(left, y, left + width, y + width)
        y += 5.0
    canvas.setLineWidth(1.6)
    canvas.rect(left, foot, width, top - foot, stroke=1, fill=0)
    canvas.restoreState()


@dataclass(frozen=True, slots=True)
class Built:
    """A finished document: its bytes, its pages, and the page of each keyed heading."""

    pdf: bytes
    pages: int
    page_of: dict[str, int]


def build(
    story: Sequence[Flowable], furniture: Furniture, sheet: Sheet = LETTER, later_top: float | None = None
) -> Built:
    """Lay `story` out; the same input gives the same bytes."""
    fonts.register()
    out = BytesIO()
    kept: list[DeskCanvas] = []

    def canvas(*args: Any, **options: Any) -> DeskCanvas:
        kept.append(DeskCanvas(*args, **options))
        return kept[-1]

    document = _Document(out, furniture, sheet, later_top or sheet.top)
    try:
        document.build([NextPageTemplate("later"), *story], canvasmaker=canvas)
    except LayoutError as error:
        raise UserError(
            "A name or title in this document is too long for a page.",
            what_to_do="Shorten it in the record.",
            code="too_long",
        ) from error
    return Built(out.getvalue(), document.page, kept[-1].pages_of_keys)
