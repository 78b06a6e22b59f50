"""Pages with one black square on them, placed as the page is seen, and where another reader then sees it."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from boarddesk.reports.packet.geometry import Box, moved_box, operands, view_of

SQUARE: Box = (60.0, 500.0, 110.0, 550.0)
"""Where the square stands, in points from the lower left corner of the page as it is seen."""
SCALE = 2


def marked(**keys: Any) -> bytes:
    """A page with these keys (boxes as lists); the square is a link, too."""
    with pikepdf.new() as pdf:
        add_marked(pdf, **keys)
        return _bytes(pdf)


def add_marked(pdf: pikepdf.Pdf, **keys: Any) -> Any:
    """Add such a page to a document; its dictionary."""
    pdf.add_blank_page(page_size=(612, 792))
    page = pdf.pages[-1].obj
    for key, value in keys.items():
        page[f"/{key}"] = Array(value) if isinstance(value, list) else value
    box = moved_box(view_of(page).matrix, SQUARE)
    x0, y0, x1, y1 = box
    page.Contents = pdf.make_indirect(Stream(pdf, f"{operands(x0, y0, x1 - x0, y1 - y0)} re f".encode()))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(box), Border=Array([0, 0, 0]))
    link.A = Dictionary(S=Name.URI, URI=pikepdf.String("https://example.org"))
    page.Annots = Array([pdf.make_indirect(link)])
    return page


def _bytes(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def picture(path: Path, number: int = 0) -> tuple[Image.Image, float, float]:
    """A page as another reader draws it, and its size as it is seen."""
    with pypdfium2.PdfDocument(path) as pdf:
        pdf.init_forms()
        page = pdf[number]
        return page.render(scale=SCALE).to_pil().convert("RGB"), *page.get_size()


def ink_box(path: Path, number: int = 0) -> Box:
    """The box around all ink of a page as it is seen, in points from the lower left."""
    drawn, _, height = picture(path, number)
    found = drawn.convert("L").point(lambda gray: 255 * (gray < 128)).getbbox()
    assert found, "no ink at all"
    left, top, right, bottom = found
    return (left / SCALE, height - bottom / SCALE, right / SCALE, height - top / SCALE)


def brought(box: Box, size: tuple[float, float], half: Box, *, enlarge: bool = True) -> Box:
    """Where a box of a page of that size stands once the page fills another box, whole and in the middle."""
    wide, high = half[2] - half[0], half[3] - half[1]
    share = min(wide / size[0], high / size[1])
    share = share if enlarge else min(1, share)
    left, low = half[0] + (wide - size[0] * share) / 2, half[1] + (high - size[1] * share) / 2
    return (left + box[0] * share, low + box[1] * share, left + box[2] * share, low + box[3] * share)
