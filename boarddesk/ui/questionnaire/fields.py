"""Fields that only answers need: a share in percent, and the payments of an organization year by year."""

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from boarddesk.domain.answers import Excluded, OrganizationYear
from boarddesk.ui.dialogs.year_field import YearField
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import row
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import LineField, MoneyField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.questionnaire.blanks import words_of
from boarddesk.ui.register_words import tr

_PERCENT = re.compile(r"(100|[0-9]{1,2})(\.[0-9]{1,6})?")
WIDTHS = (60, 104, 104, 112, 0, 150)
"""Of the fields of one year, in px; the box takes what its words need."""


class PercentField(LineField):
    """A share of a class in percent, kept exactly as written: “9.95”."""

    def problem(self) -> str:
        """What is wrong, and what to do; empty when nothing is."""
        text = self.value()
        if text is not None and not _PERCENT.fullmatch(text.removesuffix("%").strip()):
            return tr("Write a share such as 9.95.")
        return super().problem()

    def percent(self) -> str:
        """The share as it is kept."""
        return str(self.value() or "").removesuffix("%").strip()


class _YearRow:
    """The fields of one fiscal year."""

    def __init__(self, year: OrganizationYear | None) -> None:
        there = year or OrganizationYear(year=1900)
        self.year = YearField(there.year if year else None)
        self.paid = MoneyField(there.paid_to_cents or None, optional=True)
        self.received = MoneyField(there.received_from_cents or None, optional=True)
        self.revenue = MoneyField(there.revenue_cents, optional=True)
        self.estimate = QCheckBox(tr("estimate"))
        self.estimate.setChecked(there.estimate)
        self.excluded = ChoiceField(words_of(Excluded), value=there.excluded, optional=True, hint=tr("counts"))
        self.fields: tuple[QWidget, ...] = (
            self.year,
            self.paid,
            self.received,
            self.revenue,
            self.estimate,
            self.excluded,
        )

    def value(self) -> OrganizationYear:
        """The year as it is kept."""
        return OrganizationYear(
            year=self.year.count() or 0,
            paid_to_cents=self.paid.cents() or 0,
            received_from_cents=self.received.cents() or 0,
            revenue_cents=self.revenue.cents(),
            estimate=self.estimate.isChecked(),
            excluded=self.excluded.value(),
        )

    def problem(self) -> str:
        """What is wrong with the first field that is."""
        asked = (self.year, self.paid, self.received, self.revenue, self.excluded)
        return next((said for field in asked if (said := field.problem())), "")


class OrganizationYears(QWidget):
    """A line a fiscal year: what was paid each way, its revenue, and what the test leaves out."""

    def __init__(self, years: Sequence[OrganizationYear], next_year: int) -> None:
        super().__init__()
        self._next = next_year
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._held = QWidget()
        outer.addWidget(self._held)
        outer.addLayout(row(Button(tr("Add a year"), "flat", small=True, on_click=self.add_year), None))
        self._rows = [_YearRow(year) for year in years]
        self._lay_out()

    def add_year(self) -> None:
        """Add a line for the year before the earliest, the present one first."""
        years = [year for line in self._rows if (year := line.year.count())]
        self._rows.append(_YearRow(OrganizationYear(year=min(years) - 1 if years else self._next)))
        self._lay_out()

    def remove(self, line: _YearRow) -> None:
        """Take a line out."""
        self._rows.remove(line)
        for field in line.fields:
            field.setParent(None)
            field.deleteLater()
        self._lay_out()

    def value(self) -> tuple[OrganizationYear, ...]:
        """The years, oldest first."""
        return tuple(sorted((line.value() for line in self._rows), key=lambda year: year.year))

    def problem(self) -> str:
        """What is wrong, and what to do; empty when nothing is."""
        return next((said for line in self._rows if (said := line.problem())), "")

    def _lay_out(self) -> None:
        """All lines anew in a grid of their own; the fields stay what they are."""
        theme = Theme.current()
        heads = (tr("Year"), tr("Paid to it"), tr("Received from it"), tr("Its gross revenue"), "", tr("Left out as"))
        for line in self._rows:
            for field in line.fields:
                field.setParent(self)
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(6))
        grid.setVerticalSpacing(theme.px(4))
        for place, head in enumerate(heads if self._rows else ()):
            grid.addWidget(Text(head, "small", "ink3"), 0, place)
        for number, line in enumerate(self._rows, start=1):
            for place, (field, head, width) in enumerate(zip(line.fields, heads, WIDTHS, strict=True)):
                field.setAccessibleName(f"{head or tr('Revenue is an estimate')}, {number}")
                if width:
                    field.setFixedWidth(theme.px(width))
                grid.addWidget(field, number, place)
                field.show()
            name = tr("Remove line %1").replace("%1", str(number))
            gone = Button(icon="x", kind="quiet", small=True, name=name, on_click=partial(self.remove, line))
            grid.addWidget(gone, number, len(WIDTHS))
        old, self._held = self._held, fresh
        outer = self.layout()
        if outer is not None:
            outer.replaceWidget(old, fresh)
        old.hide()
        old.deleteLater()
        dialog = self.window()
        if dialog is not self and hasattr(dialog, "grow"):
            dialog.grow()
