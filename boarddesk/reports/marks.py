"""Status marks drawn as vectors: the shape carries the meaning, color repeats it, the word stands beside."""

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from boarddesk.reports.style import AMBER, BLUE, GRAY, GREEN, INK, PALE, RED, WHITE

type_of_shape = Callable[[Canvas, Color], None]


@dataclass(frozen=True, slots=True)
class Mark:
    """One status as printed: its word, its shape (drawn in a unit box) and its color."""

    word: str
    shape: type_of_shape
    color: Color
    framed: bool = False

    @property
    def tint(self) -> Color:
        """The pale ground of its cell in a heat map."""
        return PALE.get(self.color, WHITE)


def _open(canvas: Canvas, color: Color, width: float) -> None:
    canvas.setStrokeColor(color)
    canvas.setFillColor(color)
    canvas.setLineWidth(width)


def _lines(canvas: Canvas, *points: tuple[float, float]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path)


def _cross(canvas: Canvas, inset: float) -> None:
    _lines(canvas, (inset, inset), (1 - inset, 1 - inset))
    _lines(canvas, (inset, 1 - inset), (1 - inset, inset))


def _check(canvas: Canvas) -> None:
    _lines(canvas, (0.27, 0.5), (0.43, 0.33), (0.74, 0.69))


def _exclamation(canvas: Canvas) -> None:
    _lines(canvas, (0.5, 0.34), (0.5, 0.6))
    canvas.circle(0.5, 0.2, 0.055, stroke=0, fill=1)


def _solid_cross(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.16)
    canvas.rect(0.03, 0.03, 0.94, 0.94, stroke=0, fill=1)
    canvas.setStrokeColor(WHITE)
    _cross(canvas, 0.27)


def _outlined_cross(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.13)
    canvas.rect(0.07, 0.07, 0.86, 0.86, stroke=1, fill=0)
    _cross(canvas, 0.31)


def _solid_triangle(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.08)
    path = canvas.beginPath()
    path.moveTo(0.5, 0.93)
    path.lineTo(0.98, 0.07)
    path.lineTo(0.02, 0.07)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
    _open(canvas, WHITE, 0.11)
    _exclamation(canvas)


def _outlined_triangle(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.085)
    path = canvas.beginPath()
    path.moveTo(0.5, 0.93)
    path.lineTo(0.95, 0.08)
    path.lineTo(0.05, 0.08)
    path.close()
    canvas.drawPath(path)
    _exclamation(canvas)


def _dashed_question(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.075)
    canvas.saveState()
    canvas.setDash([0.13, 0.085])
    canvas.setLineCap(0)
    canvas.rect(0.06, 0.06, 0.88, 0.88, stroke=1, fill=0)
    canvas.restoreState()
    path = canvas.beginPath()
    path.moveTo(0.36, 0.62)
    path.curveTo(0.36, 0.82, 0.66, 0.82, 0.66, 0.62)
    path.curveTo(0.66, 0.5, 0.5, 0.5, 0.5, 0.37)
    canvas.drawPath(path)
    canvas.circle(0.5, 0.25, 0.05, stroke=0, fill=1)


def _empty_square(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.08)
    canvas.roundRect(0.07, 0.07, 0.86, 0.86, 0.08, stroke=1, fill=0)


def _page_arrow(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.085)
    _lines(canvas, (0.66, 0.34), (0.66, 0.06), (0.06, 0.06), (0.06, 0.94), (0.44, 0.94), (0.66, 0.74), (0.66, 0.66))
    _lines(canvas, (0.28, 0.5), (0.95, 0.5))
    _lines(canvas, (0.78, 0.67), (0.96, 0.5), (0.78, 0.33))


def _diamond(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.09)
    path = canvas.beginPath()
    path.moveTo(0.5, 0.98)
    for point in ((0.98, 0.5), (0.5, 0.02), (0.02, 0.5)):
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path)
    canvas.circle(0.5, 0.5, 0.1, stroke=0, fill=1)


def _half_circle(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.085)
    canvas.circle(0.5, 0.5, 0.43, stroke=1, fill=0)
    canvas.wedge(0.07, 0.07, 0.93, 0.93, 90, 180, stroke=0, fill=1)


def _square_check(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.075)
    canvas.roundRect(0.06, 0.06, 0.88, 0.88, 0.12, stroke=1, fill=0)
    canvas.setLineWidth(0.11)
    _check(canvas)


def _bare_check(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.145)
    _lines(canvas, (0.16, 0.5), (0.4, 0.26), (0.84, 0.78))


def _small_ring(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.1)
    canvas.circle(0.5, 0.5, 0.17, stroke=1, fill=0)


def _dash(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.1)
    _lines(canvas, (0.3, 0.5), (0.7, 0.5))


def _italic_i(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.075)
    path = canvas.beginPath()
    path.moveTo(0.4, 0.55)
    path.lineTo(0.53, 0.57)
    path.lineTo(0.45, 0.25)
    path.curveTo(0.44, 0.18, 0.5, 0.18, 0.57, 0.24)
    canvas.drawPath(path)
    canvas.circle(0.57, 0.74, 0.06, stroke=0, fill=1)


def _barred_circle(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.09)
    canvas.circle(0.5, 0.5, 0.42, stroke=1, fill=0)
    _lines(canvas, (0.24, 0.5), (0.76, 0.5))


def _ring_with_gap(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.14)
    canvas.setLineCap(0)
    canvas.arc(0.12, 0.12, 0.88, 0.88, 105, 300)


def _dot(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.1)
    canvas.circle(0.5, 0.5, 0.15, stroke=0, fill=1)


def _black_cross(canvas: Canvas, color: Color) -> None:
    _open(canvas, color, 0.17)
    _cross(canvas, 0.16)


def _disc(share: float) -> type_of_shape:
    def draw(canvas: Canvas, color: Color) -> None:
        _open(canvas, color, 0.11)
        canvas.circle(0.5, 0.5, 0.4, stroke=1, fill=1 if share == 1 else 0)
        if share == 0.5:
            canvas.wedge(0.1, 0.1, 0.9, 0.9, 90, 180, stroke=0, fill=1)

    return draw


_FOLLOWED = {
    "guideline": Mark("Followed", _bare_check, GREEN),
    "law": Mark("No shortfall found", _bare_check, GREEN),
}
_NOT = {
    "guideline": Mark("Departs", _outlined_cross, RED, framed=True),
    "law": Mark("Shortfall", _solid_cross, RED, framed=True),
}
_BY_STATUS = {
    "cure_expired": Mark("Cure expired", _solid_cross, RED, framed=True),
    "overdue": Mark("Overdue", _solid_triangle, RED, framed=True),
    "not_recorded": Mark("Not recorded", _empty_square, RED),
    "disclosure_required": Mark("To be disclosed", _page_arrow, AMBER),
    "cannot_judge": Mark("Cannot judge", _dashed_question, AMBER),
    "judgment_needed": Mark("Judgment needed", _diamond, BLUE),
    "safe_harbor_not_shown": Mark("Not shown", _ring_with_gap, BLUE),
    "in_cure": Mark("In cure", _half_circle, AMBER),
    "in_phase_in": Mark("In phase-in", _half_circle, AMBER),
    "due_soon": Mark("Due soon", _outlined_triangle, AMBER),
    "exception_relied_on": Mark("Exception used", _barred_circle, GRAY),
    "exempt": Mark("Exempt", _barred_circle, GRAY),
    "recorded": Mark("Recorded", _square_check, GREEN),
    "not_yet_due": Mark("Not yet due", _small_ring, GRAY),
    "not_applicable": Mark("Not applicable", _dash, GRAY),
    "information": Mark("Information", _italic_i, GRAY),
}
TESTED = Mark("Tested; not crossed", _dot, GRAY)
CROSSED = Mark("Crossed: rules out", _black_cross, INK)
DECIDE, DISCUSS, INFORM = (
    Mark("Decide", _disc(1), BLUE),
    Mark("Discuss", _disc(0.5), BLUE),
    Mark("Inform", _disc(0), BLUE),
)


def mark_for(status: str, origin: str) -> Mark:
    """The mark of a status; followed and departed take word and shape from the rule's origin.

    Practice and bylaws checks are worded as guidelines.
    """
    side = "law" if origin == "law" else "guideline"
    if status == "met":
        return _FOLLOWED[side]
    if status == "not_met":
        return _NOT[side]
    return _BY_STATUS[status]


def draw(canvas: Canvas, mark: Mark, x: float, y: float, size: float) -> None:
    """Draw `mark` in a box of `size` points whose lower left corner is at (x, y)."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(size, size)
    canvas.setLineCap(1)
    canvas.setLineJoin(0)
    mark.shape(canvas, mark.color)
    canvas.restoreState()


class MarkCell(Flowable):  # type: ignore[misc]
    """A mark alone in a table cell, centered or at the left."""

    def __init__(self, mark: Mark, size: float = 9.0, align: str = "CENTER") -> None:
        super().__init__()
        self.mark, self.size, self.hAlign = mark, size, align

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as a line of table text, so that it stands on the same line as its neighbors."""
        del width, height
        return self.size, max(self.size, 11.5)

    def draw(self) -> None:
        """Draw the mark."""
        draw(self.canv, self.mark, 0, (max(self.size, 11.5) - self.size) / 2, self.size)


class MarkedWord(Flowable):  # type: ignore[misc]
    """A mark with its word beside it, as keys and tables print it."""

    def __init__(self, mark: Mark, word: str = "", size: float = 9.0, font: str = "Sans", points: float = 8.5) -> None:
        super().__init__()
        self.mark, self.word, self.size, self.font, self.points = mark, word or mark.word, size, font, points

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """One line, the full width offered."""
        del height
        return width, 11.5

    def draw(self) -> None:
        """Draw the mark and its word."""
        draw(self.canv, self.mark, 0, (11.5 - self.size) / 2, self.size)
        self.canv.setFont(self.font, self.points)
        self.canv.setFillColor(INK)
        self.canv.drawString(self.size + 5, 2.9, self.word)
