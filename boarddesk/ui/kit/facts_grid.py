"""Names and values in two columns, the values wrapped."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme


def facts_grid(pairs: Iterable[tuple[str, str]]) -> QGridLayout:
    """A grid of facts, to be put into a card or a section."""
    theme = Theme.current()
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(3))
    grid.setColumnStretch(1, 1)
    for number, (name, value) in enumerate(pairs):
        label = Text(name, "base", "ink3")
        label.setContentsMargins(0, 2, 0, 0)  # on the baseline of the wrapped words beside it
        grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(value, wrap=True), number, 1)
    return grid
