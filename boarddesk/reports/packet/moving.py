"""A page moved and scaled as a whole: its content, its links and form fields, and the places that links lead to."""

import re
from contextlib import suppress
from typing import Any

from pikepdf import Array, Dictionary, Object, Page, Pdf, PdfError, Stream, String

from boarddesk.reports.packet.destinations import settle
from boarddesk.reports.packet.geometry import (
    Box,
    Matrix,
    View,
    after,
    box_of,
    inherited,
    inverse,
    moved,
    moved_box,
    operands,
    view_of,
    visible_box,
)

POINT_LISTS = ("/QuadPoints", "/Vertices", "/L", "/CL")
# What no longer holds on a page of another size; without them its MediaBox is what is seen.
OUTDATED = ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/UserUnit", "/VP", "/Thumb")
NEAR = 1.0  # points: a page that differs by less is of that size
HIDDEN = 2  # annotation flag
FONT_SIZE = re.compile(r"(\d*\.?\d+)(?=\s+Tf\b)")
DRAWING = "/BDPage"


def fitted(view: View, box: Box, *, enlarge: bool = True) -> Matrix:
    """From a page's own space to that of `box`: as it is seen, as large as fits, in the middle."""
    wide, high = box[2] - box[0], box[3] - box[1]
    share = min(wide / view.width, high / view.height)
    share = share if enlarge else min(1.0, share)
    left, low = box[0] + (wide - view.width * share) / 2, box[1] + (high - view.height * share) / 2
    return after(inverse(view.matrix), (share, 0.0, 0.0, share, left, low))


def drawing(pdf: Pdf, page: Page) -> Object:
    """The page's content as a form, which has a drawing state and a space of its own; cut to what is seen."""
    parts = page.obj.get("/Contents")
    if isinstance(parts, Array):
        # One part that cannot be unpacked would take all others with it.
        page.obj.Contents = Array([part for part in parts if _readable(part)])
    form = page.as_form_xobject(handle_transformations=False)
    # The library would read the page's content only when it writes the file, and the page may have another by then.
    form.write(form.read_bytes())
    form.BBox = Array(visible_box(page.obj))
    return pdf.make_indirect(form)


def draw_as_one(pdf: Pdf, page: Page) -> None:
    """Replace a page's content by the drawing that it makes."""
    form = drawing(pdf, page)
    page.obj.Resources = Dictionary(XObject=Dictionary({DRAWING: form}))
    page.obj.Contents = pdf.make_indirect(Stream(pdf, f"q {DRAWING} Do Q\n".encode()))


class Mover:
    """Moves pages of one document; `finish` then moves the places that links and bookmarks lead to."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self._end = pdf.make_indirect(Stream(pdf, b"\nQ\n"))
        self._moves: dict[tuple[int, int], Matrix] = {}
        form = pdf.Root.get("/AcroForm")
        self._field_font = form.get("/DA") if isinstance(form, Dictionary) else None

    def move(self, page: Page, matrix: Matrix) -> None:
        """Move what is on a page, by a matrix in the page's own space that only scales and shifts."""
        box = visible_box(page.obj)
        if "/Contents" in page.obj:
            if _has_patterns(page.obj):
                # Patterns are laid out from the corner of the page or form, whatever its content moves.
                draw_as_one(self.pdf, page)
            begin = f"q {operands(*matrix)} cm {operands(*_sides(box))} re W n\n".encode()
            page.contents_add(self.pdf.make_indirect(Stream(self.pdf, begin)), prepend=True)
            page.contents_add(self._end)
        for note in page.obj.get("/Annots", []):
            if isinstance(note, Dictionary):
                self._annotation(note, box, matrix)
        self._moves[page.obj.objgen] = matrix

    def bring_to(self, page: Page, sheet: tuple[float, float]) -> bool:
        """Bring a page to a sheet of so many points, upright or on its side as it is seen; False where it is so."""
        view = view_of(page.obj)
        short, long = sorted(sheet)
        wide, high = (long, short) if view.width > view.height else (short, long)
        if abs(view.width - wide) <= NEAR and abs(view.height - high) <= NEAR:
            return False
        turned = view.matrix[0] == 0
        box = (0.0, 0.0, high, wide) if turned else (0.0, 0.0, wide, high)
        # The page stays turned as it was: what is drawn for its fields and notes stands as it did.
        there = View(wide, high, _view_matrix(page, box), box)
        self.move(page, after(fitted(view, (0.0, 0.0, wide, high)), there.matrix))
        for key in OUTDATED:
            if key in page.obj:
                del page.obj[key]
        page.obj.MediaBox = Array(box)
        return True

    def finish(self) -> None:
        """Links and bookmarks lead to the same lines as before."""
        settle(self.pdf, self._moves)

    def _annotation(self, note: Any, box: Box, matrix: Matrix) -> None:
        corners = box_of(note.get("/Rect"))
        if corners is not None:
            if _apart(corners, box) and str(note.get("/Subtype", "")) != "/Popup":
                # As the clip does for the content: what was cut off does not come to light in the new margin.
                note.F = (note.F if isinstance(note.get("/F"), int) else 0) | HIDDEN
            note.Rect = Array(moved_box(matrix, corners))
        for key in POINT_LISTS:
            if key in note:
                note[key] = _moved_points(note[key], matrix)
        if isinstance(note.get("/InkList"), Array):
            note.InkList = Array([_moved_points(stroke, matrix) for stroke in note.InkList])
        font = inherited(note, "/DA")
        if font is None and str(note.get("/Subtype", "")) == "/Widget":
            font = self._field_font
        if isinstance(font, String):
            # What is typed into a field later is as large as what surrounds it.
            note.DA = String(FONT_SIZE.sub(lambda size: operands(float(size[0]) * matrix[0]), str(font)))


def _view_matrix(page: Page, box: Box) -> Matrix:
    bare = Dictionary(MediaBox=Array(box), Rotate=inherited(page.obj, "/Rotate") or 0)
    return view_of(bare).matrix


def _sides(box: Box) -> Box:
    x0, y0, x1, y1 = box
    return (x0, y0, x1 - x0, y1 - y0)


def _apart(one: Box, other: Box) -> bool:
    return one[0] >= other[2] or one[2] <= other[0] or one[1] >= other[3] or one[3] <= other[1]


def _has_patterns(page: Any) -> bool:
    resources = inherited(page, "/Resources")
    patterns = resources.get("/Pattern") if isinstance(resources, Dictionary) else None
    return isinstance(patterns, Dictionary) and len(patterns.keys()) > 0


def _readable(part: Any) -> bool:
    with suppress(PdfError):
        return isinstance(part, Stream) and part.read_bytes() is not None
    return False


def _numbers(value: Any) -> list[float]:
    try:
        return [float(number) for number in value] if isinstance(value, Array) else []
    except (TypeError, ValueError):
        return []


def _moved_points(value: Any, matrix: Matrix) -> Array:
    numbers = _numbers(value)
    pairs = zip(numbers[::2], numbers[1::2], strict=False)
    return Array([number for x, y in pairs for number in moved(matrix, x, y)])
