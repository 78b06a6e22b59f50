"""A heat map: rows in groups against periods, each place a mark; the last column says the outcome in words."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ROW_DENSE, TABLE_HEAD
from boarddesk.ui.widgets.heat_map_delegate import LEFT, HeatDelegate
from boarddesk.ui.widgets.heat_map_model import LEAD, HeatModel, HeatPeriod, HeatRow

LABEL_WIDTH, TOKEN_WIDTH, CELL_WIDTH, OUTCOME_WIDTH = 84, 40, 50, 130
TITLE_LEAST, LABEL_AIR = 150, 22


class HeatMap(QTableView):
    """Arrow keys walk, Enter opens the evidence. Signals give a row's key and a period's key (None outside).

    `chosen` follows the walk, `activated_at` is Enter or a double click.
    """

    chosen = Signal(object, object)
    activated_at = Signal(object, object)

    def __init__(
        self,
        titles: tuple[str, str, str, str] = ("", "", "", ""),
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows = HeatModel(titles, self)
        self._delegate = HeatDelegate(self.rows, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(_Head(self.rows, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        Theme.current().changed.connect(self._measure)
        self._measure()

    def set_contents(self, periods: Sequence[HeatPeriod], rows: Sequence[HeatRow]) -> None:
        """Show other periods and rows; the chosen place stays by its keys, and so does the scrolling."""
        kept, place = self.place(), self.verticalScrollBar().value()
        self.rows.set_contents(periods, rows)
        self._measure()
        self.verticalScrollBar().setValue(place)
        self._delegate.current = (-1, -1)
        if kept[0] is not None:
            self.choose(*kept)

    def place(self) -> tuple[Hashable, Hashable]:
        """The keys of the chosen row and period; None where there is none."""
        index = self.currentIndex()
        if not 0 <= index.row() < len(self.rows.lines):
            return (None, None)
        row, period = self.rows.lines[index.row()].row, self.rows.period_at(index.column())
        return (row.key if row else None, period.key if row and period else None)

    def choose(self, row_key: Hashable, period_key: Hashable = None) -> bool:
        """Choose a place by keys and bring it into sight; False when the row is not shown."""
        columns = (n for n, period in enumerate(self.rows.periods, LEAD) if period.key == period_key)
        column = next(columns, 1)
        for number, line in enumerate(self.rows.lines):
            if line.row is not None and line.row.key == row_key:
                self.setCurrentIndex(self.rows.index(number, column))
                return True
        return False

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self._delegate.current = (current.row(), current.column())
        self.viewport().update()
        if 0 <= current.row() < len(self.rows.lines):
            line = self.rows.lines[current.row()]
            self.setAccessibleDescription(self.rows.spoken(line, current.column()))
            self.chosen.emit(*self.place())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        line = self.rows.lines[index.row()] if 0 <= index.row() < len(self.rows.lines) else None
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
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
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if 0 <= row < len(self.rows.lines) and self.rows.lines[row].row is None:
            self._toggle(self.rows.lines[row].heading)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if 0 <= row < len(self.rows.lines) and self.rows.lines[row].row is not None:
            self.activated_at.emit(*self.place())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.focused = True
        super().focusInEvent(event)
        if self.currentIndex().row() < 0 and self.rows.lines:
            first = next((n for n, line in enumerate(self.rows.lines) if line.row is not None), 0)
            self.setCurrentIndex(self.rows.index(first, LEAD))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._delegate.focused = False
        super().focusOutEvent(event)
        self.viewport().update()

    def _toggle(self, heading: str) -> None:
        place = self.verticalScrollBar().value()
        self.rows.toggle(heading)
        self._span()
        self.verticalScrollBar().setValue(place)
        number = next(n for n, line in enumerate(self.rows.lines) if line.heading == heading)
        self.setCurrentIndex(self.rows.index(number, 0))

    def _measure(self) -> None:
        theme = Theme.current()
        head, side = self.horizontalHeader(), self.verticalHeader()
        head.setFixedHeight(theme.px(TABLE_HEAD))
        head.setMinimumSectionSize(theme.px(24))
        head.setSectionsClickable(False)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setMinimumSectionSize(1)
        side.setDefaultSectionSize(theme.px(ROW_DENSE))
        self._span()
        self._fit()

    def _fit(self) -> None:
        """The title takes what is left, but never less than can be read: then the map scrolls."""
        theme, head = Theme.current(), self.horizontalHeader()
        label = self._label_width()
        others = label + TOKEN_WIDTH + CELL_WIDTH * len(self.rows.periods) + OUTCOME_WIDTH
        title = max(theme.px(TITLE_LEAST), self.viewport().width() - theme.px(others))
        widths = [label, 0, TOKEN_WIDTH, *[CELL_WIDTH] * len(self.rows.periods), OUTCOME_WIDTH]
        for column, width in enumerate(widths):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, theme.px(width) if width else title)

    def _label_width(self) -> int:
        """As wide as the longest label, in px at text scale 1; law's are longer than guidelines'."""
        theme = Theme.current()
        metrics = QFontMetricsF(theme.font("base"))
        widest = max((metrics.horizontalAdvance(line.row.label) for line in self.rows.lines if line.row), default=0.0)
        return max(LABEL_WIDTH, round(widest / theme.scale) + LABEL_AIR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

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
