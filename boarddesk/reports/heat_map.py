"""The heat map: clauses × quarters, one mark a cell, framed where adverse, the year apart at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from boarddesk.reports import fonts
from boarddesk.reports.marks import Mark, draw
from boarddesk.reports.style import GRAY, HAIRLINE, INK, Sheet

_CELL, _APART, _HEAD = 34.0, 8.0, 16.5
_MOST, _LEAST = 13.0, 10.3
_SIZE = 8.0


@dataclass(frozen=True, slots=True)
class MapRow:
    """One clause (or, without cells, the title of a section); `bold` marks a row that needs attention."""

    label: str
    title: str = ""
    kind: str = ""
    cells: tuple[Mark | None, ...] = ()
    bold: bool = False


@dataclass(frozen=True, slots=True)
class MapHeads:
    """The heads of a map and the width of its label column in points."""

    label: str
    kind: str
    columns: tuple[str, ...]
    label_width: float = 46.0


class HeatMap(Flowable):  # type: ignore[misc]
    """Rows of marks; it breaks between rows and its head repeats."""

    def __init__(self, rows: Sequence[MapRow], heads: MapHeads, sheet: Sheet, row_height: float = 0.0) -> None:
        super().__init__()
        self.rows, self.heads, self.sheet = tuple(rows), heads, sheet
        room = sheet.height - 74 - sheet.bottom - 120
        self.row_height = row_height or max(_LEAST, min(_MOST, room / max(1, len(rows))))
        self.width = sheet.measure
        self.first = self.width - _CELL * len(heads.columns) - _APART

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The full measure; a line a row."""
        del width, height
        self.height = _HEAD + self.row_height * len(self.rows)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """As many rows as fit, never ending on a section's title."""
        del width
        fit = int((height - _HEAD) // self.row_height)
        while fit and not self.rows[fit - 1].cells:
            fit -= 1
        if fit < 3:
            return []
        return [HeatMap(rows, self.heads, self.sheet, self.row_height) for rows in (self.rows[:fit], self.rows[fit:])]

    @property
    def room(self) -> float:
        """How much height the whole map wants, with its heading and key."""
        return 110.0 + self.row_height * len(self.rows)

    def _column(self, number: int) -> float:
        last = number == len(self.heads.columns) - 1
        return self.first + _CELL * number + (_APART if last else 0)

    def draw(self) -> None:
        """Draw the head and the rows."""
        canvas = self.canv
        canvas.saveState()
        top = self.height - _HEAD
        canvas.setFillColor(GRAY)
        canvas.setFont(fonts.SANS_BOLD, 8)
        canvas.drawString(0, top + 4.5, self.heads.label)
        canvas.drawCentredString(self.first - 22, top + 4.5, self.heads.kind)
        for number, head in enumerate(self.heads.columns):
            canvas.drawCentredString(self._column(number) + _CELL / 2 - 1, top + 4.5, head)
        self._rule(canvas, top, heavy=True)
        y = top
        for row in self.rows:
            y -= self.row_height
            if row.cells:
                self._clause(canvas, row, y)
            else:
                canvas.setFillColor(INK)
                canvas.setFont(fonts.SANS_BOLD, _SIZE)
                canvas.drawString(0, y + 3.2, row.label)
            self._rule(canvas, y, heavy=row is self.rows[-1])
        canvas.restoreState()

    def _rule(self, canvas: Canvas, y: float, *, heavy: bool) -> None:
        canvas.setStrokeColor(INK if heavy else HAIRLINE)
        canvas.setLineWidth(0.8 if heavy else 0.35)
        canvas.line(0, y, self.width, y)

    def _clause(self, canvas: Canvas, row: MapRow, y: float) -> None:
        base = y + (self.row_height - _SIZE) / 2 + 1.6
        canvas.setFillColor(GRAY)
        room = self.heads.label_width - 3
        label = fonts.fitted(row.label, fonts.SANS, 7.5, room)
        canvas.setFont(fonts.SANS, 7.5)
        canvas.drawString(0, base, label)
        canvas.drawCentredString(self.first - 22, base, row.kind)
        canvas.setFillColor(INK)
        face = fonts.SANS_BOLD if row.bold else fonts.SANS
        title = _one_line(row.title, face, self.first - 40 - self.heads.label_width)
        canvas.setFont(face, _SIZE)
        canvas.drawString(self.heads.label_width, base, title)
        for number, mark in enumerate(row.cells):
            if mark is not None:
                self._mark(canvas, mark, self._column(number), y)

    def _mark(self, canvas: Canvas, mark: Mark, x: float, y: float) -> None:
        canvas.saveState()
        if mark.word not in ("Information", "Not applicable", "Not yet due"):
            canvas.setFillColor(mark.tint)
            canvas.rect(x, y + 0.6, _CELL - 2, self.row_height - 1.2, stroke=0, fill=1)
        if mark.framed:
            canvas.setStrokeColor(mark.color)
            canvas.setLineWidth(0.9)
            canvas.rect(x, y + 0.9, _CELL - 2, self.row_height - 1.8, stroke=1, fill=0)
        canvas.restoreState()
        size = self.row_height * 0.7
        draw(canvas, mark, x + (_CELL - 2 - size) / 2, y + (self.row_height - size) / 2, size)


def _one_line(text: str, face: str, room: float) -> str:
    if fonts.width(text, face, _SIZE) <= room:
        return text
    first = simpleSplit(text, face, _SIZE, room - 8)
    return f"{first[0]} …" if first else text


class MarkKey(Flowable):  # type: ignore[misc]
    """The marks that a map uses, each with its word, in columns."""

    def __init__(self, marks: Sequence[Mark], sheet: Sheet, columns: int = 5) -> None:
        super().__init__()
        self.marks, self.sheet, self.columns = tuple(marks), sheet, columns

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """A line for each row of words."""
        del width, height
        self.height = 8.0 + 14.0 * -(-len(self.marks) // self.columns)
        return self.sheet.measure, self.height

    def draw(self) -> None:
        """Draw the key."""
        canvas = self.canv
        step = self.sheet.measure / self.columns
        canvas.setFont(fonts.SANS, 8.5)
        for number, mark in enumerate(self.marks):
            x = step * (number % self.columns)
            y = self.height - 8 - 14.0 * (number // self.columns + 1) + 4
            draw(canvas, mark, x, y - 1.4, 9)
            canvas.setFillColor(INK)
            canvas.setFont(fonts.SANS, 8.5)
            canvas.drawString(x + 14, y, mark.word)
