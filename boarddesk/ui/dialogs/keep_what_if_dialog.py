"""Keep a what-if as a note: a title, and why it was asked."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from boarddesk.services.commands.keep_what_if import KeepWhatIf
from boarddesk.services.what_if_answer import Answer
from boarddesk.services.what_if_notes import keeping
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.fields import LineField, TextField
from boarddesk.ui.kit.form_dialog import FormDialog


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeepWhatIfDialog", text)


class KeepWhatIfDialog(FormDialog):
    """The note holds the changes and the day; results are judged anew whenever it is opened."""

    def __init__(self, services: Services, answer: Answer, parent: QWidget | None) -> None:
        super().__init__(
            _tr("Keep this what-if as a note"),
            _tr("Keep the note"),
            _tr("Keep none"),
            says=_tr("The note holds the changes and the day. Its results are judged anew whenever it is opened."),
            attempt=services.bus.preview,
            parent=parent,
        )
        self._services, self._answer = services, answer
        self.name = self.field(_tr("Title"), LineField(answer.title))
        self.note = self.field(_tr("Why it was asked"), TextField(lines=3, optional=True))

    def command(self) -> KeepWhatIf:
        found = self._answer
        return keeping(self._services, self.name.value() or "", found.day, found.changes, self.note.value() or "")

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, answer: Answer) -> KeepWhatIf | None:
        """The command the user confirmed, or None."""
        return cls(services, answer, parent).asked()  # type: ignore[no-any-return]
