"""The lines of a PDF with where they stand: what paragraphs, headers and footers are told by."""

import ctypes
import math
from collections.abc import Iterator

import msgspec
import pypdfium2
from pypdfium2 import raw

BREAKS = (0, 10, 13)
BLANK = frozenset({"", " "})
"""What parts words; a no-break space does not."""
HYPHEN = 2
"""What the reader gives for a hyphen at the end of a line that parts a word."""
GAP, GAP_OF_SIZES = 2.0, 0.6
"""So many letter heights apart on one baseline, words stand in different columns; in another size already nearer."""
UPRIGHT = 0.1
"""Radians: text that leans more is no running text."""


class Line(msgspec.Struct, frozen=True, gc=False):
    """One run of words on a baseline: page from 1, its box in points from the lower left, its letter height.

    `first` is the width of its first word; `upright` is False for what stands on edge; `top` and `bottom` of the
    page are told by `height`.
    """

    page: int
    height: float
    text: str
    left: float
    right: float
    base: float
    size: float
    first: float
    upright: bool = True


class _Letter(msgspec.Struct, frozen=True, gc=False):
    text: str
    left: float
    right: float
    base: float
    size: float
    angle: float


def lines_of(pdf: bytes, password: str = "") -> tuple[Line, ...]:
    """Every line of a PDF in the order in which it was written."""
    document = pypdfium2.PdfDocument(pdf, password=password or None)
    try:
        return tuple(line for number, page in enumerate(document, start=1) for line in _of_page(page, number))
    finally:
        document.close()


def _of_page(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    height = page.get_height()
    text = page.get_textpage()
    try:
        run: list[_Letter] = []
        for letter in _letters(text):
            if letter is None or (run and _apart(run, letter)):
                yield from _line(run, number, height)
                run = []
            if letter is not None and (run or letter.text not in BLANK):
                run.append(letter)
        yield from _line(run, number, height)
    finally:
        text.close()
        page.close()


def _letters(text: pypdfium2.PdfTextPage) -> Iterator[_Letter | None]:
    """Each letter, None where the reader sees the end of a line."""
    box = raw.FS_RECTF()
    for place in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, place)
        if code in BREAKS:
            yield None
            continue
        raw.FPDFText_GetLooseCharBox(text, place, ctypes.byref(box))
        size = raw.FPDFText_GetFontSize(text, place) or 1.0
        angle = raw.FPDFText_GetCharAngle(text, place)
        letter = "-" if code == HYPHEN else _character(code)
        yield _Letter(letter, box.left, box.right, box.bottom, max(size, box.top - box.bottom), angle)


def _character(code: int) -> str:
    """A letter by its number; halves of pairs and unassigned numbers are left out."""
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else ""


def _apart(run: list[_Letter], letter: _Letter) -> bool:
    """Whether a letter stands on another line or in another column than those before it."""
    last = next((one for one in reversed(run) if one.text not in BLANK), run[-1])
    if letter.text in BLANK:
        return False
    if abs(letter.base - last.base) > 0.5 * max(letter.size, last.size) or letter.right < run[0].left:
        return True
    gap = letter.left - last.right
    return gap > GAP * last.size or (gap > GAP_OF_SIZES * last.size and abs(letter.size / last.size - 1) > 0.15)


def _line(run: list[_Letter], page: int, height: float) -> Iterator[Line]:
    shown = [letter for letter in run if letter.text not in BLANK]
    text = " ".join("".join(letter.text for letter in run).split())
    if not text or not shown:
        return
    lean = min(abs(shown[0].angle), abs(shown[0].angle - math.tau))
    end = next((n for n, letter in enumerate(run) if letter.text in BLANK), len(run))
    yield Line(
        page, height, text, shown[0].left, max(letter.right for letter in shown), shown[0].base,
        sorted(letter.size for letter in shown)[len(shown) // 2], run[end - 1].right - run[0].left, lean < UPRIGHT,
    )  # fmt: skip
