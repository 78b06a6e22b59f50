"""The words of a PDF, for finding sentences that wrap."""

import pypdfium2


def flat(text: str) -> str:
    """Text without line breaks and odd spaces, for finding sentences that wrap."""
    joined = text.replace("\r", " ").replace("\n", " ").replace("\u00a0", " ").replace("\ufffe", "")
    return " ".join(joined.split())


def text_of(data: bytes) -> str:
    """All pages of a PDF as one flat text."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return flat(" ".join(page.get_textpage().get_text_range() for page in pdf))
    finally:
        pdf.close()
