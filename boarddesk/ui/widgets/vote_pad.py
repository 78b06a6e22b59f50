"""Votes by name: For, No, Abstain for each person, and all for."""

from collections.abc import Hashable, Sequence
from typing import Literal

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.text import KeyCap, Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import FOCUS, RADIUS, ROW_DENSE, ROW_LIST

Vote = Literal["for", "against", "abstain"]
HEAD, HEAD_LOW = 30, 26  # px
HUES = {"for": "green", "against": "red", "abstain": "grey"}


class Voter(msgspec.Struct, frozen=True):
    """One person; `note` says why no vote is taken from them (recused, left), and then there are no buttons."""

    key: Hashable
    name: str
    vote: Vote | None = None
    note: str = ""


class VotePad(QWidget):
    """`voted` gives a person's key and the vote; pressing a vote again takes it back (None).

    `keys` shows the keys that vote, where the owner listens to them; `beside` stands in the head, such as a
    line for votes in words.
    """

    voted = Signal(object, object)
    all_for = Signal()

    def __init__(
        self,
        title: str = "",
        *,
        columns: int = 2,
        keys: bool = True,
        beside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = Theme.current()
        ground(self, "surface")
        self.setAccessibleName(title)
        self._columns = columns
        self._rows: dict[Hashable, _VoterRow] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._low = False
        self._head = head = ground(QWidget(), "inset")
        head.setFixedHeight(theme.px(HEAD))
        line = QHBoxLayout(head)
        line.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        line.setSpacing(theme.px(6))
        line.addWidget(Text(title, "small-strong", "ink2"))
        if beside is None:
            line.addStretch(1)
        else:
            line.addWidget(beside, 1)
        if keys:
            line.addWidget(KeyCap("A"))
        line.addWidget(Button(self.tr("All for"), "quiet", small=True, on_click=self.all_for.emit))
        for part in ("1", "–", "9", self.tr("then"), "F", "N", "B") if keys else ():
            line.addWidget(KeyCap(part) if len(part) == 1 and part != "–" else Text(part, "small", "ink2"))
        outer.addWidget(head)
        outer.addWidget(Rule())
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        outer.addLayout(self._grid)
        outer.addStretch(1)

    def set_voters(self, voters: Sequence[Voter]) -> None:
        """Show others; whoever was there before keeps their buttons, in whatever place they now have."""
        if [voter.key for voter in voters] != list(self._rows):
            kept = {voter.key for voter in voters}
            for key, row in self._rows.items():
                self._grid.removeWidget(row)
                if key not in kept:
                    row.hide()
                    row.deleteLater()
            self._rows = {voter.key: self._rows.get(voter.key) or self._row(voter) for voter in voters}
            for number, row in enumerate(self._rows.values()):
                self._grid.addWidget(row, number // self._columns, number % self._columns)
            for column in range(self._columns):
                self._grid.setColumnStretch(column, 1)
        for voter in voters:
            self._rows[voter.key].show_vote(voter)

    def _row(self, voter: Voter) -> "_VoterRow":
        row = _VoterRow(voter.name)
        row.setFixedHeight(Theme.current().px(ROW_DENSE if self._low else ROW_LIST))
        row.pressed.connect(lambda vote, key=voter.key: self._on_pressed(key, vote))
        return row

    def set_low(self, low: bool) -> None:
        """Give each row less height, where the window is low."""
        theme = Theme.current()
        self._low = low
        self._head.setFixedHeight(theme.px(HEAD_LOW if low else HEAD))
        for row in self._rows.values():
            row.setFixedHeight(theme.px(ROW_DENSE if low else ROW_LIST))

    def button(self, key: Hashable, vote: Vote) -> QAbstractButton:
        """A person's button for a vote."""
        return self._rows[key].buttons[vote]

    def _on_pressed(self, key: Hashable, vote: Vote) -> None:
        self.voted.emit(key, None if self._rows[key].vote == vote else vote)


class _VoterRow(QWidget):
    """A name and its three buttons, or the note in their place."""

    pressed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        theme = Theme.current()
        self.vote: Vote | None = None
        self._name = name
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        line.setSpacing(0)
        self._label = Text(name, elide=True)
        line.addWidget(self._label, 1)
        self._note = Text("", "small", "ink3")
        line.addWidget(self._note)
        self.buttons: dict[Vote, _VoteButton] = {}
        group = QButtonGroup(self)
        group.setExclusive(False)
        words: tuple[tuple[Vote, str, str], ...] = (
            ("for", self.tr("For"), self.tr("for")),
            ("against", self.tr("No"), self.tr("against")),
            ("abstain", self.tr("Abs"), self.tr("abstain")),
        )
        for place, (vote, short, said) in enumerate(words):
            button = _VoteButton(short, vote, place)
            button.setAccessibleName(f"{name}: {said}")
            button.setToolTip(f"{name}: {said}")
            button.clicked.connect(lambda _checked=False, vote=vote: self.pressed.emit(vote))
            self.buttons[vote] = button
            line.addWidget(button)

    def show_vote(self, voter: Voter) -> None:
        """Show a vote, or why none is taken."""
        self.vote = None if voter.note else voter.vote
        if voter.name != self._label.text():
            self._label.setText(voter.name)
        self._label.set_tone("ink3" if voter.note else "ink")
        self._note.setText(voter.note)
        self._note.setVisible(bool(voter.note))
        for vote, button in self.buttons.items():
            button.setVisible(not voter.note)
            button.setChecked(vote == self.vote)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.color("line"))


class _VoteButton(QAbstractButton):
    """One of three joined buttons, tinted when it is the vote."""

    def __init__(self, text: str, vote: Vote, place: int) -> None:
        super().__init__()
        self._vote, self._place = vote, place
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """The owner decides what the press means; the button shows what it is told."""

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        wide = QFontMetricsF(theme.font("small-strong")).horizontalAdvance(self.text())
        return QSize(max(theme.px(35), round(wide + theme.px(14))), theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, hue = self.isChecked(), HUES[self._vote]
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color(f"{hue}-s" if on else "line2"), 1))
        painter.setBrush(theme.color(f"{hue}-t" if on else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(box, RADIUS - 1, RADIUS - 1)
        painter.setPen(theme.color(("ink" if hue == "grey" else hue) if on else "ink2"))
        painter.setFont(theme.font("small-strong" if on else "small"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), FOCUS))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
