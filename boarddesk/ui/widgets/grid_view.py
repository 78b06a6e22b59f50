"""A table whose places are walked one by one: what a heat map and a work plan have in common."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView, QWidget

from boarddesk.ui.kit.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class GridModel(QAbstractTableModel):
    """Lines against columns: `lead` columns of words, one for each of `column_keys`, and one of words again."""

    lead: ClassVar[int] = 0
    lines: Sequence[Any] = ()
    column_keys: tuple[Hashable, ...] = ()

    def row_key(self, row: int) -> Hashable:
        """The key of a line; None for a heading, and where there is no line."""
        raise NotImplementedError

    def column_key(self, column: int) -> Hashable:
        """The key of a column; None for those of words."""
        place = column - self.lead
        return self.column_keys[place] if 0 <= place < len(self.column_keys) else None

    def shown(self, row: int, column: int) -> str:
        """What is written at a place."""
        raise NotImplementedError

    def spoken(self, row: int, column: int) -> str:
        """A place in words, for its tooltip and for screen readers."""
        raise NotImplementedError

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.lead + len(self.column_keys) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(index.row(), index.column())
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.spoken(index.row(), index.column()) or None
        return None


class GridDelegate(QStyledItemDelegate):
    """Paints one place; `current` is the chosen one, `focused` whether the keyboard is in the grid."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.focused = False
        self.current: tuple[int, int] = (-1, -1)


class GridView(QTableView):
    """Arrow keys walk. Signals give a row's key and a column's key, None outside.

    `chosen` follows the walk, `activated_at` is Enter or a double click. Sizes are in px at text scale 1;
    `title_column` is where one stands when only a row is chosen.
    """

    chosen = Signal(object, object)
    activated_at = Signal(object, object)
    head_height: ClassVar[int]
    row_height: ClassVar[int]
    least_width: ClassVar[int]
    title_column: ClassVar[int] = 0

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)

    def furnish(self, rows: GridModel, delegate: GridDelegate, head: QHeaderView) -> None:
        """Put in what is shown, how it is painted, and the head: the last step of making one."""
        self._grid, self._painted = rows, delegate
        self.setModel(rows)
        self.setItemDelegate(delegate)
        self.setHorizontalHeader(head)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        Theme.current().changed.connect(self._measure)
        self._measure()

    # --- contents

    def refill(self, fill: Callable[[], object]) -> None:
        """Show other contents; the chosen place stays by its keys, and so does the scrolling."""
        kept, place = self.place(), self.verticalScrollBar().value()
        fill()
        self._measure()
        self.verticalScrollBar().setValue(place)
        self._painted.current = (-1, -1)
        if kept[0] is not None:
            self.choose(*kept)

    def place(self) -> tuple[Hashable, Hashable]:
        """The keys of the chosen row and column; None where there is none."""
        index = self.currentIndex()
        key = self._grid.row_key(index.row())
        return (key, self._grid.column_key(index.column()) if key is not None else None)

    def choose(self, row_key: Hashable, column_key: Hashable = None) -> bool:
        """Choose a place by keys and bring it into sight; False where the row is not shown."""
        keys = self._grid.column_keys
        column = self._grid.lead + keys.index(column_key) if column_key in keys else self.title_column
        for number in range(len(self._grid.lines)):
            if row_key is not None and self._grid.row_key(number) == row_key:
                self.setCurrentIndex(self._grid.index(number, column))
                return True
        return False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._painted.current = (current.row(), current.column())
        self.viewport().update()
        if 0 <= current.row() < len(self._grid.lines):
            self.setAccessibleDescription(self._grid.spoken(current.row(), current.column()))
            self.chosen.emit(*self.place())

    # --- hands

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._grid.row_key(self.indexAt(event.position().toPoint()).row()) is not None:
            self.activated_at.emit(*self.place())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._painted.focused = True
        super().focusInEvent(event)
        grid = self._grid
        if self.currentIndex().row() < 0 and grid.lines:
            first = next((n for n in range(len(grid.lines)) if grid.row_key(n) is not None), 0)
            self.setCurrentIndex(grid.index(first, grid.lead if grid.column_keys else self.title_column))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._painted.focused = False
        super().focusOutEvent(event)
        self.viewport().update()

    # --- sizes

    def widths(self) -> Sequence[int]:
        """How wide each column is in the room that there is, in px."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _measure(self) -> None:
        theme = Theme.current()
        head, side = self.horizontalHeader(), self.verticalHeader()
        head.setFixedHeight(theme.px(self.head_height))
        head.setMinimumSectionSize(theme.px(self.least_width))
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setMinimumSectionSize(1)
        side.setDefaultSectionSize(theme.px(self.row_height))
        self._fit()

    def _fit(self) -> None:
        head = self.horizontalHeader()
        for column, width in enumerate(self.widths()):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, width)
