"""Set a value that the company supplies to the rules, from a day on."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.motions import MotionKind
from boarddesk.services.commands.set_parameter import SetParameter
from boarddesk.services.settings import ParameterLine, written
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.register_words import tr


class ParameterDialog(RegisterDialog):
    """The value, its source and its first day; the values before it stay."""

    def __init__(self, services: Services, parameter: ParameterLine, parent: QWidget | None) -> None:
        super().__init__(
            services,
            tr("Set %1").replace("%1", parameter.title[:1].lower() + parameter.title[1:]),
            tr("Set the value"),
            tr("Leave as is"),
            says=tr("The value before it stays in force until the day named here."),
            parent=parent,
        )
        self.parameter = parameter
        self.value = self.field(tr("Value"), LineField(parameter.raw, hint=parameter.hint), parameter.hint)
        self.start = self.field(tr("In force from"), DateField(services.day))
        self.citation = self.field(tr("Source"), LineField(hint=tr("Bylaws, section 3.8")))
        self.reason = self.field(tr("Why"), TextField(lines=2, optional=True))
        self.motion = self.motion_field(tr("Motion of the board"), MotionKind.ADOPT_DOCUMENT)

    def check(self) -> None:
        """The value is one that the rules can read."""
        if self.value.text().strip() and written(self.parameter, self.value.text()) is None:
            self.wrong(self.value, tr("“%1” cannot be read.").replace("%1", self.value.text().strip()))

    def command(self) -> SetParameter:
        """The value that the form describes."""
        return SetParameter(
            key=self.parameter.key,
            value=written(self.parameter, self.value.text()) or "",
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
