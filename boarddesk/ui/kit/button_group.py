"""Buttons of which one is chosen: Tab stops at that one, and the arrows walk from there."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QButtonGroup


class ButtonGroup(QButtonGroup):
    """Exclusive. Qt lets Tab stop wherever the keyboard was last, even when another was chosen since."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.buttonToggled.connect(lambda _button, on: self.settle() if on else None)

    def settle(self) -> None:
        """Let Tab stop at the chosen button alone."""
        policies = Qt.FocusPolicy
        for button in self.buttons():
            button.setFocusPolicy(policies.StrongFocus if button.isChecked() else policies.ClickFocus)
