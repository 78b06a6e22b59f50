"""Paragraphs of the house: with rail note, resolution bar and draft line numbers; headings; the hash block."""

from collections.abc import Sequence
from functools import cache
from typing import Any, cast

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph

from boarddesk.reports import fonts
from boarddesk.reports.rail import LEADING, RailClear, draw_rail, height_of
from boarddesk.reports.style import ACCENT, GRAY, INK, TINT, Sheet, styles

_LINE_NUMBER_STEP = 5


@cache
def _plain_fragment(style: ParagraphStyle) -> Any:
    return Paragraph("x", style).frags[0]


class Text(Paragraph):  # type: ignore[misc]
    """A paragraph of the text column, with a rail note at its first line and, if wanted, a bar at its left.

    `bar` is "" (none), "start" or "on" (it goes on from the paragraph above); `whole` keeps it on one page. Where the
    canvas is a draft's, its lines are counted and every fifth is numbered at the right margin.
    """

    def __init__(
        self,
        text: str | None,
        style: ParagraphStyle,
        sheet: Sheet | None = None,
        *,
        rail: Sequence[str] = (),
        bar: str = "",
        whole: bool = False,
        frags: Any = None,
        **more: Any,
    ) -> None:
        if frags is None and text and "<" not in text and "&" not in text:
            # The parser costs more than the line breaking; plain text needs none.
            frags = [_plain_fragment(style).clone(text=text)]
            text = None
        super().__init__(text, style, frags=frags, **more)
        self.sheet, self.rail, self.bar, self.whole = sheet, tuple(rail), bar, whole

    def split(self, width: float, height: float) -> list[Flowable]:
        """Two paragraphs of the same kind; the note stays with the first, the bar goes on."""
        if self.whole and self.height < (self.sheet.height / 2 if self.sheet else 0):
            return []
        parts = cast("list[Text]", super().split(width, height))
        for number, part in enumerate(parts):
            part.sheet, part.whole = self.sheet, self.whole
            part.rail = () if number else self.rail
            part.bar = "on" if self.bar and number else self.bar
        return list(parts)

    def draw(self) -> None:
        """Draw the note, the bar, the text and the draft's line numbers."""
        canvas = self.canv
        if self.rail and self.sheet:
            draw_rail(canvas, self.rail, self.sheet, self.height - self.style.fontSize + 0.8)
        if self.bar and self.sheet:
            canvas.saveState()
            canvas.setStrokeColor(ACCENT)
            canvas.setLineWidth(1.4)
            x = self.sheet.column + 3
            canvas.line(x, self._bar_top(), x, 1.0)
            canvas.restoreState()
        super().draw()
        if self.sheet and canvas.numbers_lines:
            self._number_lines()

    def _bar_top(self) -> float:
        """Up to the paragraph above, whose bar it goes on; a page starts it anew."""
        at_top = getattr(getattr(self, "_frame", None), "_atTop", False)
        return float(self.height - 1.5 if self.bar == "start" or at_top else self.height + self.getSpaceAfter() + 1.0)

    def _number_lines(self) -> None:
        canvas, sheet = self.canv, self.sheet
        y = self.height - self.style.fontSize
        for _ in self.blPara.lines:
            canvas.line_count += 1
            if canvas.line_count % _LINE_NUMBER_STEP == 0 and sheet:
                canvas.number_line(*canvas.absolutePosition(sheet.measure + 20, y), canvas.line_count)
            y -= self.style.leading


class Heading(Paragraph):  # type: ignore[misc]
    """A heading that leaves a bookmark; an item's number stands in the rail in the accent color."""

    def __init__(
        self,
        text: str,
        style: ParagraphStyle,
        sheet: Sheet,
        *,
        number: str = "",
        bookmark: str = "",
        level: int = 0,
        key: str = "",
        **more: Any,
    ) -> None:
        super().__init__(text, style, **more)
        self.sheet, self.number, self.bookmark, self.level, self.key = sheet, number, bookmark, level, key

    def split(self, width: float, height: float) -> list[Flowable]:
        """Never: a heading moves to the next page whole."""
        del width, height
        return []

    def draw(self) -> None:
        """Draw the heading, its number, and leave its bookmark."""
        canvas = self.canv
        if self.bookmark:
            canvas.mark(self.bookmark, self.level, self.key, self.height + 4)
        if self.number:
            canvas.setFont(fonts.SUBHEAD_BOLD, 12.5)
            canvas.setFillColor(ACCENT)
            canvas.drawRightString(self.sheet.rail, self.height - self.style.fontSize + 0.8, self.number)
        super().draw()


def item_heading(
    title: str, sheet: Sheet, number: str, bookmark: str, rail: Sequence[str] = (), room: float = 0.0
) -> list[Flowable]:
    """The heading of a numbered item, kept with its rail note and three lines of text (or `room` points)."""
    note = max(78.0, 33.0 + LEADING + height_of(rail, sheet), 33.0 + room)
    style = styles(sheet).item
    return [RailClear(), Room(note), Heading(title, style, sheet, number=number, bookmark=bookmark, key="")]


def block_heading(title: str, sheet: Sheet, bookmark: str = "", level: int = 0, room: float = 62.0) -> list[Flowable]:
    """The heading of a full-width block (attendance, actions, exhibits), kept with `room` points below it."""
    style = styles(sheet).block
    return [RailClear(), Room(room), Heading(title, style, sheet, bookmark=bookmark, level=level)]


def section_heading(title: str, sheet: Sheet, bookmark: str = "", key: str = "", room: float = 90.0) -> list[Flowable]:
    """The title of a section of a report."""
    style = styles(sheet).section
    return [Room(room), Heading(title, style, sheet, bookmark=bookmark or title, key=key)]


def keep(rail: Sequence[str], sheet: Sheet, lines: int = 2) -> Flowable:
    """Room for a rail note (11 points a line, at least 32) and the first lines of its paragraph."""
    return Room(max(32.0, height_of(rail, sheet) + 4, lines * 14.0))


class Room(CondPageBreak):  # type: ignore[misc]
    """A new page where less than so many points are left; spaces above and below it meet as if it were not there."""

    _SPACETRANSFER = True


class Whole(KeepTogether):  # type: ignore[misc]
    """Flowables on one page, with some air: a rail note may reach lower than the measured text."""

    AIR = 18.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measured a little higher than it is."""
        size: tuple[float, float] = super().wrap(width, height)
        self._H += self.AIR
        return size


class Overline(Flowable):  # type: ignore[misc]
    """The company's name in tracked capitals above the title; the ground of the first page's bookmark."""

    def __init__(self, text: str, bookmark: str = "") -> None:
        super().__init__()
        self.text, self.bookmark = text.upper(), bookmark

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """One line; capitals that would run over the measure are set narrower."""
        del height
        self.width = width
        return width, 13.0

    def draw(self) -> None:
        """Draw the letters; the tracking ends with the saved state."""
        canvas = self.canv
        if self.bookmark:
            canvas.mark(self.bookmark, 0, "", 40)
        canvas.saveState()
        natural = fonts.width(self.text, fonts.SANS_BOLD, 8)
        tracking = min(0.9, (self.width - natural) / max(1, len(self.text)))
        line = canvas.beginText(0, 5)
        line.setFont(fonts.SANS_BOLD, 8)
        line.setFillColor(ACCENT)
        line.setCharSpace(tracking)
        line.textLine(self.text)
        canvas.drawText(line)
        canvas.restoreState()


class HashBlock(Flowable):  # type: ignore[misc]
    """The boxed SHA-256 in two lines of four groups of eight, with what it covers and how to check it."""

    def __init__(self, label: str, digest: str, notes: Sequence[str], sheet: Sheet) -> None:
        super().__init__()
        self.label, self.digest, self.sheet = label, digest, sheet
        self.notes = [Paragraph(text, styles(sheet).fine) for text in notes]

    def getSpaceBefore(self) -> float:
        """Air above the box."""
        return 12.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The full measure; the notes decide the height."""
        del width
        inner = self.sheet.measure - 124 - 8
        self.height = 12.0 + 31.5 + sum(note.wrap(inner, height)[1] for note in self.notes)
        self.width = self.sheet.measure
        return self.width, self.height

    def draw(self) -> None:
        """Draw the box, the label on its tint, the digits and the notes."""
        canvas, top, left = self.canv, self.height, 100.0
        canvas.saveState()
        canvas.setFillColor(TINT)
        canvas.rect(0, 0, left - 8, top, stroke=0, fill=1)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.8)
        canvas.rect(0, 0, self.width, top, stroke=1, fill=0)
        canvas.setFillColor(INK)
        canvas.setFont(fonts.SANS_BOLD, 8.5)
        canvas.drawString(9, top - 16, self.label)
        canvas.setFillColor(GRAY)
        canvas.setFont(fonts.SANS, 7.5)
        canvas.drawString(left, top - 15, "SHA-256")
        canvas.setFillColor(INK)
        canvas.setFont(fonts.MONO, 7.5)
        groups = [self.digest[n : n + 8] for n in range(0, 64, 8)]
        canvas.drawString(left, top - 25.5, " ".join(groups[:4]))
        canvas.drawString(left, top - 36, " ".join(groups[4:]))
        y = top - 38.5
        for note in self.notes:
            y -= note.height
            note.drawOn(canvas, left, y)
        canvas.restoreState()
