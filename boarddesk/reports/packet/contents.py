"""Pages that the house adds: cover, linked contents, dividers with their index of tabs."""

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from boarddesk.reports import fonts
from boarddesk.reports.escape import Escaper
from boarddesk.reports.packet.dividers import divider, index_forms
from boarddesk.reports.packet.drawn import CONTENTS_FOOT, drop, footer, refusal, styled
from boarddesk.reports.packet.geometry import Box
from boarddesk.reports.packet.merge import SCHEME
from boarddesk.reports.packet.pages import Layout, Stands, TabStands
from boarddesk.reports.packet.plan import PacketPlan
from boarddesk.reports.ruled import facts_table
from boarddesk.reports.style import ACCENT, GRAY, HAIRLINE, INK, WHITE, styles

LINKED = "Every line above is a link in the electronic book."
BAR = 18.0
PAPER_LEFT, TITLE_LEFT = 50.0, 80.0  # from the left margin
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
        contents = _Contents(self._canvas, plan, layout)
        contents.draw()
        self.contents_pages = contents.pages

    def finished(self, digest: str) -> FrontMatter:
        """The contents, then the cover with the book's hash, then one divider for each tab that has one."""
        canvas, plan, layout = self._canvas, self.plan, self.layout
        _Cover(canvas, plan, layout, digest).draw()
        indexes = tuple(divider(canvas, plan, layout, tab) for tab in layout.tabs if tab.tab.divider)
        if indexes:
            index_forms(canvas, plan.sheet, layout)
        canvas.save()
        return FrontMatter(self._out.getvalue(), self.contents_pages, indexes)


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
            drop(canvas, facts_table(facts, sheet), sheet.left, top - 22, sheet.measure)
        self._foot()
        canvas.showPage()

    def _value(self, escaper: Escaper, value: str) -> str:
        return escaper.sans(value.replace("{pages}", f"{self.layout.total:,}"))

    def _foot(self) -> None:
        canvas, sheet = self.canvas, self.plan.sheet
        groups = " ".join(self.digest[start : start + 8] for start in range(0, 32, 8))
        canvas.setFillColor(GRAY)
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

    def _row(self, left: float, title: str, page: str, key: str, style: ParagraphStyle) -> None:
        """One line (or more) from `y` down: title, page numbers at the right, and the link over both."""
        canvas, sheet = self.canvas, self.sheet
        x, right = sheet.left + left, sheet.width - sheet.right
        words = Paragraph(title, style)
        _, height = words.wrapOn(canvas, sheet.measure - left - 60, 400)
        words.drawOn(canvas, x, self.y - height)
        canvas.setFont(style.fontName, style.fontSize)
        canvas.setFillColor(INK)
        canvas.drawRightString(right, self.y - 8.9, page)
        if key:
            canvas.linkURL(f"{SCHEME}{key}", (sheet.left, self.y - height, right, self.y), relative=0)
        self.y -= height

    def _section(self, stands: Stands) -> None:
        self._room(22)
        self.y -= 5.5
        title, bold = self.escaper.sans(stands.paper.title), styles(self.sheet).cell_bold
        self._row(PAPER_LEFT, title, stands.numbers, stands.paper.label if stands.count else "", bold)
        self.y -= 4.5
        self._rule(HAIRLINE, 0.35)

    def _tab(self, tab: TabStands) -> None:
        canvas, sheet = self.canvas, self.sheet
        # A tab of a few papers is not parted from them.
        self._room(min(MOST_KEPT, 22.0 + sum(18 if stands.count else 42 for stands in tab.papers)))
        self.y -= 5.5
        wide = max(18.0, fonts.width(tab.tab.number, fonts.SANS_BOLD, 8) + 8)
        canvas.setFillColor(ACCENT)
        canvas.roundRect(sheet.left, self.y - 12, wide, 12, 1.5, stroke=0, fill=1)
        canvas.setFillColor(WHITE)
        canvas.setFont(fonts.SANS_BOLD, 8)
        canvas.drawCentredString(sheet.left + wide / 2, self.y - 8.9, tab.tab.number)
        page = str(tab.first) if tab.first else "–"
        key, bold = tab.tab.number if tab.first else "", styles(sheet).cell_bold
        self._row(PAPER_LEFT, self.escaper.sans(tab.tab.title), page, key, bold)
        for stands in tab.papers:
            self._paper(stands)
        self.y -= 5
        self._rule(HAIRLINE, 0.35)

    def _paper(self, stands: Stands) -> None:
        canvas, paper, cell = self.canvas, stands.paper, styles(self.sheet).cell
        self._room(18 if stands.count else 42)
        self.y -= 5
        canvas.setFont(fonts.SANS, 8.5)
        canvas.setFillColor(GRAY)
        label = paper.label if self.plan.words.labels else ""
        canvas.drawString(self.sheet.left + PAPER_LEFT, self.y - 8.9, label)
        title = self.escaper.sans(f"{paper.title} ({paper.remark})" if paper.remark else paper.title)
        title += refusal(self.escaper, stands)
        self._row(TITLE_LEFT, title, stands.numbers, paper.label if stands.count else "", cell)

    def _notes(self) -> None:
        words = " ".join(part for part in (self.plan.contents_note, LINKED) if part)
        note = Paragraph(self.escaper.sans(words), styled("note", fonts.SANS, 7.5, 10, GRAY))
        _, height = note.wrapOn(self.canvas, self.sheet.measure, 400)
        self._room(height + 6)
        self.y -= height + 6
        note.drawOn(self.canvas, self.sheet.left, self.y)
