"""The counts above the seats: a mark, a title, the count and what it is measured against."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.services.board import BoardFact
from boarddesk.ui.kit.card import Card
from boarddesk.ui.kit.chips import StatusMark
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

HEIGHT = 46


class SummaryStrip(Card):
    """Cells side by side in one frame, parted by hairlines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedHeight(Theme.current().px(HEIGHT))
        self.setAccessibleName(tr("Counts of the board"))
        self._held: QWidget | None = None

    def set_facts(self, facts: Sequence[BoardFact], *, brief: bool = False) -> None:
        """Show other counts; in brief without what they are measured against, which the tooltip then says."""
        if self._held is not None:
            self.body.removeWidget(self._held)
            self._held.hide()
            self._held.deleteLater()
        self._held = QWidget()
        line = QHBoxLayout(self._held)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for number, fact in enumerate(facts):
            if number:
                line.addWidget(_Divider())
            note = "" if brief else fact.note
            words = 0 if brief else max(len(fact.title), len(fact.value) + len(note))
            line.addWidget(_cell(fact, note), words + 8)
        self.body.addWidget(self._held)


class _Divider(QWidget):
    """A hairline between two cells."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Theme.current().color("line"))


def _cell(fact: BoardFact, note: str) -> QWidget:
    theme = Theme.current()
    cell = QWidget()
    cell.setAccessibleName(f"{tr(fact.title)}: {fact.value} {fact.note}".strip())
    cell.setToolTip(f"{fact.value} {fact.note}".strip())
    line = QHBoxLayout(cell)
    line.setContentsMargins(theme.px(12), 0, theme.px(8), 0)
    line.setSpacing(theme.px(9))
    line.addWidget(StatusMark(fact.status, bare=True), 0, Qt.AlignmentFlag.AlignVCenter)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addStretch(1)
    words.addWidget(Text(tr(fact.title), "small", "ink3", elide=True))
    below = QHBoxLayout()
    below.setSpacing(theme.px(7))
    below.addWidget(Text(fact.value, "strong"))
    if note:
        below.addWidget(Text(note, "small", "ink3", elide=True), 1)
    else:
        below.addStretch(1)
    words.addLayout(below)
    words.addStretch(1)
    line.addLayout(words, 1)
    return cell
