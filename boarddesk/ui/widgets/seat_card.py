"""One seat of the board as a card: who sits there, in which role and committees, and how they stand."""

from collections.abc import Hashable

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.chips import BodyShape, paint_token
from boarddesk.ui.kit.status import paint_mark, status_mark
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import BODY_TOKEN, FOCUS, RADIUS

HEIGHT, WIDTH, LEAST = 93, 240, 168
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class Seat(msgspec.Struct, frozen=True):
    """What a card says. A vacant seat has a dashed edge and, at its foot, one action instead of a status.

    `role_tone` colors the line below the name ("amber" for one who will not stand again).
    """

    key: Hashable
    name: str
    role: str = ""
    role_tone: str = "ink2"
    tokens: tuple[tuple[str, BodyShape], ...] = ()
    status: str = ""
    status_word: str = ""
    note: str = ""
    vacant: bool = False
    action: str = ""

    def spoken(self) -> str:
        """The card in words."""
        parts = (self.name, self.role, self.status_word, self.note, self.action)
        return ", ".join(part for part in parts if part)


class SeatCard(QAbstractButton):
    """A card that can be chosen; Enter or a double click gives `activated`, the action its own signal."""

    activated = Signal(object)
    acted = Signal(object)

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seat = seat
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(seat.spoken())
        Theme.current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(WIDTH), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(LEAST), theme.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.acted if self.seat.vacant else self.activated).emit(self.seat.key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.seat.action and self._action_box().contains(event.position()):
            self.acted.emit(self.seat.key)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.activated.emit(self.seat.key)

    def _action_box(self) -> QRectF:
        theme = Theme.current()
        metrics = QFontMetricsF(theme.font("small-medium"))
        wide = metrics.horizontalAdvance(self.seat.action) + theme.px(12)
        return QRectF(theme.px(6), self.height() - theme.px(36), wide, theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, seat = Theme.current(), self.seat
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        inner = QRectF(self.rect()).adjusted(theme.px(11), theme.px(9), -theme.px(11), -theme.px(8))
        right = self._paint_tokens(painter, inner)
        left = inner.left()
        if seat.vacant:
            side = theme.px(16)
            icons.paint(painter, "armchair", "ink3", QRectF(left, inner.top() + 1, side, side))
            left += theme.px(24)
        line = theme.line_height("base")
        room = QRectF(left, inner.top(), right - left - theme.px(6), line)
        _words(painter, room, LEFT, "strong", "ink2" if seat.vacant else "ink", seat.name)
        small = theme.line_height("small")
        below = QRectF(inner.left(), inner.top() + line + 1, inner.width(), small)
        _words(painter, below, LEFT, "small", seat.role_tone, seat.role)
        self._paint_foot(painter, QRectF(inner.left(), self.height() - theme.px(35), inner.width(), theme.px(22)))

    def _paint_ground(self, painter: QPainter) -> None:
        theme = Theme.current()
        chosen = self.isChecked()
        pen = QPen(theme.color("accent" if chosen else "field" if self.seat.vacant else "line"), 1)
        if self.seat.vacant and not chosen:
            pen.setDashPattern([3, 3])
        fill = "sel" if chosen else "hover" if self.underMouse() else "surface"
        painter.setPen(pen)
        bare = self.seat.vacant and fill == "surface"
        painter.setBrush(QColor(0, 0, 0, 0) if bare else theme.color(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self.hasFocus() or chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), FOCUS))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_tokens(self, painter: QPainter, inner: QRectF) -> float:
        theme = Theme.current()
        side, right = theme.px(BODY_TOKEN), inner.right()
        for letter, shape in reversed(self.seat.tokens):
            paint_token(painter, QRectF(right - side, inner.top(), side, side), letter, shape)
            right -= side + theme.px(4)
        return right

    def _paint_foot(self, painter: QPainter, box: QRectF) -> None:
        theme, seat = Theme.current(), self.seat
        painter.setFont(theme.font("small", seat.note))
        wide = min(QFontMetricsF(painter.font()).horizontalAdvance(seat.note) + 1, box.width() * 0.5)
        note = QRectF(box.right() - wide, box.top(), wide, box.height())
        _words(painter, note, RIGHT, "small", "ink3", seat.note)
        room = QRectF(box.left(), box.top(), note.left() - box.left() - theme.px(6), box.height())
        if seat.action:
            _words(painter, room, LEFT, "small-medium", "accent", seat.action)
        elif seat.status:
            look = status_mark(seat.status)
            side = theme.px(14)
            paint_mark(painter, look, QRectF(box.left(), box.top(), side, box.height()), 14)
            room.setLeft(box.left() + side + theme.px(5))
            _words(painter, room, LEFT, "small-medium", look.hue, seat.status_word or look.word)


def _words(painter: QPainter, box: QRectF, align: Qt.AlignmentFlag, role: str, tone: str, text: str) -> None:
    theme = Theme.current()
    painter.setFont(theme.font(role, text))
    painter.setPen(theme.color(tone))
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, align | Qt.TextFlag.TextSingleLine, shown)
