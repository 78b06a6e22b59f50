"""One password for all files of a drop that ask for one: used once, shown as dots, kept nowhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import row
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

WIDTH = 180


class PasswordRow(QWidget):
    """`wanted` gives the password when the files shall be tried with it."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.password = LineField(optional=True, hint=tr("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(tr("Password"))
        self.password.setFixedWidth(Theme.current().px(WIDTH))
        self.open_button = Button("", on_click=self._try)
        self._said = Text(tr("The password is used once and kept nowhere."), "small", "ink2")
        self.setLayout(row(self.password, self.open_button, self._said, None))

    def show_count(self, locked: int) -> None:
        """How many files ask for a password; the row goes with the last."""
        self.setVisible(locked > 0)
        words = tr("Open one file") if locked == 1 else tr("Open %1 files").replace("%1", str(locked))
        self.open_button.setText(words)

    def tell(self, opened: int) -> None:
        """Say what the password opened, and forget it."""
        self.password.clear()
        self._said.setText(
            tr("It opened %1; the others ask for another.").replace("%1", str(opened))
            if opened
            else tr("It opens none of them.")
        )

    def said(self) -> str:
        """The words beside the button."""
        return self._said.text()

    def _try(self) -> None:
        if self.password.text():
            self.wanted.emit(self.password.text())
        else:
            self._said.setText(tr("Write the password first."))
