"""What a test of independence says of a director, as a chip; none of these is a status of a rule."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from boarddesk.domain.worksheet import WEIGHT_WORDS, Test, Weight
from boarddesk.ui.kit.chips import Chip, StatusChip
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

LOOKS = {
    Weight.BARS: ("red", "x"),
    Weight.DOES_NOT_BAR: ("green", "check"),
    Weight.NOT_ASKED: ("grey", "minus"),
}
STATUSES = {
    Weight.CANNOT_JUDGE: "cannot_judge",
    Weight.JUDGMENT_NEEDED: "judgment_needed",
    Weight.WEIGHED: "recorded",
}


def test_name(test: Test) -> str:
    """“A, employment”, or what the test is called."""
    return f"{test.letter}, {tr(test.title).lower()}" if test.letter else tr(test.title)


def weight_chip(test: Test, *, brief: bool = False) -> Chip:
    """The result of a test: its words, or in brief its letter, the words then being told by the tooltip."""
    words = tr(WEIGHT_WORDS[test.weight])
    shown = test.letter if brief else words
    if test.weight in STATUSES:
        chip: Chip = StatusChip(STATUSES[test.weight], "law", shown)
    else:
        hue, icon = LOOKS[test.weight]
        chip = Chip(shown, hue, icon)
    if brief:
        told = f"{test_name(test)}: {words.lower()}"
        chip.setAccessibleName(told)
        chip.setToolTip(f"{told}. {test.because}")
    return chip


class WeightRow(QWidget):
    """The chips of several tests side by side, each in brief."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(Theme.current().px(6))
        self._line.addStretch(1)

    def show_tests(self, tests: Iterable[Test]) -> None:
        """Show the results of these tests."""
        clear(self._line)
        for test in tests:
            self._line.addWidget(weight_chip(test, brief=True))
        self._line.addStretch(1)

    def words(self) -> list[str]:
        """What the chips say, for tests and for screen readers."""
        chips = (self._line.itemAt(place) for place in range(self._line.count() - 1))
        return [widget.accessibleName() for item in chips if item is not None and (widget := item.widget())]
