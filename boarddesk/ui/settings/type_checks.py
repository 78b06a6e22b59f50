"""Types of agenda items, each with a box to tick: by what a duty of the guidelines is seen to be done."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from boarddesk.domain.meetings import ItemType
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import TYPES, tr

NO_SIGN = frozenset({ItemType.CALL_TO_ORDER, ItemType.MINUTES, ItemType.CONSENT, ItemType.ADJOURNMENT, ItemType.OTHER})
"""Items of every meeting, which are no sign that a duty was done."""
COLUMNS = 3


class TypeChecks(QWidget):
    """`value` is the types ticked, in the order of the list; others that were given stay."""

    changed = Signal(object)

    def __init__(self, ticked: Collection[ItemType] = ()) -> None:
        super().__init__()
        self._others = tuple(kind for kind in ticked if kind in NO_SIGN)
        self.boxes: dict[ItemType, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Theme.current().px(12))
        grid.setVerticalSpacing(0)
        kinds = [kind for kind in TYPES if kind not in NO_SIGN]
        high = -(-len(kinds) // COLUMNS)
        for number, kind in enumerate(kinds):
            box = QCheckBox(tr(TYPES[kind]))
            box.setAccessibleName(tr(TYPES[kind]))
            box.setChecked(kind in ticked)
            box.toggled.connect(lambda _on: self.changed.emit(self.value()))
            self.boxes[kind] = box
            grid.addWidget(box, number % high, number // high)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> tuple[ItemType, ...]:
        """The types ticked."""
        return (*(kind for kind, box in self.boxes.items() if box.isChecked()), *self._others)
