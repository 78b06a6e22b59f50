"""Choose the day that the pages show."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import QWidget

from boarddesk.ui.kit.calendar_popup import Month
from boarddesk.ui.kit.fields import DateField
from boarddesk.ui.kit.form_dialog import FormDialog


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChooseDayDialog", text)


class ChooseDayDialog(FormDialog):
    """A date typed or taken from a month; the record is then shown as the world stood on that day."""

    def __init__(self, day: dt.date, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(
            _tr("Which day shall the pages show?"),
            _tr("Show that day"),
            _tr("Stay where you are"),
            says=_tr("The record is shown as the world stood at the end of that day. Nothing is changed by looking."),
            parent=parent,
        )
        self._today = today
        self.day: DateField = self.field(_tr("Day"), DateField(day))
        self.calendar = Month(day)
        self.calendar.setAccessibleName(_tr("Month"))
        self.add(self.calendar)
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take_and_go)
        self.day.changed.connect(self._follow)
        self.day.setFocus()
        self.day.selectAll()

    def _take(self, day: QDate) -> None:
        self.day.set_date(dt.date(day.year(), day.month(), day.day()))

    def _take_and_go(self, day: QDate) -> None:
        self._take(day)
        self.accept()

    def _follow(self, day: dt.date | None) -> None:
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))

    def command(self) -> dt.date:
        return self.day.date() or self._today

    @classmethod
    def ask(cls, parent: QWidget | None, day: dt.date, today: dt.date) -> dt.date | None:
        """The day chosen, or None."""
        found: dt.date | None = cls(day, today, parent).asked()
        return found
