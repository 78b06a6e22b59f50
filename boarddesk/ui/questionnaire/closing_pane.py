"""The last step of a questionnaire: when it came back, who attested it, and what changed since the last answers."""

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.domain.independence import Questionnaire
from boarddesk.services.questionnaires import differences, proposal, to_keep
from boarddesk.services.worksheet import worksheet
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.year_field import YearField
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.questionnaire.changes_list import ChangesList
from boarddesk.ui.questionnaire.weights import WeightRow
from boarddesk.ui.register_words import tr

DIFFERENCES_HEIGHT = 132


class ClosingPane(QWidget):
    """Its fields belong to the dialog, which says what is wrong with them; `received` tells that the day changed.

    Whether an answer changed, and what, is proposed from the comparison until the secretary says it herself.
    """

    received = Signal()

    def __init__(
        self, dialog: FormDialog, services: Services, there: Questionnaire, before: Questionnaire | None
    ) -> None:
        super().__init__()
        self.services, self.there, self.before = services, there, before
        self._proposes = there.changed is None and not there.change_note
        self._proposing = False
        outer, dialog.form = dialog.form, QVBoxLayout(self)
        dialog.form.setContentsMargins(0, 0, 0, 0)
        dialog.form.setSpacing(Theme.current().px(10))
        self._days(dialog)
        self._comparison(dialog)
        dialog.form.addStretch(1)
        dialog.form = outer
        self.back.changed.connect(lambda _day: self._settle())
        self.back.changed.connect(lambda _day: self.received.emit())
        for field in (self.changed, self.note):
            field.changed.connect(lambda _value: self._own_words())

    def _days(self, dialog: FormDialog) -> None:
        there = self.there
        dialog.add(Text(tr("Received and attested"), "strong"))
        self.year, self.sent = YearField(there.year), DateField(there.sent_on, optional=True)
        self.back, self.attested = (
            DateField(there.received_on, optional=True),
            DateField(there.attested_on, optional=True),
        )
        self.name = LineField(there.attested_as, optional=True, hint=tr("as signed"))
        dialog.beside((tr("Year"), self.year), (tr("Sent on"), self.sent), (tr("Came back on"), self.back), of=3)
        dialog.beside((tr("Attested on"), self.attested), (tr("Attested by"), self.name), of=2)

    def _comparison(self, dialog: FormDialog) -> None:
        there = self.there
        answers = [(False, tr("No answer changed")), (True, tr("An answer changed"))]
        self.changed = dialog.field(
            tr("Compared with the year before"),
            ChoiceField(answers, value=there.changed, optional=True, hint=tr("not compared yet")),
            tr("A changed answer newer than the Board’s determination puts that under review."),
        )
        self.note = dialog.field(tr("What changed"), TextField(there.change_note, lines=2, optional=True))
        self.said = dialog.add(Text("", "small", "ink2", wrap=True))
        name = tr("Changes since last year, all questions")
        self.found = ChangesList(name, DIFFERENCES_HEIGHT, titled=True)
        dialog.add(self.found)
        dialog.add(Text(tr("The bright lines A to F with these answers"), "small-medium", "ink2"))
        self.weights = dialog.add(WeightRow(tr("The bright lines with these answers")))

    def _own_words(self) -> None:
        self._proposes = self._proposes and self._proposing
        self._settle()

    def show_draft(self, draft: Questionnaire) -> None:
        """Compare the answers entered so far."""
        found, said = differences(self.before, draft), proposal(self.before, draft)
        self.found.show_changes(found)
        self.found.setVisible(bool(found))
        if self._proposes:
            self._proposing = True
            self.changed.set_value(said.changed)
            self.note.setPlainText(said.note)
            self._proposing = False
        words = tr("There are no earlier answers to compare with.")
        if self.before is not None and self.before.received_on is not None:
            words = tr("Compared with the answers of %1.").replace("%1", show_date(self.before.received_on))
            words = words if found else f"{words} {tr('Nothing differs so far.')}"
        self.said.setText(words)
        self._settle()

    def show_weights(self, draft: Questionnaire) -> None:
        """What the bright lines come to with these answers."""
        tried = replace(draft, received_on=draft.received_on or self.services.day)
        self.weights.show_tests(worksheet(self.services, self.there.person, draft=tried).bright)

    def _settle(self) -> None:
        self.changed.setEnabled(self.back.date() is not None)
        self.note.setEnabled(self.changed.isEnabled() and self.changed.value() is True)

    def filled(self, draft: Questionnaire) -> Questionnaire:
        """The draft as it would be saved."""
        changed = self.changed.value() if self.changed.isEnabled() else None
        fields: dict[str, Any] = {
            "year": self.year.count() or self.there.year,
            "sent_on": self.sent.date(),
            "received_on": self.back.date(),
            "attested_on": self.attested.date(),
            "attested_as": self.name.text().strip(),
            "changed": changed,
            "change_note": (self.note.value() or "") if changed else "",
        }
        return replace(to_keep(draft), **fields)
