"""Evidence, each piece of which opens: icon, what it is as a link, a note at the right."""

from collections.abc import Hashable, Sequence

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.spots import Spot, SpotWidget
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ICON_ROW

LINE, WIDTH = 24, 240
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class Evidence(msgspec.Struct, frozen=True):
    """One piece; `opens` is False for what is named but missing, which is then no link."""

    key: Hashable
    icon: str
    label: str
    note: str = ""
    opens: bool = True


class EvidenceList(SpotWidget):
    """Lines of evidence; a click or Enter gives `activated` with the key."""

    click_activates = True

    def __init__(self, pieces: Sequence[Evidence] = (), *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self._pieces = tuple(pieces)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rearrange()

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        wide = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else theme.px(WIDTH)
        return QSize(theme.px(WIDTH), round(sum(self._height(piece, wide) for piece in self._pieces)))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            # A layout that is at work forgets what it is told meanwhile.
            QTimer.singleShot(0, self, self.updateGeometry)

    def lay_out(self) -> list[Spot]:
        made, top = [], 0.0
        for piece in self._pieces:
            high = self._height(piece, self.width())
            if piece.opens:
                spoken = f"{piece.label}, {piece.note}".rstrip(", ")
                made.append(Spot(QRectF(0, top, self.width(), high), piece.key, spoken))
            top += high
        return made

    def _height(self, piece: Evidence, width: float) -> float:
        """One line, or two where the label needs them."""
        theme = Theme.current()
        needed = QFontMetricsF(theme.font("base", piece.label)).horizontalAdvance(piece.label)
        more = needed > self._label_room(piece, width)
        return theme.px(LINE) + (theme.line_height("base") if more else 0)

    def _note_width(self, piece: Evidence, width: float) -> float:
        metrics = QFontMetricsF(Theme.current().font("small", piece.note))
        return min(metrics.horizontalAdvance(piece.note) + 1, width * 0.4) if piece.note else 0.0

    def _label_room(self, piece: Evidence, width: float) -> float:
        theme = Theme.current()
        note = self._note_width(piece, width)
        return width - theme.px(ICON_ROW + 8) - (note + theme.px(8) if note else 0.0)

    def paint(self, painter: QPainter) -> None:
        top = 0.0
        for piece in self._pieces:
            high = self._height(piece, self.width())
            self._paint_piece(painter, piece, QRectF(0, top, self.width(), high))
            top += high

    def _paint_piece(self, painter: QPainter, piece: Evidence, box: QRectF) -> None:
        theme = Theme.current()
        line, side = theme.px(LINE), theme.px(ICON_ROW)
        icons.paint(painter, piece.icon, "ink3", QRectF(0, round(box.top() + (line - side) / 2), side, side))
        wide = self._note_width(piece, box.width())
        painter.setFont(theme.font("small", piece.note))
        painter.setPen(theme.color("ink3"))
        painter.drawText(QRectF(box.right() - wide, box.top(), wide, line), RIGHT, _cut(painter, piece.note, wide))
        font = QFont(theme.font("base", piece.label))
        font.setUnderline(piece.opens and piece.key == self.hovered())
        painter.setFont(font)
        painter.setPen(theme.color("accent" if piece.opens else "ink2"))
        room = QRectF(side + theme.px(8), box.top(), self._label_room(piece, box.width()), line)
        first, rest = _broken(painter, piece.label, room.width())
        painter.drawText(room, LEFT, first)
        if rest:
            painter.drawText(room.translated(0, theme.line_height("base")), LEFT, _cut(painter, rest, room.width()))

    def focus_box(self, spot: Spot) -> QRectF:
        return spot.box.adjusted(1, 1, -1, -1)


def _broken(painter: QPainter, text: str, width: float) -> tuple[str, str]:
    """A text in two lines: as many words as the first one holds, and what is left."""
    metrics = QFontMetricsF(painter.font())
    words = text.split(" ")
    first = words[0]
    for place, word in enumerate(words[1:], 1):
        if metrics.horizontalAdvance(f"{first} {word}") > width:
            return first, " ".join(words[place:])
        first = f"{first} {word}"
    return _cut(painter, first, width), ""


def _cut(painter: QPainter, text: str, width: float) -> str:
    return QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width)
