"""A year's questionnaires sent out, to all directors and executive officers at once or to some."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.services.commands.record_questionnaire import RecordQuestionnaires
from boarddesk.services.questionnaires import to_send
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.dialogs.year_field import YearField
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.fields import DateField
from boarddesk.ui.register_words import tr


class SendQuestionnairesDialog(RegisterDialog):
    """Those to whom the year's questionnaire has not gone out are ticked; those who have one say since when."""

    def __init__(self, services: Services, person: str | None, parent: QWidget | None) -> None:
        super().__init__(
            services,
            tr("Send questionnaires"),
            tr("Record as sent"),
            tr("Record none"),
            says=tr("A day after a name says when one was sent. Answers are entered once they come back."),
            parent=parent,
        )
        self.person = person
        day = services.day
        self.year = YearField(FiscalCalendar(self.record.company.fiscal_year_end).year_of(day))
        self.sent = DateField(day)
        self.beside((tr("Year"), self.year), (tr("Sent on"), self.sent), of=2)
        self.people = self.field(tr("Directors and executive officers"), self._checks())
        self.year.changed.connect(lambda _year: self._read_year())

    def _checks(self) -> PeopleChecks:
        found = to_send(self.record, self.year.count() or 0, self.services.day)
        since = tr("%1 (%2)")
        choices = [
            (each.person, since.replace("%1", each.name).replace("%2", show_date(each.sent_on)) if each.sent_on else
             each.name)
            for each in found
        ]  # fmt: skip
        ticked = [each.person for each in found if each.sent_on is None and self.person in (None, each.person)]
        return PeopleChecks(choices, ticked)

    def _read_year(self) -> None:
        """Tick those to whom that year's has not gone out."""
        fresh = self._checks()
        for person, box in self.people.boxes.items():
            there = fresh.boxes[person]
            box.setText(there.text())
            box.setToolTip(there.toolTip())
            box.setAccessibleName(there.accessibleName())
            box.setChecked(there.isChecked())
        fresh.deleteLater()

    def command(self) -> RecordQuestionnaires:
        """The questionnaires that the form describes."""
        return RecordQuestionnaires(self.people.value(), self.year.count() or 0, sent_on=self.sent.date())

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, person: str | None = None) -> RecordQuestionnaires | None:
        """The command the user confirmed, or None; with `person` that one alone is ticked."""
        return cls(services, person, parent).asked()  # type: ignore[no-any-return]
