"""Ink where stamps stand, at the top or the foot of a page; and a page reduced to make room for them."""

import ctypes
import math
import time
from pathlib import Path
from typing import Any, Self

import pypdfium2
import pypdfium2.raw as c

from boarddesk.reports.packet.geometry import Matrix, View, after, inverse

# Points at top and foot that stamps need free, and the share to which a page in need is reduced.
STAMP_ROOM = 42.0
FOOT_ROOM = 22.0
REDUCED = 0.94
LEAST = 0.5
# Pixels a point when looking, the gray below which a pixel is ink, and seconds for the look at one paper.
SCALE = 1 / 3
PAPER_WHITE = 245
PATIENCE = 20.0


def reaches_top(path: Path, room: float = STAMP_ROOM, foot: float = 0.0) -> bool:
    """Whether any page of a PDF has ink in its top `room` or lowest `foot` points; also when that cannot be told."""
    until = time.monotonic() + PATIENCE
    try:
        with pypdfium2.PdfDocument(path) as pdf, _Eye(room, foot) as eye:
            return any(time.monotonic() > until or eye.sees_ink(pdf, number) for number in range(len(pdf)))
    except pypdfium2.PdfiumError:
        return True


class _Eye:
    """Looks at the edges of pages through one bitmap: thousands of pages are of one size, and each is seen once."""

    def __init__(self, room: float, foot: float = 0.0) -> None:
        self.room, self.foot = room, foot
        self._size = (0, 0)
        self._bitmap: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._drop()

    def _drop(self) -> None:
        if self._bitmap is not None:
            c.FPDFBitmap_Destroy(self._bitmap)
            self._bitmap = None

    def sees_ink(self, pdf: Any, number: int) -> bool:
        """Whether a page has ink at its edges as seen; True where it has no room there or cannot be drawn."""
        page = c.FPDF_LoadPage(pdf.raw, number)
        if not page:
            return True
        try:
            width, height = c.FPDF_GetPageWidthF(page), c.FPDF_GetPageHeightF(page)
            if height <= self.room + self.foot or width < 1:
                return True
            wide, high = math.ceil(width * SCALE), math.ceil(height * SCALE)
            strips = [(0, high - math.ceil((height - self.room) * SCALE))]
            if self.foot:
                low = math.ceil(self.foot * SCALE)
                strips.append((high - low, low))
            return any(self._seen(page, wide, high, *strip) for strip in strips)
        finally:
            c.FPDF_ClosePage(page)

    def _seen(self, page: Any, wide: int, high: int, top: int, strip: int) -> bool:
        self._clear(wide, strip)
        c.FPDF_RenderPageBitmap(self._bitmap, page, 0, -top, wide, high, 0, c.FPDF_ANNOT | c.FPDF_GRAYSCALE)
        return self._marked()

    def _clear(self, wide: int, high: int) -> None:
        # Rows of whole words leave no idle bytes between them.
        size = (-(-wide // 4) * 4, high)
        if size != self._size:
            self._drop()
            self._bitmap = c.FPDFBitmap_CreateEx(*size, c.FPDFBitmap_Gray, None, 0)
            self._size = size
        c.FPDFBitmap_FillRect(self._bitmap, 0, 0, *size, 0xFFFFFFFF)

    def _marked(self) -> bool:
        stride = c.FPDFBitmap_GetStride(self._bitmap)
        wide, high = self._size
        seen = ctypes.string_at(c.FPDFBitmap_GetBuffer(self._bitmap), stride * high)
        # Most tops are blank, and that is told without looking at each dot.
        if not seen.strip(b"\xff"):
            return False
        return any(min(seen[start : start + wide]) < PAPER_WHITE for start in range(0, stride * high, stride))


def reduction(view: View, room: float = STAMP_ROOM, foot: float = 0.0) -> Matrix:
    """In the page's own space: smaller about the middle, set on the lower edge as seen, or above the foot's stamp."""
    share = max(LEAST, min(REDUCED, 1 - (room + foot) / view.height))
    foot = min(foot, view.height * (1 - share))
    seen = (share, 0.0, 0.0, share, view.width * (1 - share) / 2, foot)
    return after(after(inverse(view.matrix), seen), view.matrix)
