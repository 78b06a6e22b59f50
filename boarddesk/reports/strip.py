"""The attendance strip: a bar per director over the clock, with the number present and the motions beneath."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from boarddesk.reports import fonts
from boarddesk.reports.style import ACCENT, GRAY, HAIRLINE, INK, TINT, TINT_DARK, WHITE, Sheet
from boarddesk.reports.wording import bare_clock, clock

_ROW, _HEAD, _FOOT = 15.1, 26.0, 32.0
_BAR = 6.8
_SIZE, _LEADING = 8.5, 10.0
_STEPS = (5, 10, 15, 30, 60, 120, 240)
_MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch [start, end) of a bar: "solid" (in person), "hatched" (remote) or "recused" (out)."""

    start: datetime
    end: datetime
    look: str


@dataclass(frozen=True, slots=True)
class StripRow:
    """One director, or one vacant seat (then `spans` is empty and a dashed line is drawn)."""

    name: str
    attendance: str
    spans: tuple[Span, ...] = ()
    vacant: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How many were present over [start, end), and whether that was a quorum."""

    start: datetime
    end: datetime
    present: int
    quorum: bool


@dataclass(frozen=True, slots=True)
class StripData:
    """All that one strip shows; times are local, from the call to order to the end."""

    start: datetime
    end: datetime
    rows: tuple[StripRow, ...]
    counts: tuple[Count, ...]
    count_label: str
    quorum_label: str
    motions: tuple[tuple[datetime, str], ...] = ()
    motions_label: str = ""


def ticks(start: datetime, end: datetime) -> tuple[datetime, ...]:
    """Round clock times from at or before `start` to before `end`, at most about seven of them."""
    minutes = max(1, int((end - start).total_seconds() // 60))
    step = next((s for s in _STEPS if minutes / s <= _MOST_TICKS), _STEPS[-1])
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    first = midnight + timedelta(minutes=int((start - midnight).total_seconds() // 60) // step * step)
    count = int((end - first).total_seconds() // 60) // step + 1
    return tuple(first + timedelta(minutes=step * n) for n in range(count))


class Strip(Flowable):  # type: ignore[misc]
    """The strip; it breaks between rows, the axis repeats and the counts stand under the last."""

    def __init__(self, data: StripData, sheet: Sheet, *, last: bool = True) -> None:
        super().__init__()
        self.data, self.sheet, self.last = data, sheet, last
        self.ticks = ticks(data.start, data.end)
        self.left = sheet.measure * 0.525
        self.width = sheet.measure
        self.second = sheet.measure * 0.257
        self.texts = [self._texts(row) for row in data.rows]
        self.heights = [_ROW + (max(len(a), len(b)) - 1) * _LEADING for a, b in self.texts]

    def _texts(self, row: StripRow) -> tuple[list[str], list[str]]:
        face = fonts.SANS if row.vacant else fonts.SANS_BOLD
        room = self.left - self.second - 5
        return _lines(row.name, face, self.second - 6), _lines(row.attendance, fonts.SANS, room)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The full measure and a line for each row."""
        del width, height
        self.height = _HEAD + sum(self.heights) + (self._foot() if self.last else 0)
        return self.width, self.height

    def _foot(self) -> float:
        return _FOOT if self.data.motions else _FOOT - 13

    def split(self, width: float, height: float) -> list[Flowable]:
        """As many rows as fit, then the rest."""
        del width
        rows = self.data.rows
        fit, used = 0, _HEAD
        while fit < len(rows) - 2 and used + self.heights[fit] <= height:
            used += self.heights[fit]
            fit += 1
        if fit < 3:
            return []
        return [
            Strip(replace(self.data, rows=rows[:fit]), self.sheet, last=False),
            Strip(replace(self.data, rows=rows[fit:]), self.sheet),
        ]

    def _x(self, at: datetime) -> float:
        begin, end = self.ticks[0], self.data.end
        share = (at - begin).total_seconds() / max(60.0, (end - begin).total_seconds())
        return self.left + 3 + min(1.0, max(0.0, share)) * (self.width - self.left - 8)

    def draw(self) -> None:
        """Draw axis, rows, counts and motions."""
        canvas = self.canv
        canvas.saveState()
        self._axis(canvas)
        y = self.height - _HEAD
        for number, row in enumerate(self.data.rows):
            y -= self.heights[number]
            self._row(canvas, row, number, y)
            closing = self.last and number == len(self.data.rows) - 1
            canvas.setStrokeColor(INK if closing else HAIRLINE)
            canvas.setLineWidth(0.8 if closing else 0.35)
            canvas.line(0, y, self.width, y)
        if self.last:
            self._counts(canvas, y)
        canvas.restoreState()

    def _axis(self, canvas: Canvas) -> None:
        top = self.height - _HEAD
        canvas.setFillColor(GRAY)
        canvas.setFont(fonts.SANS_BOLD, 8)
        canvas.drawString(0, top + 5.5, "Director")
        canvas.drawString(self.second, top + 5.5, "Attendance")
        canvas.setFont(fonts.SANS, 7)
        bottom = 13.0 if self.last and self.data.motions else 0.0
        meridiem, free = "", 0.0
        for number, tick in enumerate(self.ticks):
            x = self._x(tick)
            if number:
                canvas.setStrokeColor(HAIRLINE)
                canvas.setLineWidth(0.35)
                canvas.line(x, bottom + (18 if self.last else 0), x, top)
            label = clock(tick) if (noon := "am" if tick.hour < 12 else "pm") != meridiem else bare_clock(tick)
            meridiem = noon
            half = fonts.width(label, fonts.SANS, 7) / 2
            center = min(max(x, self.left + half), self.width - half)
            if center - half >= free:
                canvas.drawCentredString(center, top + 5.5, label)
                free = center + half + 4
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.8)
        canvas.line(0, top, self.width, top)
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.5)
        canvas.line(self.left, bottom if self.last else 0, self.left, top)

    def _row(self, canvas: Canvas, row: StripRow, number: int, y: float) -> None:
        base = y + self.heights[number] - 10.5
        name, attendance = self.texts[number]
        canvas.setFillColor(GRAY if row.vacant else INK)
        _draw_lines(canvas, name, fonts.SANS if row.vacant else fonts.SANS_BOLD, 0, base)
        canvas.setFillColor(GRAY)
        _draw_lines(canvas, attendance, fonts.SANS, self.second, base)
        bar = y + (self.heights[number] - _BAR) / 2
        if row.vacant:
            canvas.setStrokeColor(GRAY)
            canvas.setLineWidth(0.6)
            canvas.setDash(2, 2)
            canvas.line(self._x(self.data.start), bar + _BAR / 2, self._x(self.data.end), bar + _BAR / 2)
            canvas.setDash()
        for span in row.spans:
            _bar(canvas, span.look, self._x(span.start), bar, self._x(span.end) - self._x(span.start))

    def _counts(self, canvas: Canvas, y: float) -> None:
        data = self.data
        canvas.setFillColor(INK)
        canvas.setFont(fonts.SANS_BOLD, 8.5)
        canvas.drawString(0, y - 11, data.count_label)
        canvas.setFillColor(GRAY)
        _draw_lines(canvas, (data.quorum_label,), fonts.SANS, self.second, y - 11)
        shades = (TINT_DARK, TINT)
        for number, count in enumerate(data.counts):
            x, end = self._x(count.start), self._x(count.end)
            canvas.setFillColor(shades[number % 2] if count.quorum else INK)
            canvas.rect(x, y - 14.5, end - x, 12.5, stroke=0, fill=1)
            label = str(count.present)
            if fonts.width(label, fonts.SANS_BOLD, 8) < end - x:
                canvas.setFillColor(INK if count.quorum else WHITE)
                canvas.setFont(fonts.SANS_BOLD, 8)
                canvas.drawCentredString((x + end) / 2, y - 11, label)
        if data.motions:
            self._motions(canvas, y)

    def _motions(self, canvas: Canvas, y: float) -> None:
        canvas.setFillColor(GRAY)
        _draw_lines(canvas, (self.data.motions_label,), fonts.SANS, self.second, y - 27)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.8)
        canvas.setFillColor(INK)
        canvas.setFont(fonts.SANS_BOLD, 7.5)
        free = 0.0
        for at, label in self.data.motions:
            x = self._x(at)
            canvas.line(x, y - 19, x, y - 16)
            half = fonts.width(label, fonts.SANS_BOLD, 7.5) / 2
            center = min(max(x, free + half), self.width - half)
            # A label that would stand more than its own width from its tick is left out; the text has it.
            if center - x <= 2 * half and center - half >= free - 0.1:
                canvas.drawCentredString(center, y - 27, label)
                free = center + half + 1.5


def _bar(canvas: Canvas, look: str, x: float, y: float, width: float) -> None:
    canvas.setStrokeColor(ACCENT)
    canvas.setFillColor(ACCENT)
    canvas.setLineWidth(0.6)
    if look == "solid":
        canvas.rect(x, y, width, _BAR, stroke=0, fill=1)
        return
    canvas.saveState()
    canvas.setFillColor(WHITE)
    if look == "recused":
        canvas.setDash(1.4, 1.4)
        canvas.rect(x, y, width, _BAR, stroke=1, fill=1)
        if width > 6:
            canvas.setFillColor(INK)
            canvas.setFont(fonts.SANS, 6.5)
            canvas.drawCentredString(x + width / 2, y + 1.2, "R")
    else:
        canvas.rect(x, y, width, _BAR, stroke=0, fill=1)
        _hatch(canvas, x, y, width)
        canvas.rect(x, y, width, _BAR, stroke=1, fill=0)
    canvas.restoreState()


def _hatch(canvas: Canvas, x: float, y: float, width: float) -> None:
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(x, y, width, _BAR)
    canvas.clipPath(clip, stroke=0, fill=0)
    lines = canvas.beginPath()
    at = x - _BAR
    while at < x + width:
        lines.moveTo(at, y)
        lines.lineTo(at + _BAR, y + _BAR)
        at += 2.6
    canvas.drawPath(lines)
    canvas.restoreState()


def _lines(text: str, face: str, width: float) -> list[str]:
    """`text` at table size in lines of at most `width`; a word longer than that is broken."""
    lines: list[str] = []
    for line in simpleSplit(text, face, _SIZE, width):
        rest = line
        while fonts.width(rest, face, _SIZE) > width + 0.5:
            cut = next(n for n in range(len(rest) - 1, 0, -1) if fonts.width(rest[:n], face, _SIZE) <= width)
            lines.append(rest[:cut])
            rest = rest[cut:]
        lines.append(rest)
    return lines or [""]


def _draw_lines(canvas: Canvas, lines: Sequence[str], face: str, x: float, y: float) -> None:
    canvas.setFont(face, _SIZE)
    for line in lines:
        canvas.drawString(x, y, line)
        y -= _LEADING
