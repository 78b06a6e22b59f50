"""A new company: its name, fiscal year, time zone and the classes of its board."""

import zoneinfo
from calendar import month_name, monthrange

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.common import clock
from boarddesk.domain.company import Company
from boarddesk.domain.terms import CLASSES
from boarddesk.services.company_file import checked_company
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import CountField, LineField
from boarddesk.ui.kit.form_dialog import FormDialog

LEAP_FREE = 2001
FEBRUARY = 2
FIRST_YEAR, LAST_YEAR = 1900, 2200


def _tr(text: str) -> str:
    return QCoreApplication.translate("NewCompanyDialog", text)


def month_ends() -> list[tuple[str, str]]:
    """The month ends as `MM-DD` and as words; February's is the 28th or 29th."""
    days = [(month, 29 if month == FEBRUARY else monthrange(LEAP_FREE, month)[1]) for month in range(1, 13)]
    return [
        (f"{month:02}-{day:02}", f"End of {month_name[month]}" if month == FEBRUARY else f"{day} {month_name[month]}")
        for month, day in days
    ]


class NewCompanyDialog(FormDialog):
    """What the file is about; everything can be changed later in Settings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _tr("Create a company"),
            _tr("Choose where to keep it…"),
            _tr("Not now"),
            says=_tr("Directors, committees and meetings are entered afterwards. All of this can be changed later."),
            parent=parent,
        )
        self.name: LineField = self.field(
            _tr("Name, as in the certificate of incorporation"), LineField(hint=_tr("Example Systems, Inc."))
        )
        self.short: LineField = self.field(_tr("Short name"), LineField(optional=True, hint=_tr("Example")))
        self.year_end = ChoiceField(month_ends(), value="12-31")
        zones = sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone and not zone.startswith("Etc/"))
        self.zone = ChoiceField([(zone, zone.replace("_", " ")) for zone in zones], value="America/New_York")
        self.beside((_tr("Fiscal year ends"), self.year_end), (_tr("Time zone"), self.zone))
        self.ticker = LineField(optional=True)
        self.state = LineField("Delaware")
        self.beside((_tr("Nasdaq ticker"), self.ticker), (_tr("State of incorporation"), self.state))
        self.classified = QCheckBox(_tr("The board is classified: three classes, elected in turn"))
        self.classified.setChecked(True)
        self.classified.setAccessibleName(self.classified.text())
        self.add(self.classified)
        self.bases = {class_: CountField(least=FIRST_YEAR, most=LAST_YEAR, optional=True) for class_ in CLASSES}
        self.beside(*((_tr("Class {c} elected in").format(c=c), field) for c, field in self.bases.items()))
        for place, field in enumerate(self.bases.values()):
            field.setText(str(clock.today().year - 2 + place))
        self.form.addStretch(1)
        self.classified.toggled.connect(self._settle)
        self.name.setFocus()

    def _settle(self, on: bool) -> None:
        for field in self.bases.values():
            field.setEnabled(on)

    def check(self) -> None:
        years = {field.text().strip().replace(",", "") for field in self.bases.values()} - {""}
        if self.classified.isChecked() and len(years) != len(CLASSES):
            last = self.bases[CLASSES[-1]]
            self.wrong(last, _tr("Give three different years, one of an annual meeting for each class."))

    def command(self) -> Company:
        bases = {c: int(field.text().replace(",", "")) for c, field in self.bases.items() if field.text().strip()}
        return checked_company(
            name=self.name.text().strip(),
            short_name=self.short.text().strip(),
            ticker=self.ticker.text().strip(),
            state=self.state.text().strip(),
            fiscal_year_end=self.year_end.value(),
            time_zone=self.zone.value(),
            classified=self.classified.isChecked(),
            class_base_years=bases if self.classified.isChecked() else {},
        )

    @classmethod
    def ask(cls, parent: QWidget | None) -> Company | None:
        """The company described, or None."""
        found: Company | None = cls(parent).asked()
        return found
