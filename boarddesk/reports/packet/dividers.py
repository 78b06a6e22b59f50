"""Dividers between the tabs, each with its papers and the index of tabs at its right edge."""

from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from boarddesk.reports import fonts
from boarddesk.reports.escape import Escaper
from boarddesk.reports.packet.drawn import CONTENTS_FOOT, drop, footer, refusal, styled
from boarddesk.reports.packet.geometry import Box
from boarddesk.reports.packet.pages import Layout, TabStands
from boarddesk.reports.packet.plan import PacketPlan, printed_label
from boarddesk.reports.ruled import Column, facts_table, ruled_table
from boarddesk.reports.style import ACCENT, GRAY, TINT_DARK, WHITE, Sheet

# The index of tabs at the right edge of a divider: strip, wider for the tab itself.
INDEX, INDEX_HERE, INDEX_TOP, INDEX_FOOT, INDEX_GAP = 14.0, 34.0, 92.0, 62.0, 4.0
# A tab is no taller than one of six that fill the edge: a book of two tabs has no bars down its side.
INDEX_TALLEST = 107.0
# A divider shows no more tabs than can be told apart: those of its own stretch.
MOST_IN_INDEX = 25


def divider(canvas: Canvas, plan: PacketPlan, layout: Layout, here: TabStands) -> tuple[tuple[Box, str], ...]:
    """One divider: the tab's title, facts and papers, and its index; the boxes to click with their tabs' numbers."""
    sheet, escaper = plan.sheet, Escaper()
    narrow = replace(sheet, right=sheet.right + 40)
    top = sheet.height - 182
    overline = Paragraph(escaper.title(f"Tab {here.tab.number}"), styled("tab", fonts.SUBHEAD, 15, 20, ACCENT))
    top -= drop(canvas, overline, sheet.left, top, narrow.measure) + 3
    title = Paragraph(escaper.title(here.tab.title), styled("divider", fonts.SUBHEAD_BOLD, 30, 36))
    top -= drop(canvas, title, sheet.left, top, narrow.measure) + 14
    if here.tab.facts:
        facts = [(escaper.sans(name), escaper.sans(value)) for name, value in here.tab.facts]
        top -= drop(canvas, facts_table(facts, narrow), sheet.left, top, narrow.measure) + 26
    if here.papers:
        _divider_papers(canvas, here, narrow, top)
    links = _index(canvas, sheet, layout, here)
    footer(canvas, plan)
    canvas.showPage()
    return links


def _divider_papers(canvas: Canvas, here: TabStands, sheet: Sheet, top: float) -> None:
    escaper = Escaper()
    columns = (Column("Paper", 40, gray=True), Column("", 340), Column("Pages", 60, align="right"))
    rows = [
        [
            escaper.sans(printed_label(stands.paper.label)),
            escaper.sans(stands.title) + refusal(escaper, stands),
            stands.numbers,
        ]
        for stands in here.papers
    ]
    table = ruled_table(columns, rows, sheet)
    parts = table.splitOn(canvas, sheet.measure, top - CONTENTS_FOOT) or [table]
    drop(canvas, parts[0], sheet.left, top, sheet.measure)


def _index(canvas: Canvas, sheet: Sheet, layout: Layout, here: TabStands) -> tuple[tuple[Box, str], ...]:
    """The tabs down the right edge, this one larger; the boxes to click, each with its tab's number."""
    at = next(number for number, tab in enumerate(layout.tabs) if tab is here)
    start = at // MOST_IN_INDEX * MOST_IN_INDEX
    tabs = layout.tabs[start : start + MOST_IN_INDEX]
    canvas.doForm(f"index-{start}")
    boxes = _index_boxes(sheet, len(tabs))
    _index_tab(canvas, boxes[at - start], here.tab.number, here=True)
    return tuple((box, tab.tab.number) for box, tab in zip(boxes, tabs, strict=True) if tab.first and tab is not here)


def _index_boxes(sheet: Sheet, count: int) -> list[Box]:
    room = sheet.height - INDEX_TOP - INDEX_FOOT + INDEX_GAP
    step = min(INDEX_TALLEST, room / max(1, count))
    gap = min(INDEX_GAP, step / 4)
    tops = [sheet.height - INDEX_TOP - number * step for number in range(count)]
    return [(sheet.width - INDEX, round(top - step + gap, 2), sheet.width, round(top, 2)) for top in tops]


def _index_tab(canvas: Canvas, box: Box, number: str, *, here: bool) -> None:
    x0, y0, x1, y1 = box
    x0 = x1 - INDEX_HERE if here else x0
    canvas.setFillColor(ACCENT if here else TINT_DARK)
    canvas.rect(x0, y0, x1 - x0, y1 - y0, stroke=0, fill=1)
    size = min(15.0 if here else 6.5, y1 - y0)
    canvas.setFont(fonts.SANS_BOLD, size)
    canvas.setFillColor(WHITE if here else GRAY)
    canvas.drawCentredString((x0 + x1) / 2, (y0 + y1) / 2 - size * 0.35, number)


def index_forms(canvas: Canvas, sheet: Sheet, layout: Layout) -> None:
    """The gray tabs that the dividers of one stretch share, drawn once."""
    for start in range(0, len(layout.tabs), MOST_IN_INDEX):
        tabs = layout.tabs[start : start + MOST_IN_INDEX]
        canvas.beginForm(f"index-{start}", 0, 0, sheet.width, sheet.height)
        for box, tab in zip(_index_boxes(sheet, len(tabs)), tabs, strict=True):
            _index_tab(canvas, box, tab.tab.number, here=False)
        canvas.endForm()
