"""Signed papers go with a book whole as well: what was signed is the file, not a copy of its pages."""

from pikepdf import AttachedFileSpec, Pdf

from boarddesk.reports.packet.pages import Layout

TOLD = "The signed original of {title}, as it was received."


def attach_whole(book: Pdf, layout: Layout) -> None:
    """Attach the originals that the plan asks for, of papers that are in the book, byte for byte."""
    for stands in layout.papers():
        if stands.paper.whole is None or not stands.count:
            continue
        name, data = stands.paper.whole
        shown = f"{stands.paper.label} {name}"
        description = TOLD.format(title=stands.paper.title)
        spec = AttachedFileSpec(book, data, description=description, filename=shown, mime_type="application/pdf")
        book.attachments[shown] = spec
