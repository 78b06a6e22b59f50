"""A table that stands within the words of an item: ruled as the tables of the house, in the text column."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.platypus import Flowable, Table, TableStyle

from boarddesk.domain.text_tables import TextTable
from boarddesk.reports import fonts
from boarddesk.reports.flowables import Text
from boarddesk.reports.rail import draw_rail, height_of
from boarddesk.reports.ruled import HAIR, RULE
from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.style import HAIRLINE, INK, Sheet

GAP = 10.0
"""Points between two columns."""
SQUEEZED = 260.0
"""Points that a column may claim for its longest cell before all columns share what there is."""


class RailNote(Flowable):  # type: ignore[misc]
    """A rail note beside a table, which has no first line of its own to hang it on."""

    def __init__(self, rail: Sequence[str], sheet: Sheet) -> None:
        super().__init__()
        self.rail, self.sheet = tuple(rail), sheet
        self.keepWithNext = True

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """No room of its own."""
        del width, height
        return 0.0, 0.0

    def draw(self) -> None:
        """The note, its first line level with the head of the table."""
        draw_rail(self.canv, self.rail, self.sheet, -14.0)


def text_table(voice: Voice, table: TextTable, rail: Sequence[str] = ()) -> list[Flowable]:
    """The table with its head repeated on each page; figures stand flush right."""
    s, sheet, figures = voice.styles, voice.sheet, table.figures
    heads = [s.head_right if figure else s.head for figure in figures]
    cells = [s.cell_right if figure else s.cell for figure in figures]
    headed = len(table.rows) > 1
    rows: list[list[Any]] = [
        ["", *(Text(voice.sans(cell), style) if cell else "" for cell, style in zip(row, look, strict=True))]
        for number, row in enumerate(table.rows)
        for look in [heads if headed and not number else cells]
    ]
    made = Table(
        rows, colWidths=[sheet.column, *_widths(table, sheet.text)], repeatRows=int(headed), spaceBefore=2, spaceAfter=9
    )
    rules: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), GAP), ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("LINEBELOW", (1, int(headed)), (-1, -2), HAIR, HAIRLINE), ("LINEBELOW", (1, -1), (-1, -1), RULE, INK),
    ]  # fmt: skip
    if headed:
        rules += [("LINEBELOW", (1, 0), (-1, 0), RULE, INK), ("VALIGN", (0, 0), (-1, 0), "BOTTOM")]
    made.setStyle(TableStyle(rules))
    note = [RailNote(rail, sheet)] if rail and height_of(rail, sheet) else []
    return [*note, made]


def _widths(table: TextTable, room: float) -> list[float]:
    """As wide as each column's longest cell wants to be; what is left, or lacking, is shared in that proportion."""
    columns = tuple(zip(*table.rows, strict=True))
    wanted = [min(SQUEEZED, max(_widest(column), 18.0) + GAP + 2) for column in columns]
    if sum(wanted) <= room:
        # Figures keep their place; the words of the first column take what is left.
        return [wanted[0] + room - sum(wanted), *wanted[1:]]
    words = ([word for cell in column for word in cell.split()] for column in columns)
    least = [min(want, _widest(column) + GAP + 2) for want, column in zip(wanted, words, strict=True)]
    spare = room - sum(least)
    if spare <= 0:
        return [room * each / sum(wanted) for each in wanted]
    over = [want - low for want, low in zip(wanted, least, strict=True)]
    return [low + spare * more / sum(over) for low, more in zip(least, over, strict=True)]


def _widest(texts: Iterable[str]) -> float:
    return max((fonts.width(text, fonts.SANS_BOLD, 8.5) for text in texts), default=0.0)
