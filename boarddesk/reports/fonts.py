"""The faces of printed documents: registered once, with the characters each can set."""

import re
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus.tables import CellStyle

from boarddesk.common import resources

SERIF, SERIF_BOLD, SERIF_ITALIC, SERIF_BOLD_ITALIC = "Serif", "Serif-Semibold", "Serif-It", "Serif-SemiboldIt"
SANS, SANS_BOLD, SANS_ITALIC, SANS_BOLD_ITALIC = "Sans", "Sans-Semibold", "Sans-It", "Sans-SemiboldIt"
SUBHEAD, SUBHEAD_BOLD = "Subhead", "Subhead-Semibold"
MONO = "Mono"

_FILES = {
    SERIF: "source-serif/SourceSerif4-Regular.ttf",
    SERIF_BOLD: "source-serif/SourceSerif4-Semibold.ttf",
    SERIF_ITALIC: "source-serif/SourceSerif4-It.ttf",
    SERIF_BOLD_ITALIC: "source-serif/SourceSerif4-SemiboldIt.ttf",
    SUBHEAD: "source-serif/SourceSerif4Subhead-Regular.ttf",
    SUBHEAD_BOLD: "source-serif/SourceSerif4Subhead-Semibold.ttf",
    SANS: "source-sans/SourceSans3-Regular.ttf",
    SANS_BOLD: "source-sans/SourceSans3-Semibold.ttf",
    SANS_ITALIC: "source-sans/SourceSans3-It.ttf",
    SANS_BOLD_ITALIC: "source-sans/SourceSans3-SemiboldIt.ttf",
    MONO: "source-code-pro/SourceCodePro-Regular.ttf",
}


_MOST_WORDS = 20_000


class _Face(TTFont):  # type: ignore[misc]
    """A face that remembers the widths of words: minutes say the same ones over and over."""

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename)
        self._widths: dict[str, float] = {}

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """The width of `text` in points at `size`."""
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) >= _MOST_WORDS:
                self._widths.clear()
            known = self._widths[text] = super().stringWidth(text, 1000, encoding)
        return known * size * 0.001


@cache
def register() -> None:
    """Register every face and make Source Sans the base, so that no Helvetica creeps in."""
    # Streams stay binary: a fifth smaller and quicker to write than in ASCII.
    rl_config.useA85 = 0
    for name, file in _FILES.items():
        pdfmetrics.registerFont(_Face(name, str(resources.path("fonts", *file.split("/")))))
    pdfmetrics.registerFontFamily(SERIF, SERIF, SERIF_BOLD, SERIF_ITALIC, SERIF_BOLD_ITALIC)
    pdfmetrics.registerFontFamily(SUBHEAD, SUBHEAD, SUBHEAD_BOLD, SERIF_ITALIC, SERIF_BOLD_ITALIC)
    pdfmetrics.registerFontFamily(SANS, SANS, SANS_BOLD, SANS_ITALIC, SANS_BOLD_ITALIC, baseFontFor="canvas graphics")
    pdfmetrics.registerFontFamily(MONO, MONO, MONO, MONO, MONO)
    # Empty table cells carry a font of their own.
    CellStyle.fontname = SANS


@cache
def characters(face: str) -> frozenset[int]:
    """The code points for which `face` has a glyph."""
    register()
    return frozenset(pdfmetrics.getFont(face).face.charToGlyph)


@cache
def uncovered(*faces: str) -> re.Pattern[str]:
    """A pattern of the runs of characters that one of `faces` cannot set (bold and italic differ)."""
    covered = frozenset.intersection(*(characters(face) for face in faces))
    ranges: list[list[int]] = []
    for code in sorted(covered | {ord("\n")}):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    inside = "".join(f"{re.escape(chr(low))}-{re.escape(chr(high))}" for low, high in ranges)
    return re.compile(f"[^{inside}]+")


@cache
def width(text: str, face: str, size: float) -> float:
    """The width of `text` in points."""
    register()
    return float(pdfmetrics.stringWidth(text, face, size))


def fitted(text: str, face: str, size: float, room: float) -> str:
    """`text` cut with an ellipsis where it is wider than `room` points (headers and footers only)."""
    if width(text, face, size) <= room:
        return text
    while text and width(f"{text}…", face, size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
