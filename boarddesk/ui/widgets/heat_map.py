"""A heat map: rows in groups against periods, each place a mark; the last column says the outcome in words."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from boarddesk.ui.kit.cells import LEFT
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ROW_DENSE, TABLE_HEAD
from boarddesk.ui.widgets.grid_view import ENTER, GridView
from boarddesk.ui.widgets.heat_map_delegate import HeatDelegate
from boarddesk.ui.widgets.heat_map_model import HeatModel, HeatPeriod, HeatRow

LABEL_WIDTH, TOKEN_WIDTH, CELL_WIDTH, OUTCOME_WIDTH = 84, 38, 50, 134
TITLE_LEAST, LABEL_AIR = 150, 18


class HeatMap(GridView):
    """Arrow keys walk, Enter opens the evidence; a heading closes and opens its group."""

    head_height, row_height, least_width = TABLE_HEAD, ROW_DENSE, 24
    title_column = 1

    def __init__(
        self,
        titles: tuple[str, str, str, str] = ("", "", "", ""),
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name=name, parent=parent)
        self.rows = HeatModel(titles, self)
        self.furnish(self.rows, HeatDelegate(self.rows, self), _Head(self.rows, self))

    def set_contents(self, periods: Sequence[HeatPeriod], rows: Sequence[HeatRow]) -> None:
        """Show other periods and rows; the chosen place stays by its keys, and so does the scrolling."""
        self.refill(lambda: self.rows.set_contents(periods, rows))

    def choose_amid(self, row_key: Hashable, column_key: Hashable = None) -> None:
        """Choose a place and bring it into sight with what stands around it."""
        bar = self.verticalScrollBar()
        before = bar.value()
        if self.choose(row_key, column_key) and bar.value() != before:
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        line = self.rows.lines[index.row()] if 0 <= index.row() < len(self.rows.lines) else None
        enter = event.key() in ENTER
        if line is not None and line.row is None:
            closed = self.rows.is_closed(line.heading)
            opens = event.key() == Qt.Key.Key_Right and closed
            closes = event.key() == Qt.Key.Key_Left and not closed
            if enter or event.key() == Qt.Key.Key_Space or opens or closes:
                self._toggle(line.heading)
                return
        elif line is not None and enter:
            self.activated_at.emit(*self.place())
            return
        if enter or event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Space}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if 0 <= row < len(self.rows.lines) and self.rows.lines[row].row is None:
            self._toggle(self.rows.lines[row].heading)

    def _toggle(self, heading: str) -> None:
        place = self.verticalScrollBar().value()
        self.rows.toggle(heading)
        self._span()
        self.verticalScrollBar().setValue(place)
        number = next(n for n, line in enumerate(self.rows.lines) if line.heading == heading)
        self.setCurrentIndex(self.rows.index(number, 0))

    def _measure(self) -> None:
        self._span()
        super()._measure()

    def widths(self) -> list[int]:
        """The title takes what is left, but never less than can be read: then the map scrolls."""
        theme = Theme.current()
        label, periods = self._label_width(), [CELL_WIDTH] * len(self.rows.periods)
        others = label + TOKEN_WIDTH + sum(periods) + OUTCOME_WIDTH
        title = max(theme.px(TITLE_LEAST), self.viewport().width() - theme.px(others))
        return [theme.px(label), title, *(theme.px(width) for width in (TOKEN_WIDTH, *periods, OUTCOME_WIDTH))]

    def _label_width(self) -> int:
        """As wide as the longest label, in px at text scale 1; law's are longer than guidelines'."""
        theme = Theme.current()
        metrics = QFontMetricsF(theme.font("base"))
        widest = max((metrics.horizontalAdvance(line.row.label) for line in self.rows.lines if line.row), default=0.0)
        return max(LABEL_WIDTH, round(widest / theme.scale) + LABEL_AIR)

    def _span(self) -> None:
        self.clearSpans()
        for number, line in enumerate(self.rows.lines):
            if line.row is None:
                self.setSpan(number, 0, 1, self.rows.columnCount())


class _Head(QHeaderView):
    """Titles over their columns; the period under way in the accent."""

    def __init__(self, model: HeatModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = model

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        theme = Theme.current()
        painter.save()
        painter.fillRect(rect, theme.color("inset"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        period = self._rows.period_at(logicalIndex)
        text = str(self._rows.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        now = period is not None and period.now
        painter.setFont(theme.font("small-strong" if now else "small-medium", text))
        painter.setPen(theme.color("accent" if now else "ink2"))
        if period is not None:
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        else:
            left = {0: 12, 1: 8, 2: 0}.get(logicalIndex, 10)
            painter.drawText(rect.adjusted(theme.px(left), 0, 0, 0), LEFT, text)
        painter.restore()
