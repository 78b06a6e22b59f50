"""Tick a step of what follows with what shows it, or say why it is not needed."""

from datetime import date

from PySide6.QtWidgets import QWidget

from boarddesk.services.commands.follow_up import SkipStep, TickStep
from boarddesk.services.event_steps import Step
from boarddesk.services.evidence_choices import document_choices, filing_choices
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.fields import DateField, TextField
from boarddesk.ui.register_words import tr


def _later(day: date | None, services: Services) -> str:
    """What is wrong with a day that has not come yet; empty otherwise."""
    if day is None or day <= services.today:
        return ""
    return tr("That is after %1. Tick it once it is done.").replace("%1", show_date(services.today))


class TickStepDialog(RegisterDialog):
    """The day, and one thing at least that shows it: a filing, a document, a motion, or a note."""

    def __init__(self, services: Services, step: Step, parent: QWidget | None) -> None:
        super().__init__(
            services, tr("What shows that it is done: %1").replace("%1", step.title), tr("Tick it"),
            tr("Leave it open"), says=step.second, parent=parent,
        )  # fmt: skip
        self.step = step
        self.done_on: DateField = self.field(tr("Done on"), DateField(services.day))
        none = tr("None recorded")
        self.filing: ChoiceField = self.field(
            tr("Filing"), ChoiceField(filing_choices(self.record), optional=True, hint=none)
        )
        self.document: ChoiceField = self.field(
            tr("Document"), ChoiceField(document_choices(self.record), optional=True, hint=none)
        )
        self.motion = self.motion_field(tr("Motion"))
        self.note: TextField = self.field(tr("Note"), TextField(lines=2, optional=True))

    def check(self) -> None:
        """Nothing is done on a day to come."""
        self.wrong(self.done_on, self.done_on.problem() or _later(self.done_on.date(), self.services))

    def command(self) -> TickStep:
        """The tick that the form describes."""
        step = self.step
        return TickStep(
            step.title, step.fact, step.key, self.done_on.date() or self.services.day, self.filing.value(),
            self.document.value(), self.motion.value(), self.note.value() or "",
        )  # fmt: skip

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, step: Step) -> TickStep | None:
        """The command the user confirmed, or None."""
        return cls(services, step, parent).asked()  # type: ignore[no-any-return]


class SkipStepDialog(RegisterDialog):
    """Why a step is not needed, and when that was found."""

    def __init__(self, services: Services, step: Step, parent: QWidget | None) -> None:
        super().__init__(
            services, tr("Why is it not needed: %1").replace("%1", step.title), tr("Not needed"),
            tr("Leave it open"), says=step.second, parent=parent,
        )  # fmt: skip
        self.step = step
        self.reason: TextField = self.field(tr("Reason"), TextField(lines=3))
        self.found_on: DateField = self.field(tr("Found on"), DateField(services.day))

    def check(self) -> None:
        """Nothing is found on a day to come."""
        self.wrong(self.found_on, self.found_on.problem() or _later(self.found_on.date(), self.services))

    def command(self) -> SkipStep:
        """The reason that the form gives."""
        step, day = self.step, self.found_on.date() or self.services.day
        return SkipStep(step.title, step.fact, step.key, day, self.reason.value() or "")

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, step: Step) -> SkipStep | None:
        """The command the user confirmed, or None."""
        return cls(services, step, parent).asked()  # type: ignore[no-any-return]
