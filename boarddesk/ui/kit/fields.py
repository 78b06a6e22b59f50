"""Fields for one value each: date, time, amount, number, text; each says its own problem in a sentence."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.calendar_popup import CalendarPopup
from boarddesk.ui.kit.dates import (
    next_day,
    read_amount,
    read_date,
    read_time,
    show_amount,
    show_date,
    show_time,
)
from boarddesk.ui.kit.pasting import on_its_lines, pasted
from boarddesk.ui.kit.theme import Theme


class LineField(QLineEdit):
    """One line of text. `problem` is empty when the value can be used."""

    changed = Signal(object)

    def __init__(
        self, text: str = "", *, optional: bool = False, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.optional = optional
        self.setPlaceholderText(hint)
        self.setCursorPosition(0)  # a long text shows its beginning
        self.textChanged.connect(lambda _text: self.changed.emit(self.value()))

    def value(self) -> Any:
        """The value typed, or None."""
        return self.text().strip() or None

    def problem(self) -> str:
        """What is wrong with what was typed, and what to do; empty when nothing is."""
        if not self.text().strip():
            return "" if self.optional else self.tr("Nothing is written here yet.")
        return ""


class _ReadField(LineField):
    """A line that is read into a value and written in the house's form when it is left."""

    read: Callable[[str], Any]
    show_value: Callable[[Any], str]
    unread = ""

    def __init__(
        self, text: str = "", *, optional: bool = False, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, optional=optional, hint=hint, parent=parent)
        figures = QFont()
        figures.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(figures)

    def value(self) -> Any:
        return type(self).read(self.text()) if self.text().strip() else None

    def set_value(self, value: Any) -> None:
        """Show a value; None empties the field."""
        self.setText(type(self).show_value(value))

    def problem(self) -> str:
        if self.text().strip() and self.value() is None:
            return self.tr("“%1” cannot be read. %2").replace("%1", self.text().strip()).replace("%2", self.unread)
        return super().problem()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.value() is not None:
            self.setText(type(self).show_value(self.value()))


class DateField(_ReadField):
    """A date: "12 Nov 2026", "Nov 12, 2026", "2026-11-12"; Up and Down move a day, Alt+Down opens a month."""

    read = staticmethod(read_date)
    show_value = staticmethod(show_date)

    def __init__(self, day: dt.date | None = None, *, optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(show_date(day), optional=optional, hint="12 Nov 2026", parent=parent)
        self.unread = self.tr("Write a date such as 12 Nov 2026.")
        self.setMinimumWidth(Theme.current().px(118))
        self._open = QAction(self.tr("Choose a date"), self)
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        for button in self.findChildren(QToolButton):
            button.setIconSize(QSize(14, 14))  # Qt draws 16 px in a field, but asks for room for more
        Theme.current().changed.connect(self._draw_icon)
        self._draw_icon()

    def date(self) -> dt.date | None:
        """The date typed, or None."""
        found: dt.date | None = self.value()
        return found

    def set_date(self, day: dt.date | None) -> None:
        """Show a date; None empties the field."""
        self.set_value(day)

    def open_calendar(self) -> None:
        """Open a month below the field; Enter or a click takes the day."""
        popup = CalendarPopup(self.date(), self)
        popup.taken.connect(self.set_date)
        popup.open_below(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif event.key() in steps and (day := self.date()):
            self.set_date(next_day(day, steps[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    def _draw_icon(self) -> None:
        self._open.setIcon(icons.icon("calendar-days", "ink3"))


class TimeField(_ReadField):
    """A time of day: "14:02", "1402", "2:02 pm"."""

    read = staticmethod(read_time)
    show_value = staticmethod(show_time)

    def __init__(self, at: dt.time | None = None, *, optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(show_time(at), optional=optional, hint="14:02", parent=parent)
        self.unread = self.tr("Write a time such as 14:02 or 2:02 pm.")

    def time(self) -> dt.time | None:
        """The time typed, or None."""
        found: dt.time | None = self.value()
        return found

    def set_time(self, at: dt.time | None) -> None:
        """Show a time; None empties the field."""
        self.set_value(at)


class MoneyField(_ReadField):
    """An amount in US dollars; `cents` is exact."""

    read = staticmethod(read_amount)
    show_value = staticmethod(show_amount)

    def __init__(self, cents: int | None = None, *, optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(show_amount(cents), optional=optional, hint="0.00", parent=parent)
        self.unread = self.tr("Write an amount such as 120,000.00.")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def cents(self) -> int | None:
        """The amount in cents, or None."""
        found: int | None = self.value()
        return found


def read_count(text: str) -> int | None:
    """A whole number from "61,204,880" or "12"."""
    bare = text.strip().replace(",", "")
    return int(bare) if bare.isdecimal() else None


def show_count(count: int | None) -> str:
    """A whole number with its thousands parted."""
    return "" if count is None else f"{count:,}"


class CountField(_ReadField):
    """A whole number, such as seats or shares, within bounds."""

    read = staticmethod(read_count)
    show_value = staticmethod(show_count)

    def __init__(
        self,
        count: int | None = None,
        *,
        least: int = 0,
        most: int | None = None,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(show_count(count), optional=optional, hint="0", parent=parent)
        self.unread = self.tr("Write a whole number.")
        self._least, self._most = least, most
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def count(self) -> int | None:
        """The number typed, or None."""
        found: int | None = self.value()
        return found

    def problem(self) -> str:
        number = self.count()
        if number is not None and number < self._least:
            return self.tr("Write %1 or more.").replace("%1", show_count(self._least))
        if number is not None and self._most is not None and number > self._most:
            return self.tr("Write %1 or less.").replace("%1", show_count(self._most))
        return super().problem()


class TextField(QPlainTextEdit):
    """Several lines of text; `record` sets them in the serif of the words of the record.

    With `tables` a table that is pasted becomes lines between bars, which minutes print as a table.
    """

    changed = Signal(object)

    def __init__(
        self,
        text: str = "",
        *,
        lines: int = 3,
        record: bool = False,
        optional: bool = False,
        hint: str = "",
        tables: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        theme = Theme.current()
        self.optional = optional
        self._tables = tables
        self.setProperty("record", record)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        high = lines * theme.line_height("record" if record else "base") + theme.px(16)
        self.setMinimumHeight(high)
        self._wanted_height = high
        self.textChanged.connect(lambda: self.changed.emit(self.value()))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted_height)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = pasted(source) if self._tables else ""
        if text:
            self.insertPlainText(on_its_lines(text, self.textCursor()))
        else:
            super().insertFromMimeData(source)

    def value(self) -> str | None:
        """The text typed, or None."""
        return self.toPlainText().strip() or None

    def problem(self) -> str:
        """What is wrong, and what to do; empty when nothing is."""
        return "" if self.value() or self.optional else self.tr("Nothing is written here yet.")
