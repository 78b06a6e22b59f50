"""A calendar year written without a separator, and a day of the year."""

from datetime import date

from PySide6.QtWidgets import QWidget

from boarddesk.ui.kit.dates import read_date, show_date
from boarddesk.ui.kit.fields import CountField, LineField
from boarddesk.ui.register_words import tr

FIRST, LAST = 1900, 2999
LEAP = 2000


def show_year(count: int | None) -> str:
    """A year as it is written: "2027"."""
    return "" if count is None else str(count)


class YearField(CountField):
    """A year such as 2027."""

    show_value = staticmethod(show_year)

    def __init__(self, year: int | None = None, *, optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(year, least=FIRST, most=LAST, optional=optional, parent=parent)
        self.setText(show_year(year))
        self.setPlaceholderText("")

    def problem(self) -> str:
        """What is wrong, and what to do; empty when nothing is."""
        year = self.count()
        if year is not None and not FIRST <= year <= LAST:
            return self.tr("Write a year such as 2027.")
        return super().problem()


def show_month_day(text: str) -> str:
    """“12-31” as “31 Dec”."""
    month, day = (int(part) for part in text.split("-"))
    return show_date(date(LEAP, month, day)).rpartition(" ")[0]


class YearEndField(LineField):
    """A day of the year, such as “31 Dec”."""

    def month_day(self) -> str | None:
        """The day as “12-31”, or None."""
        found = read_date(f"{self.text().strip()} {LEAP}") or read_date(f"{self.text().strip()}, {LEAP}")
        return f"{found:%m-%d}" if found else None

    def problem(self) -> str:
        """What is wrong, and what to do; empty when nothing is."""
        return super().problem() or ("" if self.month_day() else tr("Write a day such as 31 Dec."))
