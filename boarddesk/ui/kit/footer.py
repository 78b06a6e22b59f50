"""The line at the foot of a list: how much of the whole is shown, and which keys work here."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.ui.kit.text import KeyCap, Rule, Text, ground
from boarddesk.ui.kit.theme import Theme


class Footer(QWidget):
    """Words at the left, pairs of key and deed at the right; a key such as "1–9" is a range."""

    def __init__(self, text: str = "", keys: Sequence[tuple[str, str]] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        ground(self, "surface")
        self.setFixedHeight(theme.px(28))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Rule())
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        line.setSpacing(theme.px(6))
        outer.addLayout(line, 1)
        self._text = Text(text, "small", "ink3", elide=True)
        line.addWidget(self._text, 1)
        for key, deed in keys:
            for number, part in enumerate(key.split("–")):
                if number:
                    line.addWidget(Text("–", "small", "ink3"))
                line.addWidget(KeyCap(part))
            said = Text(deed, "small", "ink3")
            said.setContentsMargins(0, 0, theme.px(8), 0)
            line.addWidget(said)

    def set_text(self, text: str) -> None:
        """Change the words at the left."""
        self._text.setText(text)

    def text(self) -> str:
        """The words at the left."""
        return self._text.text()
