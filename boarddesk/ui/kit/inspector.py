"""The pane at the right: what is selected, its state, why, the evidence, and what would put it right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.chips import ClauseChip, StatusChip
from boarddesk.ui.kit.facts_grid import facts_grid
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import INSPECTOR_MIN, SELECTION_BAR


class Section(QWidget):
    """One part of an inspector, with a hairline below; `on` names its ground, `bar` the hue of a bar at its left."""

    def __init__(self, title: str = "", *right: QWidget, on: str = "surface", bar: str = "") -> None:
        super().__init__()
        theme = Theme.current()
        self._bar = bar
        ground(self, on)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(theme.px(16), theme.px(11), theme.px(16), theme.px(11))
        self.body.setSpacing(theme.px(6))
        outer.addLayout(self.body, 1)
        outer.addWidget(Rule())
        self.setAccessibleName(title)
        if title or right:
            line = QHBoxLayout()
            line.setSpacing(theme.px(8))
            line.addWidget(Text(title, "strong", wrap=True), 1)
            for widget in right:
                line.addWidget(widget)
            self.body.addLayout(line)

    def say(self, text: str, tone: str = "ink", role: str = "base") -> Text:
        """Add a paragraph that wraps and can be selected."""
        label = Text(text, role, tone, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(label)
        return label

    def facts(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Add names and values in two columns."""
        self.body.addLayout(facts_grid(pairs))

    def row(self, *widgets: QWidget) -> None:
        """Add widgets side by side from the left."""
        line = QHBoxLayout()
        line.setSpacing(Theme.current().px(8))
        for widget in widgets:
            line.addWidget(widget)
        line.addStretch(1)
        self.body.addLayout(line)

    def link(self, text: str, call: Callable[[], object]) -> Button:
        """Add a flat button whose text is a verb and its thing."""
        button = Button(text, "flat", small=True, on_click=call)
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def add(self, widget: QWidget) -> None:
        """Add any widget across the whole width."""
        self.body.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._bar:
            painter = QPainter(self)
            painter.fillRect(0, 0, SELECTION_BAR, self.height(), Theme.current().color(f"{self._bar}-s"))


class Inspector(QFrame):
    """Sections one below the other, and buttons at the foot. Begin each showing with `clear`."""

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        ground(self, "surface")
        self.setAccessibleName(name or self.tr("Details"))
        self.setMinimumWidth(theme.px(INSPECTOR_MIN))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.accessibleName())
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self._scroll, 1)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(Rule())
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        self._buttons.setSpacing(theme.px(8))
        foot.addLayout(self._buttons)
        outer.addWidget(self._foot)
        self.clear()

    def clear(self) -> None:
        """Take everything away."""
        held = QWidget()
        self._column = QVBoxLayout(held)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        self._scroll.setWidget(held)
        clear(self._buttons)
        self._foot.hide()

    def show_nothing(self, text: str) -> None:
        """Say what will be seen here once something is selected."""
        self.clear()
        self.section().say(text, "ink3")

    def head(
        self,
        title: str,
        subtitle: str = "",
        *,
        clause: tuple[str, str] | None = None,
        about: str = "",
        status: tuple[str, str] | None = None,
        serif: bool = False,
        right: Sequence[QWidget] = (),
    ) -> Section:
        """What it is and its state: clause is (text, origin), status is (code, origin)."""
        section = self.section()
        if clause is not None or about or right:
            line = QHBoxLayout()
            if clause is not None:
                line.addWidget(ClauseChip(*clause))
            line.addWidget(Text(about, "small", "ink2", elide=True), 1)
            for widget in right:
                line.addWidget(widget)
            section.body.addLayout(line)
        section.body.addWidget(Text(title, "title" if serif else "strong", wrap=True))
        if status is not None:
            line = QHBoxLayout()
            line.addWidget(StatusChip(*status), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Text(subtitle, "base", "ink2", wrap=True), 1)
            section.body.addLayout(line)
        elif subtitle:
            section.say(subtitle, "ink2")
        return section

    def section(self, title: str = "", *right: QWidget, on: str = "surface", bar: str = "") -> Section:
        """Add a section."""
        made = Section(title, *right, on=on, bar=bar)
        self._column.insertWidget(self._column.count() - 1, made)
        return made

    def correction(self, question: str, text: str, call: Callable[[], object]) -> Section:
        """Apart, below what would put it right: "Record wrong? Correct it with evidence"."""
        section = self.section()
        section.row(Text(question, "base", "ink2"), Button(text, "flat", small=True, on_click=call))
        return section

    def law(self, title: str, clause: str, status: str, summary: str, text: str) -> Section:
        """The law judged apart, on inset ground with a slate bar; always last."""
        section = self.section(title, ClauseChip(clause, "law"), on="inset", bar="slate")
        section.row(StatusChip(status, "law"), Text(summary, "base", "ink2"))
        section.say(text, "ink2")
        return section

    def buttons(self, *buttons: Button) -> None:
        """Show buttons at the foot; the first takes the free room."""
        for number, button in enumerate(buttons):
            self._buttons.addWidget(button, 1 if number == 0 else 0)
        self._foot.show()
