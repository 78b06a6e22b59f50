"""Dialogs: the question is the title, the verb is the button, the safe way out says what stays."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from boarddesk.common.errors import UserError
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.text import Rule, Text, ground, restyle
from boarddesk.ui.kit.theme import Theme

WIDTH = 440


class FormDialog(QDialog):
    """A form that ends in one command, or in nothing.

    Subclasses add fields in `__init__`, override `command` and, for what needs more than one field,
    `check`. `attempt`, when given, is called with the command before the dialog closes; a `UserError`
    that it or `command` raises is shown as the refusal and the dialog stays.
    """

    def __init__(
        self,
        question: str,
        verb: str,
        way_out: str,
        *,
        says: str = "",
        attempt: Callable[[Any], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.attempt = attempt
        self._confirmed: Any = None
        self._errors: dict[QWidget, Text] = {}
        self.setWindowTitle(question)
        self.setAccessibleName(question)
        self.setModal(True)
        self.setMinimumWidth(theme.px(WIDTH))
        ground(self, "surface")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self.form = QVBoxLayout(inner)
        self.form.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(12))
        self.form.setSpacing(theme.px(10))
        self._scroll.setWidget(inner)
        outer.addWidget(self._scroll, 1)
        self.form.addWidget(Text(question, "strong", wrap=True))
        if says:
            self.form.addWidget(Text(says, "base", "ink2", wrap=True))
        self._refusal = Text("", "base", "red", wrap=True)
        self._refusal.hide()
        outer.addWidget(Rule())
        outer.addWidget(self._foot(verb, way_out))

    def _foot(self, verb: str, way_out: str) -> QWidget:
        theme = Theme.current()
        foot = ground(QWidget(), "inset")
        column = QVBoxLayout(foot)
        column.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        column.setSpacing(theme.px(8))
        column.addWidget(self._refusal)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        column.addLayout(line)
        self.aside = line
        line.addStretch(1)
        self.way_out = Button(way_out, on_click=self.reject)
        self.verb = Button(verb, "primary", on_click=self.accept)
        self.verb.setDefault(True)
        line.addWidget(self.way_out)
        line.addWidget(self.verb)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        return foot

    def field(self, label: str, widget: QWidget, hint: str = "") -> Any:
        """Add a field under its label, with room for a line that says what is wrong; gives the field."""
        theme = Theme.current()
        block = QVBoxLayout()
        block.setSpacing(theme.px(4))
        shown = Text(label, "small-medium", "ink2")
        shown.setBuddy(widget)
        widget.setAccessibleName(label)
        block.addWidget(shown)
        block.addWidget(widget)
        if hint:
            widget.setAccessibleDescription(hint)
            block.addWidget(Text(hint, "small", "ink3", wrap=True))
        error = Text("", "small", "red", wrap=True)
        error.hide()
        block.addWidget(error)
        self._errors[widget] = error
        self.form.addLayout(block)
        return widget

    def beside(self, *fields: tuple[str, QWidget], of: int = 0) -> None:
        """Add short fields side by side, each under its label; `of` keeps the places of a fuller line free."""
        line = QHBoxLayout()
        line.setSpacing(Theme.current().px(12))
        outer, self.form = self.form, QVBoxLayout()
        for label, widget in fields:
            self.form = QVBoxLayout()
            self.field(label, widget)
            line.addLayout(self.form, 1 if of else 0)
            line.setAlignment(self.form, Qt.AlignmentFlag.AlignTop)
        for _free in range(of - len(fields)):
            line.addWidget(QWidget(), 1)
        self.form = outer
        self.form.addLayout(line)

    def add(self, widget: QWidget) -> Any:
        """Add something that is no field, such as a note or a table; gives it back."""
        self.form.addWidget(widget)
        return widget

    def tick(self, words: str, *, on: bool = False) -> QCheckBox:
        """Add a box to tick, named by its words."""
        box = QCheckBox(words)
        box.setAccessibleName(words)
        box.setChecked(on)
        self.form.addWidget(box)
        return box

    def wrong(self, widget: QWidget, sentence: str) -> None:
        """Say under a field what is wrong with it."""
        error = self._errors[widget]
        error.setText(sentence)
        error.setVisible(bool(sentence))
        widget.setProperty("wrong", bool(sentence))
        restyle(widget)

    def refuse(self, sentence: str) -> None:
        """Say at the bottom why the whole cannot be done; empty takes it away."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    def refusal(self) -> str:
        """The sentence at the bottom."""
        return self._refusal.text()

    def errors(self) -> list[str]:
        """The sentences under the fields."""
        return [error.text() for error in self._errors.values() if error.text()]

    def check(self) -> None:
        """Override to call `wrong` or `refuse` for what the fields do not find alone."""

    def command(self) -> Any:
        """The command that the form describes; called only when nothing is wrong."""
        raise NotImplementedError

    def accept(self) -> None:
        self.refuse("")
        for widget in self._errors:
            problem = getattr(widget, "problem", None)
            asked = widget.isEnabled() and not widget.isHidden() and problem is not None
            self.wrong(widget, problem() if asked and problem else "")
        self.check()
        bad = [widget for widget, error in self._errors.items() if error.text()]
        if bad or self.refusal():
            self._settle_height()
            if bad:
                bad[0].setFocus()
            return
        try:
            command = self.command()
            if self.attempt is not None:
                self.attempt(command)
        except UserError as refusal:
            self.refuse(refusal.sentence())
            self._settle_height()
            return
        self._confirmed = command
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        self._take_room()
        super().showEvent(event)
        # Some fields ask for more room once the style sheet has reached them.
        self._take_room()
        first = next((widget for widget in self._errors if widget.isEnabled()), self.way_out)
        first.setFocus()

    def _take_room(self) -> None:
        self._settle_height()
        if (layout := self.layout()) is not None:
            # Its own wish counts wrapped words at another width, and would leave a gap below the fields.
            least = layout.totalMinimumSize()
            self.resize(max(self.width(), least.width()), least.height())

    def grow(self) -> None:
        """Take the room that words shown since need."""
        self._settle_height()

    def asked(self) -> Any:
        """Show the dialog; the command confirmed, or None when the way out was taken."""
        try:
            return self._confirmed if self.exec() else None
        finally:
            # Its parent lives on and would keep every dialog that was ever asked.
            self.deleteLater()

    def _settle_height(self) -> None:
        """As wide as its widest field, and as tall as the form wants, up to 90 % of the screen."""
        self.form.activate()
        inner, screen = self._scroll.widget(), self.screen().availableGeometry()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        needed = inner.minimumSizeHint().width() if inner is not None else 0
        self._scroll.setMinimumWidth(min(needed + bar, round(screen.width() * 0.9)))
        width = max(self.width() if self.isVisible() else 0, self.minimumWidth(), self._scroll.minimumWidth())
        wanted = self.form.totalHeightForWidth(width)
        if wanted < 0:
            wanted = self.form.totalSizeHint().height()
        self._scroll.setMinimumHeight(min(wanted, round(screen.height() * 0.9) - Theme.current().px(60)))


class Confirmation(FormDialog):
    """A question about what cannot be undone."""

    def command(self) -> bool:
        return True

    @classmethod
    def ask(cls, parent: QWidget | None, question: str, says: str, verb: str, way_out: str) -> bool:
        """Whether the user took the verb; `way_out` names what stays, such as "Keep as approved"."""
        return bool(cls(question, verb, way_out, says=says, parent=parent).asked())
