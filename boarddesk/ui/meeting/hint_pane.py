"""The hints on the minutes beside them: each goes to its place, and can be set aside with a reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from boarddesk.domain.minute_book import HintDismissal
from boarddesk.services.hints.hint import Hint
from boarddesk.services.minutes_view import MinutesView
from boarddesk.ui.kit import icons
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

LONGEST = 90
"""Characters of a hint's words that are quoted."""


class HintPane(QScrollArea):
    """`wanted` gives a hint to go to, `aside` one to set aside, `recalled` the id of a dismissal to take out.

    `record_wanted` asks for the live page, where the record is corrected.
    """

    wanted = Signal(object)
    aside = Signal(object)
    recalled = Signal(str)
    record_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Hints"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        held = ground(QWidget(), "surface")
        self._layout = QVBoxLayout(held)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setWidget(held)
        self._shown: tuple[object, ...] | None = None

    def show_view(self, view: MinutesView) -> None:
        """List the hints that stand, then those set aside."""
        if self._shown == (view.hints, view.why_not, view.titles):
            return
        self._shown = (view.hints, view.why_not, view.titles)
        clear(self._layout)
        titles, can = view.titles, not view.why_not
        for hint in view.hints.open:
            self._layout.addWidget(self._line(hint, titles.get(hint.place, ""), can=can))
            self._layout.addWidget(Rule())
        if not view.hints.open:
            self._layout.addWidget(EmptyState("circle-check", tr("No hints on these minutes")))
        if view.hints.dismissed:
            head = ground(holder(row(Text(tr("Set aside"), "small-strong", "ink2"), margins=(14, 5, 14, 5))), "inset")
            self._layout.addWidget(head)
        for hint, dismissal in view.hints.dismissed:
            self._layout.addWidget(self._set_aside(hint, dismissal, titles.get(hint.place, ""), can=can))
            self._layout.addWidget(Rule())
        self._layout.addStretch(1)

    def _line(self, hint: Hint, title: str, *, can: bool) -> QWidget:
        hue = "red" if hint.differs else "amber"
        icon = QLabel()
        icon.setPixmap(icons.pixmap("equal-not" if hint.differs else "lightbulb", hue))
        parts: list[QWidget] = [Text(hint.sentence, "base", "ink", wrap=True)]
        if quoted := _quoted(hint.words):
            parts.append(Text(quoted, "small", "ink2", wrap=True))
        deeds = [Button(tr("The text"), "flat", small=True, on_click=lambda: self.wanted.emit(hint))]
        if hint.differs:
            deeds.append(Button(tr("The record…"), "flat", small=True, on_click=self.record_wanted.emit))
        if can:
            deeds.append(Button(tr("Set aside…"), "flat", small=True, on_click=lambda: self.aside.emit(hint)))
        body = column(Text(title, "small-medium", "ink3", elide=True), *parts, row(*deeds, None, gap=2), gap=3)
        return _laid(icon, body)

    def _set_aside(self, hint: Hint, dismissal: HintDismissal, title: str, *, can: bool) -> QWidget:
        icon = QLabel()
        icon.setPixmap(icons.pixmap("circle-minus", "ink3"))
        reason = Text(tr("Set aside: %1").replace("%1", dismissal.reason), "small", "ink2", wrap=True)
        parts: list[QWidget | QHBoxLayout] = [Text(title, "small-medium", "ink3", elide=True),
                                              Text(hint.sentence, "base", "ink2", wrap=True), reason]  # fmt: skip
        if can:
            deed = Button(tr("Show again"), "flat", small=True, on_click=lambda: self.recalled.emit(dismissal.id))
            parts.append(row(deed, None))
        return _laid(icon, column(*parts, gap=3))


def _laid(icon: QLabel, body: QVBoxLayout) -> QWidget:
    theme = Theme.current()
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(theme.px(14), theme.px(9), theme.px(12), theme.px(7))
    line.setSpacing(theme.px(10))
    line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(body, 1)
    return made


def _quoted(words: str) -> str:
    one = " ".join(words.split())
    short = f"{one[:LONGEST]}…" if len(one) > LONGEST else one
    return short if short[:1] in {"", "“", '"', "«"} else f"“{short}”"
