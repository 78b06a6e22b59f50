"""One entry under a question of the questionnaire: a job, a family member, a payment, an organization."""

from typing import Any

import msgspec
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.answers import Expertise, Question
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.motions import RelatedTransaction
from boarddesk.domain.record import Record
from boarddesk.services.questionnaire_words import ASKED
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, LineField, MoneyField, TextField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.questionnaire.blanks import Blank, entry_form, words_of
from boarddesk.ui.questionnaire.fields import OrganizationYears, PercentField
from boarddesk.ui.register_words import tr


class QuestionnaireEntryDialog(FormDialog):
    """The blanks of one kind of answer; the entry that comes back is kept only with the questionnaire."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        record: Record,
        question: Question = Question.ORGANIZATIONS,
        entry: Any = None,
        parent: QWidget | None = None,
    ) -> None:
        asked = ASKED[question]
        title = tr("Change the %1") if entry is not None else tr("Add a %1")
        vowel = asked.entry[:1] in "aeiou" and entry is None
        title = (tr("Add an %1") if vowel else title).replace("%1", tr(asked.entry))
        super().__init__(title, tr("Change") if entry is not None else tr("Add"), tr("Leave as is"), parent=parent)
        self.questionnaire, self.record, self.entry = questionnaire, record, entry
        self.spec = entry_form(question)
        self.fields: dict[str, QWidget] = {}
        for line in self.spec.lines:
            made = [(blank, self._made(blank)) for blank in line]
            self.fields |= {blank.name: widget for blank, widget in made}
            if isinstance(made[0][1], QCheckBox):
                self.add(made[0][1])
            elif len(made) == 1:
                self.field(made[0][0].label, made[0][1])
            else:
                self.beside(*((blank.label, widget) for blank, widget in made), of=len(made))

    def _value(self, blank: Blank) -> Any:
        """What the entry says; for a new one what its type says."""
        if isinstance(self.entry, str):
            return self.entry
        if self.entry is not None:
            return getattr(self.entry, blank.name)
        if self.spec.makes is str:
            return None
        field = next(each for each in msgspec.structs.fields(self.spec.makes) if each.name == blank.name)
        return None if field.default is msgspec.NODEFAULT else field.default

    def _made(self, blank: Blank) -> QWidget:
        value, optional = self._value(blank), not blank.needed
        match blank.shape:
            case "line":
                return LineField(value or "", optional=optional, hint=blank.hint)
            case "percent":
                return PercentField(value or "", optional=optional, hint="9.95")
            case "text":
                return TextField(value or "", lines=3, optional=optional)
            case "day":
                return DateField(value, optional=optional)
            case "amount":
                return MoneyField(value, optional=optional)
            case "flag":
                box = QCheckBox(blank.label)
                box.setAccessibleName(blank.label)
                box.setChecked(bool(value))
                return box
            case "years":
                return OrganizationYears(value or (), self.questionnaire.year)
            case "attributes":
                return PeopleChecks(words_of(Expertise), value or (), optional=True)
            case _:
                choices = self._choices(blank)
                return ChoiceField(choices, value=value or None if blank.shape != "answer" else value,
                                   optional=optional, hint=blank.hint or tr("not answered"))  # fmt: skip

    def _choices(self, blank: Blank) -> list[tuple[Any, str]]:
        if blank.shape == "answer":
            return [(True, tr("Yes")), (False, tr("No"))]
        if blank.shape == "whom":
            there = self._value(blank)
            names = dict.fromkeys([member.name for member in self.questionnaire.family] + ([there] if there else []))
            return [(name, name) for name in names]
        if blank.shape == "dealing":
            rows = self.record.where(RelatedTransaction, "person", self.questionnaire.person)
            return [(row.id, f"{row.counterparty}, {row.description}".rstrip(", ")) for row in rows]
        return list(blank.choices)

    def _read(self, name: str) -> Any:
        widget: Any = self.fields[name]
        if isinstance(widget, QCheckBox):
            return widget.isChecked()
        if isinstance(widget, PercentField):
            return widget.percent()
        value = widget.value()
        shape = next(blank.shape for line in self.spec.lines for blank in line if blank.name == name)
        return value or "" if shape in {"line", "text", "whom", "dealing"} else value

    def command(self) -> Any:
        """The entry that the form describes."""
        if self.spec.makes is str:
            return self._read("text")
        return self.spec.makes(**{name: self._read(name) for name in self.fields})

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        questionnaire: Questionnaire,
        record: Record,
        question: Question,
        entry: Any = None,
    ) -> Any:
        """The entry the user confirmed, or None."""
        return cls(questionnaire, record, question, entry, parent).asked()
