"""The watermark: words large and pale across a page, the same drawing on every page that bears it."""

import math
from io import BytesIO

from pikepdf import Array, Pdf
from reportlab.pdfgen.canvas import Canvas

from boarddesk.reports import fonts
from boarddesk.reports.escape import Escaper
from boarddesk.reports.packet.geometry import View, after, operands
from boarddesk.reports.style import GRAY

# Share of the page's diagonal that the words take, and how much of what lies beneath they hide.
SHARE, OPACITY = 0.72, 0.16
DRAWN_SIZE, TALLEST = 100.0, 72.0
RISE, FALL = 0.8, 0.25  # of the size: above and below the baseline
MIDDLE = 0.35  # of the size: from the baseline to the middle of the letters


class Watermark:
    """One watermark of one book."""

    def __init__(self, book: Pdf, words: str) -> None:
        fonts.register()
        text = Escaper().plain(words)
        self.width = max(1.0, fonts.width(text, fonts.SANS_BOLD, DRAWN_SIZE))
        out = BytesIO()
        box = (self.width, DRAWN_SIZE * (RISE + FALL))
        canvas = Canvas(out, pagesize=box, invariant=1, initialFontName=fonts.SANS_BOLD)
        canvas.setFont(fonts.SANS_BOLD, DRAWN_SIZE)
        canvas.setFillColor(GRAY, alpha=OPACITY)
        canvas.drawString(0, DRAWN_SIZE * FALL, text)
        canvas.save()
        # Stays open until the book is saved: the copy reads from it only then.
        self._source = Pdf.open(out)
        form = self._source.pages[0].as_form_xobject(handle_transformations=False)
        form.BBox = Array([0, 0, *box])
        self.drawing = book.copy_foreign(form)

    def placed(self, view: View) -> str:
        """The operators that draw it across a page, from the lower left to the upper right as seen."""
        diagonal = math.hypot(view.width, view.height)
        share = min(diagonal * SHARE / self.width, TALLEST / DRAWN_SIZE)
        cosine, sine = view.width / diagonal * share, view.height / diagonal * share
        x, y = -self.width / 2, -DRAWN_SIZE * (FALL + MIDDLE)
        turned = (cosine, sine, -sine, cosine, view.width / 2, view.height / 2)
        return f"{operands(*after(after((1, 0, 0, 1, x, y), turned), view.matrix))} cm"
