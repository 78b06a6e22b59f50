"""Pages that the house adds: cover, linked contents, dividers with their index of tabs."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from boarddesk.reports import fonts
from boarddesk.reports.escape import Escaper
from boarddesk.reports.packet.dividers import divider, index_forms
from boarddesk.reports.packet.drawn import CONTENTS_FOOT, drop, footer, refusal, styled
from boarddesk.reports.packet.geometry import Box
from boarddesk.reports.packet.merge import SCHEME
from boarddesk.reports.packet.pages import Layout, Stands, TabStands, lay_out
from boarddesk.reports.packet.plan import PacketPlan, printed_label
from boarddesk.reports.packet.verdict import Examined
from boarddesk.reports.ruled import facts_table
from boarddesk.reports.style import ACCENT, GRAY, HAIRLINE, INK, WHITE, styles

LINKED = "Every line above is a link in the electronic book."
AWAY = "What this copy does not hold keeps its page numbers; every other line above is a link in the electronic book."
LETTERED = "Pages that came after the book was first numbered have letters."
BAR = 18.0
PAPER_LEFT, TITLE_LEFT = 50.0, 80.0  # from the left margin
PAGE_ROOM, PRESENTER, AIR = 60.0, 122.0, 8.0  # widths of the columns at the right, and between them
MOST_KEPT = 170.0


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Contents, cover and dividers as one PDF, and for each divider the links of its index: box and tab number."""

    pdf: bytes
    contents_pages: int
    indexes: tuple[tuple[tuple[Box, str], ...], ...]


class Front:
    """The house's own pages for one layout: the contents first, since only then their pages are known."""

    def __init__(self, plan: PacketPlan, layout: Layout) -> None:
        self.plan, self.layout, self._out = plan, layout, BytesIO()
        self._canvas = _canvas(self._out, plan)
        self.contents_pages = 0
        if plan.opening:
            contents = _Contents(self._canvas, plan, layout)
            contents.draw()
            self.contents_pages = contents.pages

    def finished(self, digest: str) -> FrontMatter | None:
        """The contents, then the cover with the book's hash, then one divider for each tab that has one.

        None where the book has none of these.
        """
        canvas, plan, layout = self._canvas, self.plan, self.layout
        if plan.opening:
            _Cover(canvas, plan, layout, digest).draw()
        indexes = tuple(divider(canvas, plan, layout, tab) for tab in layout.tabs if tab.divided)
        if not plan.opening and not indexes:
            return None
        if indexes:
            index_forms(canvas, plan.sheet, layout)
        canvas.save()
        return FrontMatter(self._out.getvalue(), self.contents_pages, indexes)


def front_of(plan: PacketPlan, counts: Mapping[str, int], examined: Mapping[str, Examined]) -> Front:
    """The layout and its pages, given how many pages each paper has: the contents are drawn before they are counted."""
    front = Front(plan, lay_out(plan, 1, counts, examined))
    if front.contents_pages != front.layout.contents_pages:
        front = Front(plan, lay_out(plan, front.contents_pages, counts, examined))
    return front


def _canvas(out: BytesIO, plan: PacketPlan) -> Canvas:
    fonts.register()
    size = (plan.sheet.width, plan.sheet.height)
    return Canvas(out, pagesize=size, invariant=1, initialFontName=fonts.SANS, lang="en-US")


def _tracked(canvas: Canvas, text: str, x: float, y: float, room: float) -> None:
    size, tracking = 9.0, 1.2
    capitals = Escaper().plain(text).upper()
    tracking = min(tracking, (room - fonts.width(capitals, fonts.SANS_BOLD, size)) / max(1, len(capitals)))
    canvas.saveState()
    line = canvas.beginText(x, y)
    line.setFont(fonts.SANS_BOLD, size)
    line.setFillColor(ACCENT)
    line.setCharSpace(tracking)
    line.textLine(capitals)
    canvas.drawText(line)
    canvas.restoreState()


class _Cover:
    """The first page: what meeting, when, where, which copy."""

    def __init__(self, canvas: Canvas, plan: PacketPlan, layout: Layout, digest: str) -> None:
        self.canvas, self.plan, self.layout, self.digest = canvas, plan, layout, digest

    def draw(self) -> None:
        """Draw the page."""
        canvas, plan, sheet, escaper = self.canvas, self.plan, self.plan.sheet, Escaper()
        canvas.setFillColor(ACCENT)
        canvas.rect(0, 0, BAR, sheet.height, stroke=0, fill=1)
        _tracked(canvas, plan.company, sheet.left, sheet.height - 150, sheet.measure)
        top = sheet.height - 158
        title = styled("cover", fonts.SUBHEAD_BOLD, 34, 40)
        top -= drop(canvas, Paragraph(escaper.title(plan.title), title), sheet.left, top, sheet.measure)
        subtitle = styled("cover-sub", fonts.SUBHEAD, 20, 26, GRAY)
        top -= drop(canvas, Paragraph(escaper.title(plan.subtitle), subtitle), sheet.left, top, sheet.measure)
        if plan.facts:
            facts = [(escaper.sans(name), self._value(escaper, value)) for name, value in plan.facts]
            if self.layout.total < self.layout.pages:
                facts.append(("In this copy", f"{self.layout.total:,} of {self.layout.pages:,} pages"))
            drop(canvas, facts_table(facts, sheet), sheet.left, top - 22, sheet.measure)
        self._foot()
        canvas.showPage()

    def _value(self, escaper: Escaper, value: str) -> str:
        return escaper.sans(value.replace("{pages}", f"{self.layout.pages:,}"))

    def _foot(self) -> None:
        canvas, sheet = self.canvas, self.plan.sheet
        canvas.setFillColor(GRAY)
        if self.digest:
            groups = " ".join(self.digest[start : start + 8] for start in range(0, 32, 8))
            canvas.setFont(fonts.MONO, 7.5)
            canvas.drawString(sheet.left, 80, f"Book hash (SHA-256) {groups} …")
        if self.plan.confidential:
            words = Paragraph(Escaper().sans(self.plan.confidential), styled("secret", fonts.SANS, 7.5, 10, GRAY))
            words.wrapOn(canvas, 300, 200)
            words.drawOn(canvas, sheet.left, 96)


class _Contents:
    """The table of tabs and papers, every line a link."""

    def __init__(self, canvas: Canvas, plan: PacketPlan, layout: Layout) -> None:
        self.canvas, self.plan, self.layout, self.sheet = canvas, plan, layout, plan.sheet
        self.escaper, self.pages, self.y = Escaper(), 0, 0.0
        named = (name for tab in plan.tabs for name in (tab.presenter, *(paper.presenter for paper in tab.papers)))
        self.presenters = any(named)

    def draw(self) -> None:
        """Draw as many pages as it takes."""
        self._begin()
        for stands in self.layout.front:
            self._section(stands)
        for tab in self.layout.tabs:
            self._tab(tab)
        self._rule(INK, 0.8)
        self._notes()
        self._end()

    def _begin(self) -> None:
        canvas, sheet = self.canvas, self.sheet
        self.pages += 1
        top = sheet.height - 66
        if self.pages == 1:
            heading = Paragraph("Contents", styled("contents", fonts.SUBHEAD_BOLD, 20, 24))
            top -= drop(canvas, heading, sheet.left, top, sheet.measure) + 3
            top -= (
                drop(canvas, Paragraph(self.plan.words.explained, styles(sheet).lead), sheet.left, top, sheet.measure)
                + 9
            )
        canvas.setFont(fonts.SANS_BOLD, 8)
        canvas.setFillColor(GRAY)
        self.y = top - 8
        canvas.drawString(sheet.left, self.y, self.plan.words.tab)
        canvas.drawString(sheet.left + PAPER_LEFT, self.y, self.plan.words.paper)
        if self.presenters:
            canvas.drawString(self._presenter_left(), self.y, "Presenter")
        canvas.drawRightString(sheet.width - sheet.right, self.y, "Page")
        self.y -= 6.5
        self._rule(INK, 0.8)

    def _end(self) -> None:
        footer(self.canvas, self.plan)
        self.canvas.showPage()

    def _rule(self, color: object, width: float) -> None:
        self.canvas.setStrokeColor(color)
        self.canvas.setLineWidth(width)
        self.canvas.line(self.sheet.left, self.y, self.sheet.width - self.sheet.right, self.y)

    def _room(self, needed: float) -> None:
        if self.y - needed < CONTENTS_FOOT:
            self._rule(INK, 0.8)
            self._end()
            self._begin()

    def _presenter_left(self) -> float:
        return self.sheet.width - self.sheet.right - PAGE_ROOM - PRESENTER

    def _row(self, left: float, title: str, page: str, key: str, style: ParagraphStyle, presenter: str = "") -> None:
        """One line (or more) from `y` down: title, presenter, page numbers at the right, and the link over all."""
        canvas, sheet = self.canvas, self.sheet
        x, right = sheet.left + left, sheet.width - sheet.right
        pages = Paragraph(page, ParagraphStyle("pages", parent=style, alignment=TA_RIGHT))
        _, low = pages.wrapOn(canvas, PAGE_ROOM, 400)
        pages.drawOn(canvas, right - PAGE_ROOM, self.y - low)
        words = Paragraph(title, style)
        room = (self._presenter_left() if self.presenters else right - PAGE_ROOM) - x - AIR * self.presenters
        _, height = words.wrapOn(canvas, room, 400)
        words.drawOn(canvas, x, self.y - height)
        height = max(height, low)
        if presenter:
            who = Paragraph(self.escaper.sans(presenter), styles(sheet).cell)
            _, deep = who.wrapOn(canvas, PRESENTER - AIR, 400)
            who.drawOn(canvas, self._presenter_left(), self.y - deep)
            height = max(height, deep)
        if key:
            canvas.linkURL(f"{SCHEME}{key}", (sheet.left, self.y - height, right, self.y), relative=0)
        self.y -= height

    def _section(self, stands: Stands) -> None:
        self._room(22)
        self.y -= 5.5
        title, bold = self.escaper.sans(stands.title), styles(self.sheet).cell_bold
        key, presenter = stands.paper.label if stands.count else "", stands.paper.presenter
        self._row(PAPER_LEFT, title, stands.numbers, key, bold, "" if stands.withheld else presenter)
        self.y -= 4.5
        self._rule(HAIRLINE, 0.35)

    def _tab(self, tab: TabStands) -> None:
        canvas, sheet = self.canvas, self.sheet
        # A tab of a few papers is not parted from them.
        papers = () if tab.withheld else tab.papers
        self._room(min(MOST_KEPT, 22.0 + sum(_height(stands) for stands in papers)))
        self.y -= 5.5
        wide = max(18.0, fonts.width(tab.tab.number, fonts.SANS_BOLD, 8) + 8)
        canvas.setFillColor(ACCENT)
        canvas.roundRect(sheet.left, self.y - 12, wide, 12, 1.5, stroke=0, fill=1)
        canvas.setFillColor(WHITE)
        canvas.setFont(fonts.SANS_BOLD, 8)
        canvas.drawCentredString(sheet.left + wide / 2, self.y - 8.5, tab.tab.number)
        key, bold = tab.tab.number if tab.first else "", styles(sheet).cell_bold
        presenter = "" if tab.withheld else tab.tab.presenter
        self._row(PAPER_LEFT, self.escaper.sans(tab.title), tab.label, key, bold, presenter)
        for stands in papers:
            self._paper(tab, stands)
        self.y -= 5
        self._rule(HAIRLINE, 0.35)

    def _paper(self, tab: TabStands, stands: Stands) -> None:
        canvas, paper, cell = self.canvas, stands.paper, styles(self.sheet).cell
        self._room(_height(stands))
        self.y -= 5
        canvas.setFont(fonts.SANS, 8.5)
        canvas.setFillColor(GRAY)
        label = printed_label(paper.label) if self.plan.words.labels else ""
        canvas.drawString(self.sheet.left + PAPER_LEFT, self.y - 8.5, label)
        if stands.withheld:
            self._row(TITLE_LEFT, self.escaper.sans(stands.withheld), stands.numbers, "", cell)
            return
        title = self.escaper.sans(f"{paper.title} ({paper.remark})" if paper.remark else paper.title)
        title += refusal(self.escaper, stands)
        # A paper's presenter stands there where it is another than the tab's.
        presenter = paper.presenter if paper.presenter != tab.tab.presenter else ""
        self._row(TITLE_LEFT, title, stands.numbers, paper.label if stands.count else "", cell, presenter)

    def _notes(self) -> None:
        layout = self.layout
        lettered = LETTERED if any(number[-1:].isalpha() for number in layout.labels) else ""
        linked = LINKED if layout.total == layout.pages else AWAY
        words = " ".join(part for part in (self.plan.contents_note, lettered, linked) if part)
        note = Paragraph(self.escaper.sans(words), styled("note", fonts.SANS, 7.5, 10, GRAY))
        _, height = note.wrapOn(self.canvas, self.sheet.measure, 400)
        self._room(height + 6)
        self.y -= height + 6
        note.drawOn(self.canvas, self.sheet.left, self.y)


def _height(stands: Stands) -> float:
    """About how high a paper's line is; one that was refused says why."""
    return 18.0 if stands.labels or stands.withheld else 42.0
