"""What a note line offers while a few letters are typed: phrases after “/”, people after “@”; the keyboard stays."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

WIDE, MOST_ROWS = 460, 8


class Offer(msgspec.Struct, frozen=True):
    """One thing offered: the words shown, and what is put in."""

    shown: str
    text: str


class OfferList(QListWidget):
    """Floats over the window beside its field; `taken` gives what was chosen."""

    taken = Signal(str)

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._offers: tuple[Offer, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(tr("Phrases and people"))
        self.setObjectName("completions")
        self.itemClicked.connect(lambda _item: self.take())
        self.hide()

    def offers(self) -> tuple[str, ...]:
        """What is offered now, in words."""
        return tuple(offer.shown for offer in self._offers) if self.isVisible() else ()

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer these, the first chosen; nothing is shown where there are none."""
        self._offers = tuple(offers)
        if not self._offers:
            self.hide()
            return
        self.clear()
        for offer in self._offers:
            self.addItem(QListWidgetItem(offer.shown))
        self.setCurrentRow(0)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        """Above the line being typed where there is room, else below it."""
        top: QWidget = self._field.window()
        if self.parentWidget() is not top:
            self.setParent(top)
        theme = Theme.current()
        rows = min(MOST_ROWS, len(self._offers))
        self.ensurePolished()
        high = rows * max(theme.px(28), self.sizeHintForRow(0)) + theme.px(10)
        wide = min(theme.px(WIDE), top.width() - theme.px(16))
        line = self._field.cursorRect()
        spot = self._field.mapTo(top, line.topLeft())
        above = spot.y() - high - theme.px(4)
        y = above if above >= 0 else spot.y() + line.height() + theme.px(6)
        x = max(0, min(spot.x(), top.width() - wide - theme.px(8)))
        self.setGeometry(x, y, wide, high)
        self.move(QPoint(x, y))

    def take(self) -> None:
        """Take the one chosen."""
        row = self.currentRow()
        if 0 <= row < len(self._offers):
            self.hide()
            self.taken.emit(self._offers[row].text)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key of the field was meant for the list: up, down, Enter, Tab, Escape."""
        if not self.isVisible():
            return False
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow((self.currentRow() + step) % self.count())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
            self.take()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True
