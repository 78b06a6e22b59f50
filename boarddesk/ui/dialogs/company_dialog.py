"""The company's particulars."""

import zoneinfo

import msgspec
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.terms import CLASSES
from boarddesk.services.commands.create_company import ChangeCompany
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.dialogs.year_field import YearEndField, YearField, show_month_day
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, LineField
from boarddesk.ui.register_words import tr


class CompanyDialog(RegisterDialog):
    """Name, listing, fiscal year, time zone, and the base year of each class."""

    def __init__(self, services: Services, parent: QWidget | None) -> None:
        super().__init__(services, tr("Change the company’s particulars"), tr("Save"), tr("Leave as is"), parent=parent)
        there = self.company = services.record.company
        self.name = self.field(tr("Name as in the certificate"), LineField(there.name))
        self.short_name = LineField(there.short_name, optional=True)
        self.ticker = LineField(there.ticker, optional=True)
        self.beside((tr("Short name"), self.short_name), (tr("Ticker"), self.ticker))
        self.state, self.exchange = LineField(there.state), LineField(there.exchange, optional=True)
        self.listed = DateField(there.listing_date, optional=True)
        self.beside(
            (tr("State of incorporation"), self.state), (tr("Exchange"), self.exchange), (tr("Listed on"), self.listed)
        )
        self.year_end = YearEndField(show_month_day(there.fiscal_year_end))
        zones = [(zone, zone.replace("_", " ")) for zone in sorted(zoneinfo.available_timezones())]
        self.zone = ChoiceField(zones, value=there.time_zone)
        self.beside((tr("Fiscal year ends on"), self.year_end), (tr("Time zone"), self.zone))
        self.address = self.field(tr("Principal office"), LineField(there.address, optional=True))
        self.classified = QCheckBox(tr("Directors stand in three classes (8 Del. C. §141(d))"))
        self.classified.setAccessibleName(self.classified.text())
        self.classified.setChecked(there.classified)
        self.add(self.classified)
        years = there.class_base_years
        self.bases = {c: YearField(years.get(c), optional=True) for c in CLASSES}
        label = tr("Class %1 was elected in")
        self.beside(*((label.replace("%1", class_), field) for class_, field in self.bases.items()))
        self.classified.toggled.connect(self._settle)
        self._settle(there.classified)

    def _settle(self, classified: bool) -> None:
        for field in self.bases.values():
            field.setEnabled(classified)

    def check(self) -> None:
        """The three classes stand in three different years."""
        years = {class_: field.count() for class_, field in self.bases.items() if field.count() is not None}
        remainders = {(year or 0) % len(CLASSES) for year in years.values()}
        if self.classified.isChecked() and len(remainders) < len(years):
            said = tr("Two classes would stand in the same year. Terms of three years begin in successive years.")
            self.wrong(next(iter(self.bases.values())), said)

    def command(self) -> ChangeCompany:
        """The company as the form describes it."""
        classified = self.classified.isChecked()
        return ChangeCompany(
            msgspec.structs.replace(
                self.company,
                name=self.name.text().strip(),
                short_name=self.short_name.text().strip(),
                ticker=self.ticker.text().strip(),
                state=self.state.text().strip(),
                exchange=self.exchange.text().strip(),
                listing_date=self.listed.date(),
                fiscal_year_end=self.year_end.month_day(),
                time_zone=self.zone.value(),
                address=self.address.text().strip(),
                classified=classified,
                class_base_years={c: f.count() for c, f in self.bases.items() if classified and f.count() is not None},
            )
        )

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services) -> ChangeCompany | None:
        """The command the user confirmed, or None."""
        return cls(services, parent).asked()  # type: ignore[no-any-return]
