"""Set a value that the company supplies to the rules, or override one of the books, from a day on."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.company import ParameterValue
from boarddesk.domain.motions import MotionKind
from boarddesk.services.bus import Command
from boarddesk.services.commands.set_parameter import SetParameter, faults_of_value
from boarddesk.services.settings import CHOICE, ParameterLine, said, written
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.register_words import tr


class ParameterDialog(RegisterDialog):
    """The value, its source and its first day; the values before it stay, and so do the results before that day."""

    def __init__(self, services: Services, parameter: ParameterLine, parent: QWidget | None) -> None:
        overrides = parameter.asks_reason
        super().__init__(
            services,
            (tr("Override “%1”") if overrides else tr("Set “%1”")).replace("%1", parameter.title),
            tr("Override the value") if overrides else tr("Set the value"),
            tr("Leave as is"),
            says=tr("The value before it, %1, stays in force until the day named here.").replace("%1", parameter.value)
            if parameter.raw
            else tr("Nothing is due before the day named here."),
            parent=parent,
        )
        self.parameter = parameter
        self.value = self._value_field()
        self.start = self.field(tr("In force from"), DateField(services.day))
        self.citation = self.field(tr("Source"), LineField(hint=tr("Bylaws, section 3.8")))
        self.reason = self.field(tr("Why"), TextField(lines=2, optional=not overrides))
        self.motion = self.motion_field(tr("Motion of the board"), MotionKind.ADOPT_DOCUMENT)

    def _value_field(self) -> LineField | ChoiceField:
        """Yes or no is chosen; any other value is typed as the hint shows."""
        line = self.parameter
        if line.unit == CHOICE:
            choices = [("yes", tr("Yes")), ("no", tr("No"))]
            chosen: ChoiceField = self.field(tr("Value"), ChoiceField(choices, value=line.raw))
            return chosen
        typed: LineField = self.field(tr("Value"), LineField(line.raw, hint=line.hint), line.hint)
        return typed

    def _typed(self) -> str:
        """The value as it was typed or chosen."""
        field = self.value
        return (field.value() or "") if isinstance(field, ChoiceField) else field.text().strip()

    def check(self) -> None:
        """What stands against the value is said beside its field."""
        if self._typed() and written(self.parameter, self._typed()) is None:
            self.wrong(self.value, tr("“%1” cannot be read.").replace("%1", self._typed()))
        if self.errors():
            return
        fields = {"value": self.value, "effective_from": self.start, "citation": self.citation, "reason": self.reason}
        for fault in faults_of_value(self.command(), self.record):
            if fault.where in fields:
                self.wrong(fields[fault.where], f"{fault.what} {fault.what_to_do}")
            else:
                self.refuse(f"{fault.what} {fault.what_to_do}")

    def brings_about(self, command: Command) -> tuple[str, ...]:
        """A value from the same day gives way."""
        del command
        rows = self.record.where(ParameterValue, "key", self.parameter.key)
        same = [row for row in rows if row.effective_from == self.start.date() and row.value != self.command().value]
        words = tr("It takes the place of %1, set from the same day, %2.")
        return tuple(
            words.replace("%1", said(row.key, row.value)).replace("%2", show_date(row.effective_from)) for row in same
        )

    def command(self) -> SetParameter:
        """The value that the form describes."""
        return SetParameter(
            key=self.parameter.key,
            value=written(self.parameter, self._typed()) or "",
            effective_from=self.start.date(),
            citation=self.citation.text(),
            reason=self.reason.value() or "",
            motion=self.motion.value(),
            title=self.parameter.title[:1].lower() + self.parameter.title[1:],
        )

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, parameter: ParameterLine) -> SetParameter | None:
        """The command the user confirmed, or None."""
        return cls(services, parameter, parent).asked()  # type: ignore[no-any-return]
