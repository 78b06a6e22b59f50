"""The words of a PDF, page by page and line by line; what others made is read in a process of its own."""

import pypdfium2


def pages_of(pdf: bytes, password: str = "") -> tuple[str, ...]:
    """The text of each page, its lines as they stand."""
    document = pypdfium2.PdfDocument(pdf, password=password or None)
    try:
        return tuple(_of_page(page) for page in document)
    finally:
        document.close()


def _of_page(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return str(text.get_text_bounded()).replace("\xa0", " ")
    finally:
        text.close()
        page.close()
