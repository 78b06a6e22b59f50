"""Print questionnaires as forms to be filled in by hand: for whom, of which year, blank or as answered before."""

from collections.abc import Sequence

import msgspec
from PySide6.QtWidgets import QWidget

from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.terms import name_of
from boarddesk.services.files import save
from boarddesk.services.questionnaire_print import outstanding, questionnaire_forms
from boarddesk.services.questionnaires import to_send
from boarddesk.services.workspace import Services
from boarddesk.ui import files, jobs
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.year_field import YearField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.toast import Toast
from boarddesk.ui.register_words import tr


class Forms(msgspec.Struct, frozen=True):
    """What is to be printed."""

    people: tuple[str, ...]
    year: int
    prefilled: bool


class PrintQuestionnairesDialog(FormDialog):
    """Ticked are those whose questionnaire is not back, or the person it was asked for; all go into one file."""

    def __init__(self, services: Services, person: str | None, parent: QWidget | None) -> None:
        says = tr("A PDF to fill in by hand and sign, each person’s from a new page.")
        super().__init__(tr("Print questionnaires"), tr("Save as PDF…"), tr("Print none"), says=says, parent=parent)
        self.services = services
        record, day = services.shown, services.day
        present = FiscalCalendar(record.company.fiscal_year_end).year_of(day)
        self.year = YearField(present)
        self.answers = SegmentedControl(
            ((True, tr("As answered before")), (False, tr("Blank"))), name=tr("Answers")
        )  # fmt: skip
        self.beside((tr("Year"), self.year), (tr("Answers"), self.answers))
        found = [(each.person, each.name) for each in to_send(record, present, day)]
        named = {each for each, _name in found}
        if person is not None and person not in named:
            found.append((person, name_of(record, person)))
        ticked: Sequence[str] = (person,) if person is not None else outstanding(record, present)
        self.people: PeopleChecks = self.field(tr("For"), PeopleChecks(found, ticked))
        if person is None:
            self.year.changed.connect(lambda _year: self._read_year())

    def _read_year(self) -> None:
        """Tick those whose questionnaire of that year is not back."""
        out = outstanding(self.services.shown, self.year.count() or 0)
        for person, box in self.people.boxes.items():
            box.setChecked(person in out)

    def command(self) -> Forms:
        """What the form describes."""
        return Forms(self.people.value(), self.year.count() or 0, self.answers.value())


def print_questionnaires(parent: QWidget, services: Services, person: str | None = None) -> None:
    """Ask what to print and where to, and write the file off the window's thread."""
    forms: Forms | None = PrintQuestionnairesDialog(services, person, parent).asked()
    if forms is None:
        return
    path = files.ask_save(
        parent, tr("Save the questionnaires"), f"questionnaires-{forms.year}.pdf", tr("PDF files (*.pdf)")
    )
    if path is None:
        return
    jobs.start(
        parent,
        tr("Making the questionnaires"),
        lambda _progress: save(
            path, questionnaire_forms(services, forms.people, forms.year, prefilled=forms.prefilled)
        ),
        lambda _value: Toast.say(parent.window(), tr("Saved as %1").replace("%1", path.name)),
    )
