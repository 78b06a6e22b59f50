"""A year at a glance: bodies in rows, months in columns, a chip with the day for each meeting."""

from collections.abc import Hashable
from datetime import date

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from boarddesk.ui.kit.dates import MONTHS
from boarddesk.ui.kit.spots import Spot, SpotWidget
from boarddesk.ui.kit.status import paint_mark, status_mark
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.widgets.chip_paint import ChipState, paint_chip, paint_link

LABELS, HEAD, ROW, CHIP_WIDTH, CHIP_HEIGHT = 168, 28, 29, 20, 18
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class GridEntry(msgspec.Struct, frozen=True):
    """One meeting: its row, its day, how it is shown, and its name in words.

    `linked_to` is the key of the entry that it belongs to (a session to its meeting); `mark` is a
    status code drawn beside the chip; `note` a few words beside it.
    """

    key: Hashable
    row: int
    day: date
    state: ChipState
    name: str
    special: bool = False
    linked_to: Hashable = None
    mark: str = ""
    note: str = ""


class YearView(msgspec.Struct, frozen=True):
    """Twelve months from `first` (the first day of a month); `quarters` has one word for each three."""

    first: date
    rows: tuple[str, ...]
    entries: tuple[GridEntry, ...]
    quarters: tuple[str, str, str, str] = ("Q1", "Q2", "Q3", "Q4")
    today: date | None = None
    today_word: str = ""


class YearGrid(SpotWidget):
    """Arrow keys walk from meeting to meeting, Enter opens one."""

    def __init__(self, view: YearView | None = None, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rearrange()

    def set_view(self, view: YearView) -> None:
        """Show another year."""
        self._view = view
        self.rearrange()

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        rows = len(self._view.rows) if self._view else 6
        return QSize(theme.px(1000), theme.px(HEAD) + rows * theme.px(ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(LABELS + 12 * 40), self.sizeHint().height())

    def x_of(self, day: date) -> float:
        """Where a day stands."""
        theme = Theme.current()
        first = self._view.first if self._view else day
        month = (day.year - first.year) * 12 + day.month - first.month
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        length = (following - day.replace(day=1)).days
        left = theme.px(LABELS)
        return left + (self.width() - left) / 12 * (month + (day.day - 1) / length)

    def _y_of(self, row: int) -> int:
        theme = Theme.current()
        return theme.px(HEAD) + row * theme.px(ROW)

    def lay_out(self) -> list[Spot]:
        if self._view is None:
            return []
        theme = Theme.current()
        high, row_high = theme.px(CHIP_HEIGHT), theme.px(ROW)
        spots: list[Spot] = []
        taken: dict[int, float] = {}
        for entry in sorted(self._view.entries, key=lambda e: (e.row, e.day)):
            width = theme.px(CHIP_WIDTH + (7 if entry.special else 0))
            left = round(self.x_of(entry.day) - theme.px(9))
            # Two meetings within a few days stand side by side rather than one upon the other.
            left = round(max(left, taken.get(entry.row, 0.0)))
            left = min(left, self.width() - width - 2)
            taken[entry.row] = left + width + 2
            top = self._y_of(entry.row) + (row_high - high) // 2
            spots.append(Spot(QRectF(left, top, width, high), entry.key, entry.name))
        return spots

    def paint(self, painter: QPainter) -> None:
        if self._view is None:
            return
        painter.fillRect(self.rect(), Theme.current().color("surface"))
        self._paint_months(painter, self._view)
        self._paint_rows(painter, self._view)
        self._paint_today(painter, self._view)
        entries = {entry.key: entry for entry in self._view.entries}
        for spot in self.spots:
            entry = entries[spot.key]
            other = self.box_of(entry.linked_to) if entry.linked_to is not None else QRectF()
            if not other.isEmpty():
                upper, lower = sorted((other, spot.box), key=QRectF.top)
                paint_link(painter, upper, lower, "red-s" if entry.state == "departs" else "slate-s")
        for spot in self.spots:
            self._paint_entry(painter, spot.box, entries[spot.key])

    def _paint_months(self, painter: QPainter, view: YearView) -> None:
        theme = Theme.current()
        left, head = theme.px(LABELS), theme.px(HEAD)
        width = (self.width() - left) / 12
        for quarter, word in enumerate(view.quarters):
            box = QRectF(left + quarter * 3 * width, 0, 3 * width, self.height())
            if quarter % 2 == 0:
                painter.fillRect(box, theme.color("inset"))
            painter.setFont(theme.font("small", word))
            painter.setPen(theme.color("ink3"))
            painter.drawText(QRectF(box.left(), 0, box.width() - theme.px(8), head), RIGHT, word)
        for number in range(12):
            month = (view.first.month - 1 + number) % 12
            x = round(left + number * width)
            painter.fillRect(x, 0, 1, self.height(), theme.color("line"))
            now = view.today is not None and self._month_number(view, view.today) == number
            painter.setFont(theme.font("small-strong"))
            painter.setPen(theme.color("accent" if now else "ink"))
            painter.drawText(QRectF(x + theme.px(8), 0, width, head), LEFT, MONTHS[month])

    @staticmethod
    def _month_number(view: YearView, day: date) -> int:
        return (day.year - view.first.year) * 12 + day.month - view.first.month

    def _paint_rows(self, painter: QPainter, view: YearView) -> None:
        theme = Theme.current()
        painter.setFont(theme.font("small-medium"))
        for number, word in enumerate(view.rows):
            y = self._y_of(number)
            painter.fillRect(0, y, self.width(), 1, theme.color("line"))
            painter.setPen(theme.color("ink"))
            room = QRectF(theme.px(12), y, theme.px(LABELS - 16), theme.px(ROW))
            shown = QFontMetricsF(painter.font()).elidedText(word, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, LEFT, shown)

    def _paint_today(self, painter: QPainter, view: YearView) -> None:
        if view.today is None or not 0 <= self._month_number(view, view.today) < 12:
            return
        theme = Theme.current()
        x = round(self.x_of(view.today))
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawLine(QPointF(x, theme.px(HEAD)), QPointF(x, self.height()))
        painter.setFont(theme.font("small-strong"))
        box = QRectF(x - theme.px(65), self.height() - theme.px(24), theme.px(60), theme.px(20))
        painter.drawText(box, RIGHT, view.today_word)

    def _paint_entry(self, painter: QPainter, box: QRectF, entry: GridEntry) -> None:
        theme = Theme.current()
        paint_chip(painter, box, str(entry.day.day), entry.state, special=entry.special)
        x = box.right() + theme.px(5)
        if entry.mark:
            side = theme.px(14)
            paint_mark(painter, status_mark(entry.mark), QRectF(x, box.top(), side, box.height()), 14)
            x += side + theme.px(4)
        if entry.note:
            painter.setFont(theme.font("small", entry.note))
            painter.setPen(theme.color("ink2"))
            room = QRectF(x, box.top(), self._room_right_of(entry, x), box.height())
            shown = QFontMetricsF(painter.font()).elidedText(entry.note, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, LEFT, shown)

    def _room_right_of(self, entry: GridEntry, x: float) -> float:
        """How far a note may reach: to the next chip of its row, or to the edge."""
        row = {other.key for other in (self._view.entries if self._view else ()) if other.row == entry.row}
        lefts = [spot.box.left() for spot in self.spots if spot.key in row and spot.box.left() > x]
        return min([float(self.width()), *lefts]) - x - 6
