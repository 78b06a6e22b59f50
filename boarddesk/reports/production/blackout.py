"""Blacks out passages: a page that holds one becomes a picture without them, so that no word of them is left in it."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as c
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from boarddesk.reports.packet.geometry import Box

DPI = 200
POINTS = 72
MARGIN = 0.8
"""Points around a letter that are blacked out with it."""
_DASHES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xad": ""})
LIGATURES = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"}


@dataclass(frozen=True, slots=True)
class Blackened:
    """The pages that became pictures, by their number from 0, each as a PDF; and the passages found nowhere."""

    pages: dict[int, bytes]
    missing: tuple[str, ...]


def blackened(source: Path, passages: tuple[str, ...]) -> Blackened:
    """Find the passages on every page of a file and make the pages that hold them anew."""
    wanted = [(passage, _folded(passage)) for passage in passages]
    found: set[str] = set()
    pages: dict[int, bytes] = {}
    document = pypdfium2.PdfDocument(source)
    try:
        for number, page in enumerate(document):
            boxes = []
            for text, places in _readings(page):
                for passage, folded in wanted:
                    spans = _spans(text, folded)
                    if spans:
                        found.add(passage)
                    boxes += [bar for first, last in spans for bar in _bars(places[first:last])]
            if boxes:
                pages[number] = _picture(page, boxes)
            page.close()
    finally:
        document.close()
    return Blackened(pages, tuple(passage for passage, _folded in wanted if passage not in found))


def _folded(text: str) -> str:
    """Letters and signs alone, in lower case: blanks, line ends and hyphens at them divide no passage."""
    for ligature, letters in LIGATURES.items():
        text = text.replace(ligature, letters)
    return re.sub(r"[\s\-\x00-\x1f\ufffe]+", "", text.translate(_DASHES)).lower()


def _readings(page: Any) -> Iterator[tuple[str, list[Box]]]:
    """The page's words as it is turned, and as it would read unturned: the order of lines depends on it."""
    turned = page.get_rotation()
    yield _text_of(page)
    if turned:
        page.set_rotation(0)
        yield _text_of(page)
        page.set_rotation(turned)


def _text_of(page: Any) -> tuple[str, list[Box]]:
    """The page's letters as `_folded` gives them, and the box of each in points."""
    textpage = page.get_textpage()
    try:
        letters: list[str] = []
        places: list[Box] = []
        for at in range(textpage.count_chars()):
            folded = _folded(textpage.get_text_range(at, 1))
            if folded:
                letters.append(folded)
                places += [textpage.get_charbox(at, loose=True)] * len(folded)
        return "".join(letters), places
    finally:
        textpage.close()


def _spans(text: str, wanted: str) -> list[tuple[int, int]]:
    spans, at = [], text.find(wanted) if wanted else -1
    while at >= 0:
        spans.append((at, at + len(wanted)))
        at = text.find(wanted, at + 1)
    return spans


def _bars(boxes: list[Box]) -> list[Box]:
    """One bar for each line of a passage, so that not even the lengths of its words are told."""
    steps = [(abs(b[0] + b[2] - a[0] - a[2]), abs(b[1] + b[3] - a[1] - a[3])) for a, b in pairwise(boxes)]
    across = sum(dx >= dy for dx, dy in steps) * 2 >= len(steps)
    low, high = (1, 3) if across else (0, 2)
    bars: list[Box] = []
    for box in boxes:
        last = bars[-1] if bars else box
        shared = min(last[high], box[high]) - max(last[low], box[low])
        if bars and shared * 2 > min(last[high] - last[low], box[high] - box[low]):
            bars[-1] = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        else:
            bars.append(box)
    return bars


def _picture(page: Any, boxes: list[Box]) -> bytes:
    """The page as a picture with black boxes, as large as it is seen."""
    scale = DPI / POINTS
    image = page.render(scale=scale, draw_annots=True).to_pil().convert("RGB")
    draw = ImageDraw.Draw(image)
    to_pixels = _to_pixels(page, image.size)
    for left, bottom, right, top in boxes:
        corners = [to_pixels(x, y) for x in (left - MARGIN, right + MARGIN) for y in (bottom - MARGIN, top + MARGIN)]
        xs, ys = zip(*corners, strict=True)
        draw.rectangle((min(xs), min(ys), max(xs), max(ys)), fill="black")
    return _as_page(image, page.get_size())


def _to_pixels(page: Any, size: tuple[int, int]) -> Any:
    """From the page's own points to the pixels of its picture, through rotation and crop."""

    def convert(x: float, y: float) -> tuple[int, int]:
        left, top = ctypes.c_int(), ctypes.c_int()
        c.FPDF_PageToDevice(page, 0, 0, size[0], size[1], 0, x, y, left, top)
        return left.value, top.value

    return convert


def _as_page(image: Image.Image, size: tuple[float, float]) -> bytes:
    out, pixels = BytesIO(), BytesIO()
    image.save(pixels, "PNG", optimize=True)
    canvas = Canvas(out, pagesize=size, invariant=1)
    canvas.drawImage(ImageReader(pixels), 0, 0, *size)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
