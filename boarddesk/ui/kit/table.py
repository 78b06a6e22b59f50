"""The table of every register: hairlines only, sorted by value, worked by keyboard, widths kept per user."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from boarddesk.ui.kit.card import column as stacked
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.footer import Footer
from boarddesk.ui.kit.settings import settings
from boarddesk.ui.kit.table_delegate import TableDelegate
from boarddesk.ui.kit.table_header import TableHeader
from boarddesk.ui.kit.table_model import TableModel
from boarddesk.ui.kit.text import ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ROW_DENSE, TABLE_HEAD


class Table(QWidget):
    """Objects in rows. `selected` follows the cursor, `activated` is Enter, double click or the row's action.

    `inspected` is Space. Each gives the object itself.
    """

    selected = Signal(object)
    activated = Signal(object)
    inspected = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        *,
        name: str = "",
        key: Callable[[Any], Hashable] = lambda item: item.id,
        group: Callable[[Any], str] | None = None,
        row_height: int = ROW_DENSE,
        sortable: bool = True,
        keys: Sequence[tuple[str, str]] = (),
        footer: bool = True,
        empty: EmptyState | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        ground(self, "surface")
        self.model = TableModel(columns, key, group, self)
        self.view = _View(self.model, name, row_height, sortable=sortable)
        self.view.setAccessibleName(name)
        self.setFocusProxy(self.view)
        self.empty = empty
        self.footer = Footer("", keys)
        self._whole = ""
        layout = stacked(self.view, gap=0)
        self.setLayout(layout)
        if empty is not None:
            layout.addWidget(empty, 1)
            empty.hide()
        self._has_footer = footer
        if footer:
            layout.addWidget(self.footer)
        self.view.chosen.connect(lambda row: self.selected.emit(self.model.item(row)))
        self.view.entered_row.connect(lambda row: self.activated.emit(self.model.item(row)))
        self.view.spaced.connect(lambda row: self.inspected.emit(self.model.item(row)))
        self.model.modelReset.connect(self._settle)
        self._settle()

    def set_rows(self, objects: Sequence[Any]) -> None:
        """Show other objects; the selected one stays selected by its key, the place scrolled to stays."""
        self.view.keeping(lambda: self.model.set_items(objects))

    def filter(self, needle: str = "", kept: Callable[[Any], bool] | None = None) -> None:
        """Show only rows that hold a string and for which `kept` is true."""
        self.view.keeping(lambda: self.model.set_filter(needle, kept))

    def current(self) -> Any:
        """The object selected, or None."""
        return self.model.item(self.view.currentIndex().row())

    def select(self, key: Hashable) -> bool:
        """Select the object with a key and bring it into sight; False when it is not shown."""
        return self.view.select_row(self.model.row_of(key))

    def select_first(self) -> bool:
        """Select the first object."""
        rows = (row for row, line in enumerate(self.model.lines) if not line.is_heading)
        return self.view.select_row(next(rows, -1))

    def set_footer(self, text: str) -> None:
        """Words at the left of the footer in place of the count."""
        self._whole = text
        self.footer.set_text(text)

    def texts(self) -> list[list[str]]:
        """Every row shown as texts, headings left out; for copying and for tests."""
        return [
            [column.text(line.item) for column in self.model.columns]
            for line in self.model.lines
            if not line.is_heading
        ]

    def _settle(self) -> None:
        if self.empty is not None:
            bare = self.model.total == 0
            self.empty.setVisible(bare)
            self.view.setVisible(not bare)
            self.footer.setVisible(self._has_footer and not bare)
        if not self._whole:
            counted = self.tr("%1 of %2 shown").replace("%1", str(self.model.shown))
            self.footer.set_text(counted.replace("%2", str(self.model.total)))


class _View(QTableView):
    """The grid itself: spans for headings, hover by row, keys, widths."""

    chosen = Signal(int)
    entered_row = Signal(int)
    spaced = Signal(int)

    def __init__(self, model: TableModel, name: str, row_height: int, *, sortable: bool) -> None:
        super().__init__()
        self._rows = model
        self._key = f"tables/{name}/widths" if name else ""
        self._row_height = row_height
        self._restoring = False
        self._delegate = TableDelegate(model, self)
        self.setModel(model)
        self.setHorizontalHeader(TableHeader(model, self))
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self._set_header(sortable=sortable)
        self._measure()
        model.modelReset.connect(self._span)
        Theme.current().changed.connect(self._measure)

    def _set_header(self, *, sortable: bool) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(sortable)
        header.setStretchLastSection(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(Theme.current().px(24))
        if sortable:
            header.setSortIndicatorShown(True)
            header.setSortIndicatorClearable(True)
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            header.sortIndicatorChanged.connect(
                lambda column, order: self.keeping(lambda: self._rows.sort(column, order))
            )
        header.sectionResized.connect(self._keep_widths)

    def _measure(self) -> None:
        """Row heights and first widths, in px of the text scale in force."""
        theme = Theme.current()
        self._restoring = True
        header = self.horizontalHeader()
        header.setFixedHeight(theme.px(TABLE_HEAD))
        vertical = self.verticalHeader()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setMinimumSectionSize(1)
        vertical.setDefaultSectionSize(theme.px(self._row_height))
        kept = settings().value(self._key) if self._key else None
        widths = str(kept).split(",") if kept else []
        for place, column in enumerate(self._rows.columns):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(place, mode.Stretch if column.stretch else mode.Interactive)
            if not column.stretch:
                stored = place < len(widths) and widths[place].isdigit() and len(widths) == header.count()
                header.resizeSection(place, int(widths[place]) if stored else theme.px(column.width))
        self._restoring = False
        self._span()

    def _keep_widths(self, section: int) -> None:
        if self._restoring or not self._key or not self.isVisible():
            return
        header = self.horizontalHeader()
        if header.sectionResizeMode(section) == QHeaderView.ResizeMode.Interactive:
            widths = ",".join(str(header.sectionSize(place)) for place in range(header.count()))
            settings().setValue(self._key, widths)

    def _span(self) -> None:
        self.clearSpans()
        height, other = Theme.current().px(TABLE_HEAD), Theme.current().px(self._row_height)
        for row, line in enumerate(self._rows.lines):
            if line.is_heading:
                self.setRowHeight(row, height)
                if len(self._rows.columns) > 1:
                    self.setSpan(row, 0, 1, len(self._rows.columns))
            elif self.rowHeight(row) != other:
                # It was a heading before the rows changed.
                self.setRowHeight(row, other)

    def keeping(self, change: Callable[[], None]) -> None:
        """Do something that resets the model; the selection stays by key, and so does the scrolling."""
        item = self._rows.item(self.currentIndex().row())
        place = self.verticalScrollBar().value()
        change()
        self.verticalScrollBar().setValue(place)
        if item is not None:
            row = self._rows.row_of(self._rows.key(item))
            if row >= 0:
                index = self._rows.index(row, 0)
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                self.selectionModel().setCurrentIndex(index, flags)
            else:
                self.chosen.emit(-1)

    def select_row(self, row: int) -> bool:
        """Make a row the current one; False when there is no such row."""
        if row < 0:
            return False
        self.selectRow(row)
        self.scrollTo(self._rows.index(row, 0))
        return True

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(current.row() if self._rows.item(current.row()) is not None else -1)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Headings are stepped over."""
        index = super().moveCursor(action, modifiers)
        step = 1 if index.row() >= self.currentIndex().row() else -1
        row = index.row()
        while 0 <= row < len(self._rows.lines) and self._rows.lines[row].is_heading:
            row += step
        if not 0 <= row < len(self._rows.lines):
            return self.currentIndex()
        return self._rows.index(row, index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if self._rows.item(row) is not None:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.entered_row.emit(row)
                return
            if event.key() == Qt.Key.Key_Space:
                self.spaced.emit(row)
                return
            if event.matches(QKeySequence.StandardKey.Copy):
                texts = [column.text(self._rows.item(row)) for column in self._rows.columns]
                QApplication.clipboard().setText("\t".join(texts))
                return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if self._rows.item(row) is not None:
            self.entered_row.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or self._rows.item(index.row()) is None:
            return
        column = self._rows.columns[index.column()]
        if column.look == "action" and column.text(self._rows.item(index.row())):
            self.entered_row.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.focused = True
        super().focusInEvent(event)
        if self.currentIndex().row() < 0:
            rows = (row for row, line in enumerate(self._rows.lines) if not line.is_heading)
            self.select_row(next(rows, -1))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._delegate.focused = False
        super().focusOutEvent(event)
        self.viewport().update()

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()
