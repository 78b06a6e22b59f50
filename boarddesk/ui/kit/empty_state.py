"""What a list shows while there is nothing in it: what belongs here, and how to begin."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ICON_EMPTY


class EmptyState(QWidget):
    """An icon, one line that says what belongs here, a hint, one flat action."""

    def __init__(
        self,
        icon: str,
        line: str,
        hint: str = "",
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self._icon_name = icon
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        layout.setSpacing(theme.px(5))
        layout.addStretch(1)
        layout.addWidget(self._picture)
        self._line = Text(line, "medium", wrap=True)
        self._line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._line)
        if hint:
            said = Text(hint, "small", "ink2", wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(said)
        self.action: Button | None = None
        if action and on_action is not None:
            self.action = Button(action, "flat", on_click=on_action)
            layout.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.setAccessibleName(line)
        theme.changed.connect(self._retheme)
        self._retheme()

    def say(self, line: str) -> None:
        """Say something else in its one line."""
        self._line.setText(line)
        self.setAccessibleName(line)

    def _retheme(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon_name, "ink3", ICON_EMPTY))
