"""What went wrong: a refusal with all its faults, or something unforeseen with its details to copy."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from boarddesk.common.errors import UserError
from boarddesk.ui.kit.fields import TextField
from boarddesk.ui.kit.form_dialog import FormDialog

LINES = 4, 12


class NoticeDialog(FormDialog):
    """A sentence, and below it a text that can be read and copied whole."""

    def __init__(self, title: str, says: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(title, self.tr("Copy details"), self.tr("Close"), says=says, parent=parent)
        self.setMinimumWidth(560)
        lines = min(LINES[1], max(LINES[0], 2 * len(text.splitlines())))
        self.text = TextField(text, lines=lines)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Details"))
        self.text.setVisible(bool(text))
        self.form.addWidget(self.text)
        self.verb.setVisible(bool(text))
        self.way_out.setDefault(True)

    def accept(self) -> None:
        """Copy; the dialog stays."""
        QApplication.clipboard().setText(self.text.toPlainText())
        self.verb.setText(self.tr("Details copied"))

    def command(self) -> None:
        """A notice asks for nothing."""

    def open_up(self) -> None:
        """Show it until it is closed."""
        self._settle_height()
        self.exec()


class ErrorDialog(NoticeDialog):
    """Something unforeseen: what was logged where; the window stays."""

    def __init__(self, details: str, log: Path, parent: QWidget | None = None) -> None:
        says = self.tr(
            "The last step was not finished; what was saved before is safe. The details are in {log}. "
            "They name no person and nothing of the record unless an error message quotes it."
        ).format(log=log)
        super().__init__(self.tr("Something unforeseen happened"), says, details, parent)
        self.details = details


class RefusalDialog(NoticeDialog):
    """A refusal with its faults, each on its own line."""

    def __init__(self, error: UserError, parent: QWidget | None = None) -> None:
        faults = [fault.sentence() for fault in error.faults]
        super().__init__(error.what, error.rest(), "\n".join(faults), parent)


class FaultsDialog(NoticeDialog):
    """What a check of the file found."""

    def __init__(self, faults: Sequence[str], parent: QWidget | None = None) -> None:
        says = self.tr("Keep this file as it is, and open the last copy that checks without a fault.")
        super().__init__(self.tr("The file has faults"), says, "\n".join(faults), parent)
