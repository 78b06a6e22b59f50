"""PDF and Word files to compare, made for a test: with headers, footers, page numbers and columns as others set them."""

import io
from collections.abc import Sequence

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

SIZES = {"wide": (612, 792, 72), "narrow": (420, 595, 48)}


def pdf_of(
    paragraphs: Sequence[str], *, shape: str = "wide", header: str = "", footer: str = "", size: float = 11
) -> bytes:
    """A PDF of paragraphs; another shape breaks its lines and pages elsewhere."""
    width, height, margin = SIZES[shape]
    out = io.BytesIO()
    style = ParagraphStyle("text", fontName="Times-Roman", fontSize=size, leading=size * 1.25, spaceAfter=size * 0.7)

    def around(canvas: Canvas, _document: object) -> None:
        canvas.setFont("Helvetica", size)
        canvas.drawString(margin, height - margin * 0.6, header)
        canvas.drawCentredString(width / 2, margin * 0.5, f"{footer} {canvas.getPageNumber()}")

    document = BaseDocTemplate(out, pagesize=(width, height), invariant=1)
    frame = Frame(margin, margin, width - 2 * margin, height - 2 * margin, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=around))
    document.build([Paragraph(text, style) for text in paragraphs])
    return out.getvalue()


def docx_of(paragraphs: Sequence[str], *, tracked: tuple[int, str, str] | None = None) -> bytes:
    """A Word file of paragraphs; `tracked` strikes words out of one and puts others in, as tracked changes."""
    document = docx.Document()
    for place, text in enumerate(paragraphs):
        paragraph = document.add_paragraph()
        if tracked is None or tracked[0] != place:
            paragraph.add_run(text)
            continue
        _, struck, put_in = tracked
        before, _, after = text.partition(struck)
        paragraph.add_run(before)
        for tag, inner, words in (("w:del", "w:delText", struck), ("w:ins", "w:t", put_in)):
            change, run, found = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
            change.set(qn("w:author"), "Counsel")
            found.text = words
            run.append(found)
            change.append(run)
            paragraph._p.append(change)
        paragraph.add_run(after)
    document.sections[0].header.paragraphs[0].text = "Draft of counsel"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
