"""What the dialogs of the register share: refusals and warnings are shown before the dialog closes."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from boarddesk.common.errors import UserError
from boarddesk.domain.motions import MotionKind
from boarddesk.services.bus import Command
from boarddesk.services.choices import motion_choices
from boarddesk.services.entry import warnings_before
from boarddesk.services.people import WORDS
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.text import Text
from boarddesk.ui.register_words import tr

E = TypeVar("E", bound=StrEnum)


class RegisterDialog(FormDialog):
    """A form whose command is tried before it closes: what cannot be so is refused and the form stays.

    What departs is said once in amber; the button, which then says "all the same", saves it.
    """

    def __init__(
        self, services: Services, question: str, verb: str, way_out: str, *, says: str = "", parent: QWidget | None
    ) -> None:
        super().__init__(question, verb, way_out, says=says, attempt=self._try, parent=parent)
        self.services = services
        self.record = services.record
        self._verb = verb
        self._warned: tuple[str, ...] = ()
        self._warning = Text("", "base", "amber", wrap=True)
        self._warning.hide()
        foot = self.verb.parentWidget()
        column = foot.layout() if foot is not None else None
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, self._warning)

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self.form.addStretch(1)
            for line in self.findChildren(QLineEdit):
                line.home(False)
        super().showEvent(event)

    def warning(self) -> str:
        """What was said before saving; empty when nothing was."""
        return " ".join(self._warned)

    def brings_about(self, command: Command) -> tuple[str, ...]:
        """Override to say what the command brings about beside what the form shows."""
        del command
        return ()

    def _try(self, command: Command) -> None:
        said = (*self.brings_about(command), *warnings_before(self.services.bus, command))
        new = said != self._warned
        self._warned = said
        self._warning.setText("\n".join(said))
        self._warning.setVisible(bool(said))
        self.verb.setText(tr("%1 all the same").replace("%1", self._verb) if said else self._verb)
        if said and new:
            # An empty refusal keeps the dialog open; the warning stands where the refusal would.
            raise UserError("", code="warned")

    def motion_field(self, label: str, *kinds: MotionKind, value: str | None = None) -> ChoiceField:
        """A field that links the entry to a motion, those of some kinds first."""
        hint = tr("None recorded") if self.record_has_motions() else tr("No motion is on record yet")
        choices = motion_choices(self.record, *kinds)
        field: ChoiceField = self.field(label, ChoiceField(choices, value=value, optional=True, hint=hint))
        return field

    def record_has_motions(self) -> bool:
        """Whether there is any motion to link to."""
        return bool(motion_choices(self.record))


def words_for(values: Iterable[E]) -> list[tuple[E, str]]:
    """Choices from an enumeration, each in words."""
    return [(value, tr(WORDS[value])) for value in values]
