"""Ink at the top of a page, where the stamp stands; and a page reduced and set low to make room for it."""

import ctypes
import math
import time
from pathlib import Path
from typing import Any, Self

import pypdfium2
import pypdfium2.raw as c
from pikepdf import Array, Dictionary

from boarddesk.reports.packet.geometry import Matrix, View, after, inverse, moved, moved_box, operands

# Points at the top that the stamp needs free, and the share to which a page in need is reduced.
STAMP_ROOM = 42.0
REDUCED = 0.94
LEAST = 0.5
# Pixels a point when looking, the gray below which a pixel is ink, and seconds for the look at one paper.
SCALE = 1 / 3
PAPER_WHITE = 245
PATIENCE = 20.0
POINT_LISTS = ("/QuadPoints", "/Vertices", "/L", "/CL")


def reaches_top(path: Path, room: float = STAMP_ROOM) -> bool:
    """Whether any page of a PDF has ink in its top `room` points; also when that cannot be told."""
    until = time.monotonic() + PATIENCE
    try:
        with pypdfium2.PdfDocument(path) as pdf, _Eye(room) as eye:
            return any(time.monotonic() > until or eye.sees_ink(pdf, number) for number in range(len(pdf)))
    except pypdfium2.PdfiumError:
        return True


class _Eye:
    """Looks at the tops of pages through one bitmap: thousands of pages are of one size, and each is seen once."""

    def __init__(self, room: float) -> None:
        self.room = room
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
        """Whether a page has ink at its top as seen; True where it has no room there or cannot be drawn."""
        page = c.FPDF_LoadPage(pdf.raw, number)
        if not page:
            return True
        try:
            width, height = c.FPDF_GetPageWidthF(page), c.FPDF_GetPageHeightF(page)
            if height <= self.room or width < 1:
                return True
            wide, high = math.ceil(width * SCALE), math.ceil(height * SCALE)
            self._clear(wide, high - math.ceil((height - self.room) * SCALE))
            c.FPDF_RenderPageBitmap(self._bitmap, page, 0, 0, wide, high, 0, c.FPDF_ANNOT | c.FPDF_GRAYSCALE)
            return self._marked()
        finally:
            c.FPDF_ClosePage(page)

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


def reduction(view: View, room: float = STAMP_ROOM) -> Matrix:
    """In the page's own space: smaller about the middle, set on the lower edge as seen."""
    share = max(LEAST, min(REDUCED, 1 - room / view.height))
    seen = (share, 0.0, 0.0, share, view.width * (1 - share) / 2, 0.0)
    return after(after(inverse(view.matrix), seen), view.matrix)


def opening(view: View, matrix: Matrix) -> bytes:
    """What a reduced page begins with; the clip keeps hidden what lay outside the visible box."""
    x0, y0, x1, y1 = view.box
    return f"q {operands(*matrix)} cm {operands(x0, y0, x1 - x0, y1 - y0)} re W n\n".encode()


def move_annotations(page: Any, matrix: Matrix) -> None:
    """Links, fields and notes move with the page beneath them."""
    for note in page.get("/Annots", []):
        if not isinstance(note, Dictionary):
            continue
        corners = _numbers(note.get("/Rect"))
        if len(corners) == 4:
            note.Rect = Array(moved_box(matrix, (corners[0], corners[1], corners[2], corners[3])))
        for key in POINT_LISTS:
            if key in note:
                note[key] = _moved_points(note[key], matrix)
        if isinstance(note.get("/InkList"), Array):
            note.InkList = Array([_moved_points(stroke, matrix) for stroke in note.InkList])


def _numbers(value: Any) -> list[float]:
    try:
        return [float(number) for number in value] if isinstance(value, Array) else []
    except (TypeError, ValueError):
        return []


def _moved_points(value: Any, matrix: Matrix) -> Array:
    numbers = _numbers(value)
    pairs = zip(numbers[::2], numbers[1::2], strict=False)
    return Array([number for x, y in pairs for number in moved(matrix, x, y)])
