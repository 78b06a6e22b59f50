"""The printed numbers of a PDF's pages, as its page labels say them."""

from io import BytesIO

from pikepdf import Pdf, PdfError


def labels_of(pdf: bytes) -> tuple[str, ...]:
    """The label of each page in order; nothing where the file cannot be read."""
    try:
        with Pdf.open(BytesIO(pdf)) as opened:
            return tuple(page.label for page in opened.pages)
    except PdfError:
        return ()
