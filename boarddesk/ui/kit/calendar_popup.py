"""The month that opens below a date field."""

import datetime as dt

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.theme import Theme


class Month(QCalendarWidget):
    """A month of days in the window's dress."""

    def __init__(self, day: dt.date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Sunday)
        if day is not None:
            self.setSelectedDate(QDate(day.year, day.month, day.day))
        self._dress()

    def _dress(self) -> None:
        """Weekends quiet instead of Qt's red, our arrows, column heads as small as a table's."""
        theme = Theme.current()
        weekend, head = QTextCharFormat(), QTextCharFormat()
        weekend.setForeground(theme.color("ink2"))
        head.setForeground(theme.color("ink3"))
        head.setBackground(theme.color("surface"))
        for number in range(1, 8):
            weekday = Qt.DayOfWeek(number)
            saturday_or_sunday = number in {6, 7}
            self.setWeekdayTextFormat(weekday, weekend if saturday_or_sunday else QTextCharFormat())
        self.setHeaderTextFormat(head)
        for button in self.findChildren(QToolButton):
            name = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}.get(
                button.objectName()
            )
            if name:
                button.setIcon(icons.icon(name, "ink2"))
                button.setIconSize(QSize(theme.px(16), theme.px(16)))


class CalendarPopup(QFrame):
    """A month of days; a click or Enter gives `taken` and closes, Escape closes."""

    taken = Signal(dt.date)

    def __init__(self, day: dt.date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = Month(day)
        self.calendar.setAccessibleName(self.tr("Choose a date"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)

    def open_below(self, field: QWidget) -> None:
        """Show the month under a field, ready for the arrow keys."""
        self.move(field.mapToGlobal(QPoint(0, field.height() + 2)))
        self.show()
        self.calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.taken.emit(dt.date(day.year(), day.month(), day.day()))
        self.close()
