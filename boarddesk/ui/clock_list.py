"""A list of clocks: what, until when, how much has gone; opened up, from when and which days were counted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.services.clocks import ClockLine
from boarddesk.ui.kit.bar import Bar
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.chips import StatusMark
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.text import Rule, Text
from boarddesk.ui.kit.theme import Theme

INDENT = 23
HUES = {"overdue": "orange-s", "cure_expired": "oct-s", "in_cure": "teal-s", "in_phase_in": "teal-s",
        "due_soon": "amber-s"}  # fmt: skip


class ClockList(QWidget):
    """`followed` gives the key of the fact whose sheet is wanted."""

    followed = Signal(str)

    def __init__(self, lines: tuple[ClockLine, ...], *, margin: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Clocks"))
        inner = QVBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for place, line in enumerate(lines):
            if place:
                inner.addWidget(Rule())
            inner.addWidget(self._line(line, margin))

    def _line(self, line: ClockLine, margin: int) -> QWidget:
        theme = Theme.current()
        more = Button(icon="chevron-down", kind="quiet", small=True,
                      name=self.tr("How the clock counts: %1").replace("%1", line.title))  # fmt: skip
        first = row(StatusMark(line.status, "law", bare=True, size=15), gap=8)
        first.addWidget(Text(line.title, "medium", elide=True), 1)
        first.addWidget(Text(show_date(line.due)))
        first.addWidget(more)
        second = row(Text(line.clause, "small", "ink2"), gap=8, margins=(INDENT, 0, 0, 0))
        hue = HUES.get(line.status, "grey-s")
        name = self.tr("Time gone: %1").replace("%1", line.title)
        second.addWidget(Bar(line.share, hue, height=4, name=name) if line.starts else QWidget(), 1)
        second.addWidget(Text(line.left, "small", "orange" if line.late else "ink2"))
        told = holder(self._told(line))
        told.hide()
        more.clicked.connect(lambda _checked=False: told.setVisible(told.isHidden()))
        made = holder(column(first, second, told, gap=2, margins=(margin, 5, max(0, margin - 6), 7)))
        made.setToolTip(line.words)
        made.setMaximumWidth(theme.px(2000))
        return made

    def _told(self, line: ClockLine) -> QVBoxLayout:
        said = column(Text(line.words, "small", "ink2", wrap=True), gap=2, margins=(INDENT, 2, 0, 0))
        if line.fact:
            follow = Button(
                self.tr("What follows…"), "flat", small=True,
                name=self.tr("What follows from it: %1").replace("%1", line.title),
                on_click=lambda: self.followed.emit(line.fact),
            )  # fmt: skip
            said.addLayout(row(follow, None))
        return said
