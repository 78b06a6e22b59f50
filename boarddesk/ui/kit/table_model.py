"""The one model behind every table: objects in groups, sorted by value, found again by key."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from boarddesk.common.text import plain
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.status import status_mark

Index = QModelIndex | QPersistentModelIndex
ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}
NOWHERE = QModelIndex()


class Line(msgspec.Struct, frozen=True):
    """One line of the table: an object, or the heading of a group with its count."""

    item: Any = None
    heading: str = ""
    count: int = 0

    @property
    def is_heading(self) -> bool:
        """Whether this line heads a group."""
        return self.item is None


class TableModel(QAbstractTableModel):
    """Holds the objects given by `set_items`, filtered, grouped and sorted into `lines`."""

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        key: Callable[[Any], Hashable],
        group: Callable[[Any], str] | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self.group = group
        self.lines: list[Line] = []
        self._items: list[Any] = []
        self._needle = ""
        self._kept: Callable[[Any], bool] | None = None
        self._sort: tuple[int, bool] | None = None

    def set_items(self, items: Sequence[Any]) -> None:
        """Show other objects."""
        self._items = list(items)
        self._arrange()

    def set_filter(self, needle: str = "", kept: Callable[[Any], bool] | None = None) -> None:
        """Show only objects whose text in any column holds a string, and for which `kept` is true."""
        self._needle, self._kept = needle.casefold().strip(), kept
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sort = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()

    @property
    def shown(self) -> int:
        """How many objects are shown."""
        return sum(not line.is_heading for line in self.lines)

    @property
    def total(self) -> int:
        """How many objects there are."""
        return len(self._items)

    def item(self, row: int) -> Any:
        """The object of a row; None for a heading or outside."""
        return self.lines[row].item if 0 <= row < len(self.lines) else None

    def row_of(self, key: Hashable) -> int:
        """The row of the object with a key, or -1."""
        for row, line in enumerate(self.lines):
            if not line.is_heading and self.key(line.item) == key:
                return row
        return -1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self.lines[index.row()], self.columns[index.column()]
        if line.is_heading:
            heading = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
            return line.heading if heading and index.column() == 0 else None
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(line.item)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tooltip(line.item) if column.tooltip else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(line.item, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter
        return None

    def spoken(self, item: Any, column: Column[Any]) -> str:
        """A cell for a screen reader: title, the mark's word, text, second line."""
        mark = column.mark_of(item)
        parts = [column.text(item), column.second(item) if column.second else ""]
        if mark and status_mark(*mark).word != parts[0]:
            parts.insert(0, status_mark(*mark).word)
        said = ", ".join(part for part in parts if part)
        return f"{column.title}: {said}" if column.title and said else said

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return ALIGN[self.columns[section].align] | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.lines[index.row()].is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _arrange(self) -> None:
        self.beginResetModel()
        items = [item for item in self._items if self._wanted(item)]
        if self._sort is not None:
            column, backwards = self._sort
            items.sort(key=lambda item: _sortable(self.columns[column].value(item)), reverse=backwards)
        if self.group is None:
            self.lines = [Line(item) for item in items]
        else:
            self.lines = self._grouped(items)
        self.endResetModel()

    def _grouped(self, items: list[Any]) -> list[Line]:
        assert self.group is not None  # noqa: S101 - for the type checker
        groups: dict[str, list[Any]] = {self.group(item): [] for item in self._items}
        for item in items:
            groups[self.group(item)].append(item)
        lines: list[Line] = []
        for heading, members in groups.items():
            if members:
                lines.append(Line(heading=heading, count=len(members)))
                lines += [Line(item) for item in members]
        return lines

    def _wanted(self, item: Any) -> bool:
        if self._kept is not None and not self._kept(item):
            return False
        return not self._needle or any(
            self._needle in text.casefold()
            for column in self.columns
            for text in (column.text(item), column.second(item) if column.second else "")
        )


def _sortable(value: Any) -> tuple[int, str, Any]:
    """Nothing last; then by kind, so that mixed values do not stop the sort; text without case and accents."""
    if value is None:
        return (1, "", "")
    if isinstance(value, str):
        return (0, "text", plain(value))
    if isinstance(value, (int, float)):
        return (0, "number", value)
    return (0, type(value).__name__, value)
