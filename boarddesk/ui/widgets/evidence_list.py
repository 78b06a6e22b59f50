"""Evidence, each piece of which opens: icon, what it is as a link, a note at the right."""

from collections.abc import Hashable, Sequence

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.spots import Spot, SpotWidget
from boarddesk.ui.kit.theme import Theme

LINE = 24
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

    def set_pieces(self, pieces: Sequence[Evidence]) -> None:
        """Show other evidence."""
        self._pieces = tuple(pieces)
        self.rearrange()

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(240), len(self._pieces) * theme.px(LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(120), self.sizeHint().height())

    def lay_out(self) -> list[Spot]:
        high = Theme.current().px(LINE)
        return [
            Spot(QRectF(0, n * high, self.width(), high), piece.key, f"{piece.label}, {piece.note}".rstrip(", "))
            for n, piece in enumerate(self._pieces)
            if piece.opens
        ]

    def paint(self, painter: QPainter) -> None:
        theme = Theme.current()
        high, side = theme.px(LINE), theme.px(16)
        for number, piece in enumerate(self._pieces):
            box = QRectF(0, number * high, self.width(), high)
            spot = QRectF(0, round(box.center().y() - side / 2), side, side)
            icons.paint(painter, piece.icon, "ink3", spot)
            painter.setFont(theme.font("small", piece.note))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(piece.note) + 1 if piece.note else 0.0
            wide = min(wide, box.width() * 0.4)
            painter.setPen(theme.color("ink3"))
            note = QRectF(box.right() - wide, box.top(), wide, box.height())
            painter.drawText(note, RIGHT, _cut(painter, piece.note, wide))
            font = QFont(theme.font("base", piece.label))
            font.setUnderline(piece.opens and piece.key == self.hovered())
            painter.setFont(font)
            painter.setPen(theme.color("accent" if piece.opens else "ink2"))
            left = side + theme.px(8)
            room = QRectF(left, box.top(), max(0.0, note.left() - left - theme.px(8)), box.height())
            painter.drawText(room, LEFT, _cut(painter, piece.label, room.width()))

    def focus_box(self, spot: Spot) -> QRectF:
        return spot.box.adjusted(1, 1, -1, -1)


def _cut(painter: QPainter, text: str, width: float) -> str:
    return QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width)
