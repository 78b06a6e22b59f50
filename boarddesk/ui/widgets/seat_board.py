"""The board laid out by class and year of expiry: a column for each class, a card for each seat."""

from collections.abc import Hashable, Sequence

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from boarddesk.ui.kit.card import row
from boarddesk.ui.kit.text import Rule, Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.widgets.seat_card import Seat, SeatCard


class SeatColumn(msgspec.Struct, frozen=True):
    """One class: the year its terms end as title, its name, the date where one is known, its seats."""

    title: str
    subtitle: str
    note: str
    seats: tuple[Seat, ...]


class SeatBoard(QScrollArea):
    """Arrow keys walk between cards. `chosen`, `activated` and `acted` give a seat's key."""

    chosen = Signal(object)
    activated = Signal(object)
    acted = Signal(object)

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cards: list[list[SeatCard]] = []

    def set_columns(self, columns: Sequence[SeatColumn]) -> None:
        """Show other seats; the one chosen stays chosen by its key."""
        kept = self.current()
        focused = next((card.seat.key for card in self.cards() if card.hasFocus()), None)
        theme = Theme.current()
        board = QWidget()
        line = QHBoxLayout(board)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(12))
        self._cards = []
        for column in columns:
            stack = QVBoxLayout()
            stack.setSpacing(theme.px(8))
            head = row(Text(column.title, "title"), Text(column.subtitle, "base", "ink2"), None,
                       Text(column.note, "small", "ink3"), margins=(2, 0, 2, 0))  # fmt: skip
            stack.addLayout(head)
            stack.addWidget(Rule(edge=True))
            cards = [self._card(seat) for seat in column.seats]
            for card in cards:
                stack.addWidget(card)
            stack.addStretch(1)
            line.addLayout(stack, 1)
            self._cards.append(cards)
        # The old cards go later: one of them may be telling of its own click just now.
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.setWidget(board)
        if kept is not None:
            self.choose(kept)
        for card in self.cards():
            if focused is not None and card.seat.key == focused:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, seat: Seat) -> SeatCard:
        card = SeatCard(seat)
        card.setAutoExclusive(False)
        card.installEventFilter(self)
        card.clicked.connect(lambda _checked=False, key=seat.key: self._on_clicked(key))
        card.activated.connect(self.activated)
        card.acted.connect(self.acted)
        return card

    def cards(self) -> list[SeatCard]:
        """Every card, column by column."""
        return [card for column in self._cards for card in column]

    def current(self) -> Hashable:
        """The key of the seat chosen, or None."""
        return next((card.seat.key for card in self.cards() if card.isChecked()), None)

    def choose(self, key: Hashable) -> None:
        """Choose a seat without a signal."""
        for card in self.cards():
            card.setChecked(card.seat.key == key)

    def _on_clicked(self, key: Hashable) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            for across, column in enumerate(self._cards):
                for down, card in enumerate(column):
                    if card is watched and self._walk(across, down, event.key()):
                        return True
        return super().eventFilter(watched, event)

    def _walk(self, across: int, down: int, key: int) -> bool:
        """Step to the neighbor of a card; False when the key is no arrow or there is none."""
        aside = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        along = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        if not aside and not along:
            return False
        across += aside
        if not 0 <= across < len(self._cards) or not self._cards[across]:
            return True
        column = self._cards[across]
        target = column[min(len(column) - 1, max(0, down + along))]
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(target)
        self._on_clicked(target.seat.key)
        return True
