"""A strip of days from a starting fact to the last day of its clock: counted days numbered, holidays named."""

from collections.abc import Sequence
from datetime import date

from reportlab.platypus import Flowable

from boarddesk.reports import fonts
from boarddesk.reports.style import ACCENT, GRAY, HAIRLINE, INK, TINT, WHITE, Sheet
from boarddesk.reports.wording import short_date

_HIGH, _WIDEST, _LINES = 40.0, 62.0, 2
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class DayStrip(Flowable):  # type: ignore[misc]
    """A cell a day; the as-of day is framed, the last day is filled, a day that does not count is tinted."""

    def __init__(self, cells: Sequence[tuple[date, str, str]], as_of: date, due: date, sheet: Sheet) -> None:
        super().__init__()
        self.cells, self.as_of, self.due, self.sheet = tuple(cells), as_of, due, sheet

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The full measure at most."""
        del width, height
        self.step = min(_WIDEST, self.sheet.measure / max(1, len(self.cells)))
        return self.step * len(self.cells), _HIGH

    def draw(self) -> None:
        """Draw the days."""
        canvas = self.canv
        canvas.saveState()
        for number, (day, mark, holiday) in enumerate(self.cells):
            x = number * self.step
            last = day == self.due
            canvas.setFillColor(ACCENT if last else WHITE if mark else TINT)
            canvas.setStrokeColor(HAIRLINE)
            canvas.setLineWidth(0.5)
            canvas.rect(x, 0, self.step, _HIGH, stroke=1, fill=1)
            self._words(day, mark, holiday, x, last=last)
        for number, (day, _mark, _holiday) in enumerate(self.cells):
            if day == self.as_of:
                canvas.setStrokeColor(INK)
                canvas.setLineWidth(1.6)
                canvas.rect(number * self.step, 0, self.step, _HIGH, stroke=1, fill=0)
        canvas.restoreState()

    def _words(self, day: date, mark: str, holiday: str, x: float, *, last: bool) -> None:
        canvas, center = self.canv, x + self.step / 2
        dated = short_date(day).rpartition("\u00a0")[0]
        canvas.setFillColor(WHITE if last else GRAY)
        canvas.setFont(fonts.SANS, 7)
        canvas.drawCentredString(
            center, _HIGH - 10, fonts.fitted(f"{_WEEKDAYS[day.weekday()]} {dated}", fonts.SANS, 7, self.step - 2)
        )
        canvas.setFillColor(WHITE if last else INK)
        canvas.setFont(fonts.SANS_BOLD, 10)
        if mark:
            canvas.drawCentredString(center, 14, mark)
        note = holiday or ("due" if last else "as of" if day == self.as_of else "")
        words = note.split(" ")
        lines = [note] if fonts.width(note, fonts.SANS, 7) <= self.step - 4 else [words[0], " ".join(words[1:])]
        canvas.setFont(fonts.SANS, 7)
        y = 13.0 + 8 * (len(lines) - 1) if holiday else 4.5
        for line in lines[:_LINES]:
            canvas.drawCentredString(center, y, fonts.fitted(line, fonts.SANS, 7, self.step - 2))
            y -= 8
