"""The line under the head that says under which condition the window is being used."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme

BannerKind = Literal["date", "what_if", "repair", "read_only", "error", "hint"]
LOOKS: dict[str, tuple[str, str]] = {
    "date": ("teal", "history"),
    "what_if": ("violet", "git-compare-arrows"),
    "repair": ("amber", "file-warning"),
    "read_only": ("grey", "eye"),
    "error": ("red", "triangle-alert"),
    "hint": ("amber", "lightbulb"),
}


class Banner(QWidget):
    """One sentence on its hue's tint, its subject in bold, with at most one action at the right."""

    def __init__(
        self,
        kind: BannerKind,
        strong: str,
        text: str = "",
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        framed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hue, icon_name = LOOKS[kind]
        self._framed = framed
        theme = Theme.current()
        self.setMinimumHeight(theme.px(36))
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(14), theme.px(4), theme.px(8), theme.px(4))
        line.setSpacing(theme.px(10))
        self._picture, self._icon_name = QLabel(), icon_name
        line.addWidget(self._picture)
        self._strong = Text(strong, "strong", self._hue)
        self._strong.setContentsMargins(0, 1, 0, 0)  # on the baseline of the wrapped words beside it
        self._text = Text(text, "base", self._hue, wrap=True)
        line.addWidget(self._strong)
        line.addWidget(self._text, 1)
        self.action: Button | None = None
        if action and on_action is not None:
            self.action = Button(action, "flat", small=True, on_click=on_action)
            line.addWidget(self.action)
        self.setAccessibleName(f"{strong} {text}".strip())
        theme.changed.connect(self._retheme)
        self._retheme()

    def sentence(self) -> str:
        """What the banner says, whole."""
        return self.accessibleName()

    def _retheme(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon_name, self._hue))
        if self.action is not None:
            shade = Theme.current().palette.hex(self._hue)
            self.action.setStyleSheet(
                f"QPushButton {{ color: {shade}; background: transparent; text-decoration: underline; }}"
            )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(f"{self._hue}-t"))
        painter.setPen(theme.color(f"{self._hue}-s"))
        if self._framed:
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        else:
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
