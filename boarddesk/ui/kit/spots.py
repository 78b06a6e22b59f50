"""The base of painted widgets with places one can choose: by pointer, by arrow keys, by name."""

from collections.abc import Hashable, Sequence

import msgspec
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import FOCUS, RADIUS

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Spot(msgspec.Struct, frozen=True):
    """A place that can be chosen: its box, its key, and its name as tooltip and for screen readers."""

    box: QRectF
    key: Hashable
    name: str


class SpotWidget(QWidget):
    """Subclasses lay out `spots` in `lay_out` and paint in `paint`; the frame of focus is painted here.

    `chosen` follows the arrow keys and clicks, `activated` is Enter, Space or a double click; with
    `click_activates` one click is enough.
    """

    chosen = Signal(object)
    activated = Signal(object)
    click_activates = False

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spots: list[Spot] = []
        self._current: Hashable = None
        self._hovered: Hashable = None
        self._ring = False
        self._name = name
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        Theme.current().changed.connect(self.rearrange)

    def lay_out(self) -> Sequence[Spot]:
        """Override: the places for the size the widget now has."""
        return ()

    def paint(self, painter: QPainter) -> None:
        """Override: draw everything but the focus."""

    def rearrange(self) -> None:
        """Lay out again after other contents were given; a place that is still there stays chosen."""
        self.spots = list(self.lay_out())
        if all(spot.key != self._current for spot in self.spots):
            self._current = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.spots else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()
        self.update()

    def current(self) -> Hashable:
        """The key of the chosen place, or None."""
        return self._current

    def hovered(self) -> Hashable:
        """The key of the place under the pointer, or None."""
        return self._hovered

    def choose(self, key: Hashable) -> None:
        """Choose a place without a signal; None chooses nothing."""
        self._current = key
        spot = self._spot(key)
        self.setAccessibleDescription(spot.name if spot else "")
        self.update()

    def box_of(self, key: Hashable) -> QRectF:
        """Where a place is; an empty box when it is not there."""
        spot = self._spot(key)
        return spot.box if spot else QRectF()

    def _spot(self, key: Hashable) -> Spot | None:
        return next((spot for spot in self.spots if spot.key == key), None)

    def _at(self, point: QPointF) -> Spot | None:
        return next((spot for spot in reversed(self.spots) if spot.box.contains(point)), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.spots = list(self.lay_out())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS and self.spots and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._walk(*ARROWS[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.spots:
            self._step_to(self.spots[0 if key == Qt.Key.Key_Home else -1])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._current is not None:
            self.activated.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _walk(self, across: int, down: int) -> None:
        here = self._spot(self._current)
        if here is None:
            self._step_to(self.spots[0])
            return
        start = here.box.center()
        best: tuple[float, Spot] | None = None
        for spot in self.spots:
            way = spot.box.center() - start
            along = way.x() * across + way.y() * down
            aside = abs(way.y() if across else way.x())
            # What overlaps in the other direction is a neighbor; what lies aside counts as farther.
            if spot.key != here.key and along > 1 and (best is None or along + aside * 3 < best[0]):
                best = (along + aside * 3, spot)
        if best is not None:
            self._step_to(best[1])

    def _step_to(self, spot: Spot) -> None:
        self._ring = True
        self.choose(spot.key)
        self.chosen.emit(spot.key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._at(event.position())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self._ring = False
            self.choose(spot.key)
            self.chosen.emit(spot.key)
            if self.click_activates:
                self.activated.emit(spot.key)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._at(event.position())
        if spot is not None and not self.click_activates:
            self.activated.emit(spot.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self._at(event.position())
        key = spot.key if spot else None
        if key != self._hovered:
            self._hovered = key
            self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
            self.update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self._at(QPointF(event.pos()))
            if spot is not None:
                QToolTip.showText(event.globalPos(), spot.name, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        if self._current is None and self._ring and self.spots:
            self.choose(self.spots[0].key)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring = False
        self.update()

    def paintEvent(self, _event: QEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        here = self._spot(self._current)
        if self._ring and self.hasFocus() and here is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(Theme.current().color("accent"), FOCUS))
            painter.drawRoundedRect(self.focus_box(here), RADIUS - 1, RADIUS - 1)

    def focus_box(self, spot: Spot) -> QRectF:
        """Where the frame of focus goes: around the place, unless a subclass wants it inside."""
        return spot.box.adjusted(-2, -2, 2, 2)
