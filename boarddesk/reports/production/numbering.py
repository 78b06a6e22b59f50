"""The number at the foot of every page of a set: “LKF000123”, at the lower right as the page is seen."""

from contextlib import ExitStack
from io import BytesIO

from pikepdf import Name, Pdf
from reportlab.pdfgen.canvas import Canvas

from boarddesk.reports import fonts
from boarddesk.reports.packet.geometry import operands, view_of
from boarddesk.reports.production.plan import numbered
from boarddesk.reports.style import INK, WHITE

SIZE, RIGHT, FOOT, AROUND = 9.0, 30.0, 17.0, 4.0
LOW, NARROW = 120.0, 160.0
"""Points: a smaller page has a smaller number."""


def number_pages(pdf: Pdf, prefix: str, first: int, keep: ExitStack) -> None:
    """Draw the numbers on all pages of a file, from `first` on; `keep` stays open until the file is written."""
    fonts.register()
    out = BytesIO()
    canvas = Canvas(out, invariant=1, initialFontName=fonts.SANS_BOLD, initialFontSize=SIZE)
    for place, page in enumerate(pdf.pages):
        view = view_of(page.obj)
        canvas.setPageSize((view.width, view.height))
        share = min(1.0, view.width / NARROW, view.height / LOW)
        text = numbered(prefix, first + place)
        width = fonts.width(text, fonts.SANS_BOLD, SIZE) * share
        right, base = view.width - RIGHT * share, FOOT * share
        canvas.setFillColor(WHITE)
        canvas.rect(right - width - AROUND, base - AROUND, width + 2 * AROUND, SIZE * share + AROUND, stroke=0, fill=1)
        canvas.setFillColor(INK)
        canvas.setFont(fonts.SANS_BOLD, SIZE * share)
        canvas.drawRightString(right, base, text)
        canvas.showPage()
    canvas.save()
    overlay = keep.enter_context(Pdf.open(out))
    for place, (page, over) in enumerate(zip(pdf.pages, overlay.pages, strict=True)):
        form = pdf.copy_foreign(over.as_form_xobject())
        name = page.add_resource(form, Name.XObject, Name(f"/BDNumber{first + place}"))
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(f"\nQ q {operands(*view_of(page.obj).matrix)} cm {name} Do Q\n".encode("ascii"))
