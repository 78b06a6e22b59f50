"""What a charter asks of a committee's members, as far as it can be checked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from boarddesk.domain.documents import Criteria
from boarddesk.ui.kit.card import row
from boarddesk.ui.kit.fields import CountField, LineField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

COUNT_WIDTH = 48
MOST = 25


class CriteriaField(QWidget):
    """How many members, what each or one of them must be, and what is left to judgment."""

    changed = Signal(object)

    def __init__(self, criteria: Criteria | None) -> None:
        super().__init__()
        there = criteria or Criteria()
        self.least = CountField(there.least_members, least=1, most=MOST, optional=True)
        self.least.setFixedWidth(Theme.current().px(COUNT_WIDTH))
        self.least.setAccessibleName(tr("Members at least"))
        self.other = LineField("; ".join(there.other), optional=True, hint=tr("what else it asks"))
        self.other.setAccessibleName(tr("What else it asks of members"))
        words = {
            "independent": tr("All independent"),
            "literate": tr("All financially literate"),
            "sophisticated": tr("One financially sophisticated"),
            "expert": tr("One financial expert"),
        }
        self.boxes = {name: QCheckBox(text) for name, text in words.items()}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Theme.current().px(16))
        grid.setVerticalSpacing(Theme.current().px(6))
        for number, (name, box) in enumerate(self.boxes.items()):
            box.setAccessibleName(box.text())
            box.setChecked(getattr(there, name))
            box.toggled.connect(lambda _on: self.changed.emit(self.value()))
            grid.addWidget(box, number // 2, number % 2)
        grid.addLayout(row(Text(tr("Members at least"), "base", "ink2"), self.least, self.other), 2, 0, 1, 2)
        self.setFocusProxy(self.boxes["independent"])
        for field in (self.least, self.other):
            field.changed.connect(lambda _value: self.changed.emit(self.value()))

    def value(self) -> Criteria | None:
        """The criteria; None where the charter asks for nothing that was noted."""
        other = tuple(part for text in self.other.text().split(";") if (part := " ".join(text.split())))
        ticked = {name: box.isChecked() for name, box in self.boxes.items()}
        found = Criteria(least_members=self.least.count(), other=other, **ticked)
        return None if found == Criteria() else found

    def problem(self) -> str:
        """What is wrong, and what to do; empty when nothing is."""
        return self.least.problem()
