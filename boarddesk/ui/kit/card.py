"""Surfaces: a card with an optional head, and rows laid out without ceremony."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from boarddesk.ui.kit.text import Rule, Text
from boarddesk.ui.kit.theme import Theme


class Card(QFrame):
    """A surface with a hairline around it; `body` takes the contents, `head` the title and what is right."""

    def __init__(self, title: str = "", *right: QWidget, margins: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(title)
        theme = Theme.current()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self.title = Text(title, "strong")
        if title:
            head = row(self.title, None, *right)
            head.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
            frame = QWidget()
            frame.setLayout(head)
            frame.setFixedHeight(theme.px(36))
            outer.addWidget(frame)
            outer.addWidget(Rule())
        self.body = QVBoxLayout()
        self.body.setContentsMargins(*[theme.px(margins)] * 4)
        self.body.setSpacing(0)
        outer.addLayout(self.body, 1)


def row(
    *parts: QWidget | QLayout | None, gap: int = 8, margins: tuple[int, int, int, int] | None = None
) -> QHBoxLayout:
    """Parts side by side; None takes the free room. `margins` are left, top, right, bottom."""
    layout = QHBoxLayout()
    _fill(layout, parts, gap, margins)
    return layout


def column(
    *parts: QWidget | QLayout | None, gap: int = 8, margins: tuple[int, int, int, int] | None = None
) -> QVBoxLayout:
    """Parts one below the other; None takes the free room."""
    layout = QVBoxLayout()
    _fill(layout, parts, gap, margins)
    return layout


def holder(layout: QLayout) -> QWidget:
    """A plain widget around a layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def _fill(
    layout: QHBoxLayout | QVBoxLayout,
    parts: tuple[QWidget | QLayout | None, ...],
    gap: int,
    margins: tuple[int, int, int, int] | None,
) -> None:
    theme = Theme.current()
    layout.setSpacing(theme.px(gap))
    layout.setContentsMargins(*[theme.px(side) for side in margins or (0, 0, 0, 0)])
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
