"""Questionnaires sent out, or one that came back."""

from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.terms import directors_on, executive_officers_on, name_of
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.record_questionnaire import EditQuestionnaire, RecordQuestionnaires
from boarddesk.services.people import people_named
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.dialogs.year_field import YearField
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, TextField
from boarddesk.ui.register_words import tr


class QuestionnaireDialog(RegisterDialog):
    """To whom, for which year, sent, received, and whether an answer changed: only a change makes one stale."""

    def __init__(
        self, services: Services, row: Questionnaire | None, person: str | None, parent: QWidget | None
    ) -> None:
        who = name_of(services.record, row.person) if row else ""
        question = tr("Questionnaire of %1").replace("%1", who) if row else tr("Record questionnaires")
        super().__init__(services, question, tr("Save") if row else tr("Record"), tr("Leave as is"), parent=parent)
        self.row = row
        day = services.day
        year = FiscalCalendar(self.record.company.fiscal_year_end).year_of(day)
        there = row or Questionnaire(id="new", person="new", year=year, sent_on=day)
        if row is None:
            asked = {*directors_on(self.record, day), *(t.person for t in executive_officers_on(self.record, day))}
            people = people_choices(self.record, tuple(p for p in people_named(self.record) if p.id in asked))
            self.people = self.field(tr("Directors and executive officers"), PeopleChecks(people, (person or "",)))
        self.year = YearField(there.year)
        self.sent, self.received = DateField(there.sent_on, optional=True), DateField(there.received_on, optional=True)
        self.beside((tr("Year"), self.year), (tr("Sent on"), self.sent), (tr("Came back on"), self.received))
        answers = [(False, tr("No answer changed")), (True, tr("An answer changed"))]
        self.changed = self.field(
            tr("Compared with the year before"),
            ChoiceField(answers, value=there.changed, optional=True, hint=tr("not compared yet")),
        )
        self.change_note = self.field(tr("What changed"), TextField(there.change_note, lines=3, optional=True))
        self.received.changed.connect(lambda _day: self._settle())
        self.changed.changed.connect(lambda _value: self._settle())
        self._settle()

    def _settle(self) -> None:
        self.changed.setEnabled(self.received.date() is not None)
        self.change_note.setEnabled(self.changed.isEnabled() and self.changed.value() is True)

    def check(self) -> None:
        """What changed is said in words."""
        if self.change_note.isEnabled() and not self.change_note.value():
            self.wrong(self.change_note, tr("Say what changed; the board weighs it."))

    def command(self) -> RecordQuestionnaires | EditQuestionnaire:
        """The questionnaires that the form describes."""
        changed = self.changed.value() if self.changed.isEnabled() else None
        fields: dict[str, Any] = {
            "year": self.year.count(),
            "sent_on": self.sent.date(),
            "received_on": self.received.date(),
            "changed": changed,
            "change_note": (self.change_note.value() or "") if changed else "",
        }
        if self.row is not None:
            return EditQuestionnaire(msgspec.structs.replace(self.row, **fields))
        return RecordQuestionnaires(people=self.people.value(), **fields)

    @classmethod
    def ask(
        cls, parent: QWidget | None, services: Services, row: Questionnaire | None = None, person: str | None = None
    ) -> RecordQuestionnaires | EditQuestionnaire | None:
        """The command the user confirmed, or None."""
        return cls(services, row, person, parent).asked()  # type: ignore[no-any-return]
