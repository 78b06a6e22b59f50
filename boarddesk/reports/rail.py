"""The rail at the left of the text column: what a reader looks up, right-aligned beside its paragraph."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from boarddesk.reports import fonts
from boarddesk.reports.style import GRAY, INK, Sheet

if TYPE_CHECKING:
    from boarddesk.reports.frame import DeskCanvas

LEADING = 10.5
SIZE = 8.0


def wrapped(lines: Sequence[str], width: float) -> list[str]:
    """Rail lines broken at spaces where they are wider than the rail."""
    out: list[str] = []
    for line in lines:
        words, row = line.split(" "), ""
        for word in words:
            longer = f"{row} {word}".strip()
            face = fonts.SANS_BOLD if not out else fonts.SANS
            if row and fonts.width(longer, face, SIZE) > width:
                out.append(row)
                row = word
            else:
                row = longer
        out.append(row)
    return out


def height_of(lines: Sequence[str], sheet: Sheet) -> float:
    """How far down a note reaches."""
    return LEADING * len(wrapped(lines, sheet.rail)) if lines else 0.0


def draw_rail(canvas: "DeskCanvas", lines: Sequence[str], sheet: Sheet, y: float) -> None:
    """Draw a note whose first baseline is at `y`, lower if the note above it reaches that far.

    The first line is set in Semibold. `canvas.rail_low` remembers, in page coordinates, how low the
    last note on the page went.
    """
    # Of the sheet as it is laid out, whatever it is printed at.
    origin = canvas.absolutePosition(0, 0)[1] / canvas.enlarged
    y = min(y, canvas.rail_low - origin - LEADING)
    canvas.saveState()
    for number, line in enumerate(wrapped(lines, sheet.rail)):
        canvas.setFont(fonts.SANS if number else fonts.SANS_BOLD, SIZE)
        canvas.setFillColor(GRAY if number else INK)
        canvas.drawRightString(sheet.rail, y, line)
        y -= LEADING
    canvas.restoreState()
    canvas.rail_low = min(canvas.rail_low, y + LEADING - 4 + origin)


class RailClear(Flowable):  # type: ignore[misc]
    """Space down to the end of the last rail note, so that none runs below the text it stands beside."""

    # The space after the paragraph above still counts toward the space before what follows, as it does
    # where several flowables are measured together.
    _SPACETRANSFER = True

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The rest of the note's height, nothing where the text already reaches lower."""
        del width
        canvas, frame = getattr(self, "canv", None), getattr(self, "_frame", None)
        if canvas is None or frame is None:
            return 0.0, 0.0
        return 0.0, max(0.0, min(height, frame._y1p + height - canvas.rail_low))

    def draw(self) -> None:
        """Nothing: it only takes room."""
