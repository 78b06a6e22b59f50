"""A searchable choice that gives back the object chosen; accents need not be typed."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

# Letters that Unicode does not take apart into a base and an accent.
_PLAIN = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"})
SEARCH_ROLE = Qt.ItemDataRole.UserRole + 1


def fold(text: str) -> str:
    """Text without accents and case, for searching."""
    if text.isascii():
        return text.casefold()
    bare = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold()


class _Completer(QCompleter):
    """Searches anywhere in label, note and their folded forms; shows the label."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]


class ChoiceField(QComboBox):
    """One of some objects, by label. `value` is the object, or None while the text names none of them."""

    changed = Signal(object)

    def __init__(
        self,
        choices: Sequence[tuple[Any, str]] = (),
        *,
        value: Any = None,
        optional: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.optional = optional
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        completer = _Completer(self._items, self)
        completer.setCompletionRole(SEARCH_ROLE)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        # The completer's own list: one made here would be deleted twice, by Qt and by Python.
        popup = completer.popup()
        if popup is not None:
            popup.setObjectName("completions")
        self.setCompleter(completer)
        self._hint = hint
        self.set_choices(choices)
        self.set_value(value)
        self.currentTextChanged.connect(lambda _text: self.changed.emit(self.value()))

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other objects, each with its label; the text stays."""
        text = self.currentText()
        self._items.clear()
        # Qt would turn members of text enumerations into plain text, so the objects stay here.
        self._offered = [value for value, _label in choices]
        for _value, label in choices:
            item = QStandardItem(label)
            item.setData(fold(label), SEARCH_ROLE)
            self._items.appendRow(item)
        self.setCurrentIndex(-1)
        self.setEditText(text)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(self._hint)

    def value(self) -> Any:
        """The object named, or None."""
        row = self._row(lambda item: fold(item.text()) == fold(self.currentText().strip()))
        return self._offered[row] if row >= 0 else None

    def set_value(self, value: Any) -> None:
        """Choose an object; None empties the field."""
        row = self._offered.index(value) if value is not None and value in self._offered else -1
        self.setCurrentIndex(row)
        if row < 0:
            self.setEditText("")

    def problem(self) -> str:
        """What is wrong, and what to do; empty when nothing is."""
        text = self.currentText().strip()
        if not text:
            return "" if self.optional else self.tr("Nothing is chosen yet.")
        if self._row(lambda item: fold(item.text()) == fold(text)) < 0:
            return self.tr("“%1” is not in the list. Choose one of its entries.").replace("%1", text)
        return ""

    def _row(self, wanted: Callable[[QStandardItem], bool]) -> int:
        rows = range(self._items.rowCount())
        return next((row for row in rows if wanted(self._items.item(row))), -1)


class PersonField(ChoiceField):
    """A person by name; typing any part of the name finds it."""

    def __init__(
        self,
        people: Sequence[tuple[Any, str]] = (),
        *,
        value: Any = None,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(people, value=value, optional=optional, hint="", parent=parent)
        line = self.lineEdit()
        self._hint = self.tr("Name")
        if line is not None:
            line.setPlaceholderText(self._hint)
