"""The passwords of the copies just made: shown once, kept nowhere."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr


class PasswordsDialog(FormDialog):
    """Each reader's password beside the name; all can be copied."""

    def __init__(self, passwords: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Passwords of the copies"), tr("I have noted them"), tr("Close"),
            says=tr("They are shown this once and kept nowhere. Tell each reader on another way than the file."),
            parent=parent,
        )  # fmt: skip
        self.way_out.hide()
        self._passwords = tuple(passwords)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Theme.current().px(24))
        grid.setColumnStretch(1, 1)
        for number, (name, password) in enumerate(self._passwords):
            grid.addWidget(Text(name), number, 0)
            grid.addWidget(Text(password, "medium"), number, 1)
        self.add(holder(grid))
        self.aside.insertWidget(0, Button(tr("Copy all"), icon="copy", on_click=self._copy))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name}\t{password}" for name, password in self._passwords))

    def command(self) -> bool:
        return True

    @classmethod
    def show_once(cls, passwords: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Show them where there are any."""
        if passwords:
            cls(passwords, parent).asked()
