"""How a page is seen: its visible box, turned upright, in points; and the way back to the page's own space."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pikepdf import Array, Dictionary, Name, Object

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
LETTER_BOX: Box = (0.0, 0.0, 612.0, 792.0)
TREE_DEPTH = 50


@dataclass(frozen=True, slots=True)
class View:
    """The page as a reader sees it.

    `matrix` leads from points as seen (origin at the lower left) to the page's own space, through
    rotation, CropBox and UserUnit; `box` is the visible box in that space.
    """

    width: float
    height: float
    matrix: Matrix
    box: Box


def inherited(page: Any, key: str) -> Any:
    """A page's attribute, or that of the nearest node above it that has one."""
    value, node = page.get(key), page
    for _ in range(TREE_DEPTH):
        if value is not None:
            return value
        node = node.get("/Parent")
        if not isinstance(node, Dictionary):
            return None
        value = node.get(key)
    return None


def box_of(value: Any) -> Box | None:
    """A rectangle with its corners in order, or None where it is none or has no area."""
    if not isinstance(value, Array):
        return None
    written = value.unparse()
    return _box(b" ".join(_written(part) for part in value) if b"R" in written else written)


def _written(part: Any) -> bytes:
    return part.unparse(resolved=True) if isinstance(part, Object) else str(part).encode()


@lru_cache(maxsize=256)
def _box(written: bytes) -> Box | None:
    # Thousands of pages have a handful of sizes: each is worked out once.
    try:
        x0, y0, x1, y1 = map(float, written.strip(b"[]").split())
    except ValueError:
        return None
    box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    sound = all(math.isfinite(number) for number in box) and box[2] > box[0] and box[3] > box[1]
    return box if sound else None


def visible_box(page: Any) -> Box:
    """CropBox within MediaBox; Letter where a page names no usable size."""
    media = box_of(inherited(page, "/MediaBox")) or LETTER_BOX
    crop = box_of(inherited(page, "/CropBox"))
    if crop is None:
        return media
    cut = (max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3]))
    return cut if cut[2] > cut[0] and cut[3] > cut[1] else media


def crops(page: Any) -> bool:
    """Whether a page's CropBox shows any of its MediaBox."""
    crop = box_of(inherited(page, "/CropBox"))
    media = box_of(inherited(page, "/MediaBox")) or LETTER_BOX
    return crop is not None and crop[0] < media[2] and crop[2] > media[0] and crop[1] < media[3] and crop[3] > media[1]


def _number(value: Any, otherwise: float) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return otherwise
    return number if math.isfinite(number) else otherwise


def view_of(page: Any) -> View:
    """The view of a page dictionary."""
    x0, y0, x1, y1 = box = visible_box(page)
    unit = _number(page.get(Name.UserUnit), 1.0)
    unit = unit if unit > 0 else 1.0
    k = 1.0 / unit
    turn = round(_number(inherited(page, "/Rotate"), 0.0) / 90) % 4
    width, height = (x1 - x0) * unit, (y1 - y0) * unit
    if turn % 2:
        width, height = height, width
    matrix = (
        (k, 0.0, 0.0, k, x0, y0),
        (0.0, k, -k, 0.0, x1, y0),
        (-k, 0.0, 0.0, -k, x1, y1),
        (0.0, -k, k, 0.0, x0, y1),
    )[turn]
    return View(width, height, matrix, box)


def after(first: Matrix, then: Matrix) -> Matrix:
    """One matrix that does `first`, then `then`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def inverse(matrix: Matrix) -> Matrix:
    """The way back."""
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    return (d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area)


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point, moved by a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def moved_box(matrix: Matrix, box: Box) -> Box:
    """A rectangle, moved by a matrix that keeps its sides upright; corners in order."""
    (x0, y0), (x1, y1) = moved(matrix, box[0], box[1]), moved(matrix, box[2], box[3])
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def operands(*numbers: float) -> str:
    """Numbers as a content stream writes them: at most four decimals, none that are idle."""
    written = (f"{number:.4f}".rstrip("0").rstrip(".") for number in numbers)
    return " ".join("0" if number == "-0" else number for number in written)
