"""What is determined of each director under each standard, begun as the worksheet proposes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from boarddesk.domain.independence import Outcome, Standard
from boarddesk.services.people import WORDS
from boarddesk.services.rulings import Proposed
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.text import Rule, Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

Decided = tuple[str, Standard, Outcome]


class Rulings(QWidget):
    """A line for each director and standard: not decided, independent, not independent; why nothing is proposed."""

    def __init__(self, found: Sequence[Proposed]) -> None:
        super().__init__()
        theme = Theme.current()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(5))
        grid.setColumnStretch(1, 1)
        self.controls: dict[tuple[str, Standard], SegmentedControl] = {}
        segments = (("", tr("Not decided")), (Outcome.INDEPENDENT, tr("Independent")),
                    (Outcome.NOT_INDEPENDENT, tr("Not independent")))  # fmt: skip
        before, line = "", 0
        for each in found:
            if each.person != before and before:
                grid.addWidget(Rule(), line, 0, 1, 3)
                line += 1
            words = tr(WORDS[each.standard])
            control = SegmentedControl(segments, name=f"{each.name}, {words}")
            control.choose(each.outcome or "")
            self.controls[each.key] = control
            grid.addWidget(Text(each.name if each.person != before else "", "medium"), line, 0)
            said = Text(words, "base", "ink2")
            grid.addWidget(said, line, 1)
            grid.addWidget(control, line, 2)
            line += 1
            doubts = [tr("Not proposed: %1.").replace("%1", each.why_not)] if each.why_not else []
            doubts += [f"{each.caution}."] if each.caution and each.person != before else []
            for words in doubts:
                grid.addWidget(Text(words, "small", "amber", wrap=True), line, 1, 1, 2)
                line += 1
            before = each.person

    def value(self) -> tuple[Decided, ...]:
        """What is determined, in the order of the lines."""
        return tuple((person, standard, Outcome(control.value()))
                     for (person, standard), control in self.controls.items() if control.value())  # fmt: skip

    def problem(self) -> str:
        """Nothing: a motion may be recorded without what it determined, which is entered later."""
        return ""
