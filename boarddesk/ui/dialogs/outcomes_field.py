"""For several directors: not decided, independent, not independent."""

from PySide6.QtWidgets import QGridLayout, QWidget

from boarddesk.domain.independence import Outcome
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr


class Outcomes(QWidget):
    """For each director: not decided, independent, not independent."""

    def __init__(self, choices: tuple[tuple[str, str], ...], chosen: str | None) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(Theme.current().px(4))
        grid.setColumnStretch(0, 1)
        self.controls: dict[str, SegmentedControl] = {}
        segments = (("", tr("Not decided")), (Outcome.INDEPENDENT, tr("Independent")),
                    (Outcome.NOT_INDEPENDENT, tr("Not independent")))  # fmt: skip
        for number, (person, name) in enumerate(choices):
            control = SegmentedControl(segments, name=name)
            if person == chosen:
                control.choose(Outcome.INDEPENDENT)
            self.controls[person] = control
            grid.addWidget(Text(name, elide=True), number, 0)
            grid.addWidget(control, number, 1)

    def value(self) -> tuple[tuple[str, Outcome], ...]:
        """Who was decided on, and how."""
        return tuple((person, Outcome(c.value())) for person, c in self.controls.items() if c.value())

    def problem(self) -> str:
        """What is wrong, and what to do; empty when nothing is."""
        return "" if self.value() else tr("No outcome is chosen yet.")
