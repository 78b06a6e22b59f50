"""Ink at the top of a page, where the stamp stands; and a page reduced and set low to make room for it."""

import time
from pathlib import Path
from typing import Any

import pypdfium2
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
        with pypdfium2.PdfDocument(path) as pdf:
            return any(time.monotonic() > until or _page_reaches(pdf, number, room) for number in range(len(pdf)))
    except pypdfium2.PdfiumError:
        return True


def _page_reaches(pdf: Any, number: int, room: float) -> bool:
    page = pdf[number]
    try:
        width, height = page.get_size()
        if height <= room or width < 1:
            return True
        strip = page.render(scale=SCALE, crop=(0, height - room, 0, 0), grayscale=True, may_draw_forms=False)
        return bool(min(bytes(strip.buffer)) < PAPER_WHITE)
    finally:
        page.close()


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
