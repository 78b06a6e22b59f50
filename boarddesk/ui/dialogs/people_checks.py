"""Several people of a list, each with a box to tick."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

WIDEST = 270  # px of a name; the longest titles of agenda items are cut and told by their tooltip


class PeopleChecks(QWidget):
    """Names in two columns; `value` is the ids ticked, in the order of the list."""

    changed = Signal(object)

    def __init__(
        self, choices: Sequence[tuple[str, str]], ticked: Collection[str] = (), *, optional: bool = False
    ) -> None:
        super().__init__()
        self.optional = optional
        self.boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Theme.current().px(16))
        grid.setVerticalSpacing(Theme.current().px(4))
        half = -(-len(choices) // 2)
        for number, (key, name) in enumerate(choices):
            box = QCheckBox()
            shown = box.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, Theme.current().px(WIDEST))
            box.setText(shown)
            box.setToolTip(name if shown != name else "")
            box.setAccessibleName(name)
            box.setChecked(key in ticked)
            box.toggled.connect(lambda _on: self.changed.emit(self.value()))
            self.boxes[key] = box
            grid.addWidget(box, number % half, number // half)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> tuple[str, ...]:
        """The ids of those ticked."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def problem(self) -> str:
        """What is wrong, and what to do; empty when nothing is."""
        return "" if self.optional or self.value() else tr("Nobody is ticked yet.")
