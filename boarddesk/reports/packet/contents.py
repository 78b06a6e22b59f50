"""Pages that the house adds: cover, linked contents, dividers with their index of tabs."""

from dataclasses import replace
from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from boarddesk.reports import fonts
from boarddesk.reports.escape import Escaper
from boarddesk.reports.packet.merge import SCHEME
from boarddesk.reports.packet.pages import Layout, Stands, TabStands
from boarddesk.reports.packet.plan import PacketPlan
from boarddesk.reports.ruled import Column, facts_table, ruled_table
from boarddesk.reports.style import ACCENT, GRAY, HAIRLINE, INK, TINT_DARK, WHITE, Sheet, styles

EXPLAINED = (
    "Book page numbers run through the whole book and are stamped at the top right of every page. "
    "A tab has the number of its agenda item; its papers are lettered."
)
LINKED = "Every line above is a link in the electronic book."
BAR = 18.0
# The index of tabs at the right edge of a divider: strip, wider for the tab itself.
INDEX, INDEX_HERE, INDEX_TOP, INDEX_FOOT, INDEX_GAP = 14.0, 34.0, 92.0, 62.0, 4.0
PAPER_LEFT, TITLE_LEFT = 50.0, 80.0  # from the left margin
CONTENTS_FOOT = 70.0


def front_matter(plan: PacketPlan, layout: Layout, digest: str) -> tuple[bytes, int]:
    """Cover, contents and one divider for each tab that has one, as one PDF; and how many pages the contents take."""
    fonts.register()
    out = BytesIO()
    size = (plan.sheet.width, plan.sheet.height)
    canvas = Canvas(out, pagesize=size, invariant=1, initialFontName=fonts.SANS, lang="en-US")
    _Cover(canvas, plan, layout, digest).draw()
    contents = _Contents(canvas, plan, layout)
    contents.draw()
    for tab in layout.tabs:
        if tab.tab.divider:
            _divider(canvas, plan, layout, tab)
    canvas.save()
    return out.getvalue(), contents.pages


def _styled(name: str, font: str, size: float, leading: float, color: object = INK) -> ParagraphStyle:
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, textColor=color, splitLongWords=1)


def _drop(canvas: Canvas, flowable: Flowable, x: float, top: float, width: float) -> float:
    """Draw a flowable with its upper edge at `top` (from the foot of the page); the height it took."""
    _, height = flowable.wrapOn(canvas, width, top)
    flowable.drawOn(canvas, x, top - height)
    return float(height)


def _footer(canvas: Canvas, plan: PacketPlan) -> None:
    sheet = plan.sheet
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.4)
    canvas.line(sheet.left, 48, sheet.width - sheet.right, 48)
    canvas.setFont(fonts.SANS, 7.5)
    canvas.setFillColor(GRAY)
    canvas.drawString(sheet.left, 37, fonts.fitted(Escaper().plain(plan.footer), fonts.SANS, 7.5, sheet.measure))


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
        title = _styled("cover", fonts.SUBHEAD_BOLD, 34, 40)
        top -= _drop(canvas, Paragraph(escaper.title(plan.title), title), sheet.left, top, sheet.measure)
        subtitle = _styled("cover-sub", fonts.SUBHEAD, 20, 26, GRAY)
        top -= _drop(canvas, Paragraph(escaper.title(plan.subtitle), subtitle), sheet.left, top, sheet.measure)
        if plan.facts:
            facts = [(escaper.sans(name), self._value(escaper, value)) for name, value in plan.facts]
            _drop(canvas, facts_table(facts, sheet), sheet.left, top - 22, sheet.measure)
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
            words = Paragraph(Escaper().sans(self.plan.confidential), _styled("secret", fonts.SANS, 7.5, 10, GRAY))
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
            heading = Paragraph("Contents", _styled("contents", fonts.SUBHEAD_BOLD, 20, 24))
            top -= _drop(canvas, heading, sheet.left, top, sheet.measure) + 3
            top -= _drop(canvas, Paragraph(EXPLAINED, styles(sheet).lead), sheet.left, top, sheet.measure) + 9
        canvas.setFont(fonts.SANS_BOLD, 8)
        canvas.setFillColor(GRAY)
        self.y = top - 8
        canvas.drawString(sheet.left, self.y, "Tab")
        canvas.drawString(sheet.left + PAPER_LEFT, self.y, "Paper")
        canvas.drawRightString(sheet.width - sheet.right, self.y, "Page")
        self.y -= 6.5
        self._rule(INK, 0.8)

    def _end(self) -> None:
        _footer(self.canvas, self.plan)
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
        self._room(38 if tab.papers else 22)
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
        self._room(18)
        self.y -= 5
        canvas.setFont(fonts.SANS, 8.5)
        canvas.setFillColor(GRAY)
        canvas.drawString(self.sheet.left + PAPER_LEFT, self.y - 8.9, paper.label)
        title = self.escaper.sans(f"{paper.title} ({paper.remark})" if paper.remark else paper.title)
        self._row(TITLE_LEFT, title, stands.numbers, paper.label if stands.count else "", cell)

    def _notes(self) -> None:
        absent = [
            f"{stands.paper.label} is not in this book."
            for stands in self.layout.papers()
            if stands.examined is not None and stands.examined.verdict == "refused"
        ]
        words = " ".join(part for part in (*absent, self.plan.contents_note, LINKED) if part)
        note = Paragraph(self.escaper.sans(words), _styled("note", fonts.SANS, 7.5, 10, GRAY))
        _, height = note.wrapOn(self.canvas, self.sheet.measure, 400)
        self._room(height + 6)
        self.y -= height + 6
        note.drawOn(self.canvas, self.sheet.left, self.y)


def _divider(canvas: Canvas, plan: PacketPlan, layout: Layout, here: TabStands) -> None:
    sheet, escaper = plan.sheet, Escaper()
    narrow = replace(sheet, right=sheet.right + 40)
    top = sheet.height - 182
    overline = Paragraph(escaper.title(f"Tab {here.tab.number}"), _styled("tab", fonts.SUBHEAD, 15, 20, ACCENT))
    top -= _drop(canvas, overline, sheet.left, top, narrow.measure) + 3
    title = Paragraph(escaper.title(here.tab.title), _styled("divider", fonts.SUBHEAD_BOLD, 30, 36))
    top -= _drop(canvas, title, sheet.left, top, narrow.measure) + 14
    if here.tab.facts:
        facts = [(escaper.sans(name), escaper.sans(value)) for name, value in here.tab.facts]
        top -= _drop(canvas, facts_table(facts, narrow), sheet.left, top, narrow.measure) + 26
    if here.papers:
        _divider_papers(canvas, here, narrow, top)
    _index(canvas, sheet, layout, here)
    _footer(canvas, plan)
    canvas.showPage()


def _divider_papers(canvas: Canvas, here: TabStands, sheet: Sheet, top: float) -> None:
    escaper = Escaper()
    columns = (Column("Paper", 40, gray=True), Column("", 340), Column("Pages", 60, align="right"))
    rows = [
        [escaper.sans(stands.paper.label), escaper.sans(stands.paper.title), stands.numbers] for stands in here.papers
    ]
    table = ruled_table(columns, rows, sheet)
    parts = table.splitOn(canvas, sheet.measure, top - CONTENTS_FOOT) or [table]
    _drop(canvas, parts[0], sheet.left, top, sheet.measure)


def _index(canvas: Canvas, sheet: Sheet, layout: Layout, here: TabStands) -> None:
    """All tabs down the right edge, this one larger; each a link."""
    room = sheet.height - INDEX_TOP - INDEX_FOOT + INDEX_GAP
    step = room / max(1, len(layout.tabs))
    gap = min(INDEX_GAP, step / 4)
    for number, tab in enumerate(layout.tabs):
        mine = tab is here
        wide = INDEX_HERE if mine else INDEX
        x, y = sheet.width - wide, sheet.height - INDEX_TOP - number * step - (step - gap)
        canvas.setFillColor(ACCENT if mine else TINT_DARK)
        canvas.rect(x, y, wide, step - gap, stroke=0, fill=1)
        size = min(15.0 if mine else 6.5, step - gap)
        canvas.setFont(fonts.SANS_BOLD, size)
        canvas.setFillColor(WHITE if mine else GRAY)
        canvas.drawCentredString(x + wide / 2, y + (step - gap) / 2 - size * 0.35, tab.tab.number)
        if tab.first and not mine:
            canvas.linkURL(f"{SCHEME}{tab.tab.number}", (x, y, x + wide, y + step - gap), relative=0)
