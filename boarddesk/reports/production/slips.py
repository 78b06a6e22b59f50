"""The page that stands in a set for pages withheld: which, on what ground, and under which entry of the log."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from boarddesk.reports import fonts
from boarddesk.reports.escape import Escaper
from boarddesk.reports.production.plan import Apart
from boarddesk.reports.style import GRAY, HAIRLINE, INK

TITLE, WORDS, GAP, WIDE = 16.0, 10.0, 17.0, 300.0
LEAST = 200.0
"""Points: a narrower page has smaller words."""


def slip(size: tuple[float, float], first: int, last: int, apart: Apart) -> bytes:
    """One page of that size; `first` and `last` are the record's own pages, from 1."""
    fonts.register()
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    width, height = size
    share = min(1.0, width / LEAST / 2)
    many = last > first
    pages = f"Pages {first}–{last}" if many else f"Page {first}"
    lines = (f"{pages} of this record {'are' if many else 'is'} withheld", f"Ground: {apart.ground}",
             f"Privilege log, entry {apart.log}")  # fmt: skip
    middle = height / 2 + 24 * share
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.8)
    half = min(WIDE * share, width - 24) / 2
    for y in (middle + 34 * share, middle - 66 * share):
        canvas.line(width / 2 - half, y, width / 2 + half, y)
    canvas.setFillColor(INK)
    canvas.setFont(fonts.SUBHEAD_BOLD, TITLE * share)
    canvas.drawCentredString(width / 2, middle + 8 * share, "Withheld")
    escaper = Escaper()
    for number, line in enumerate(lines):
        canvas.setFillColor(INK if number == 0 else GRAY)
        canvas.setFont(fonts.SANS, WORDS * share)
        text = fonts.fitted(escaper.plain(line), fonts.SANS, WORDS * share, width - 24)
        canvas.drawCentredString(width / 2, middle - (14 + GAP * number) * share, text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
