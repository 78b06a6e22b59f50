"""One director's meetings in a row: held and attended, missed, still to come."""

from collections.abc import Hashable, Sequence
from typing import Literal

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.spots import Spot, SpotWidget
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import RADIUS_CHIP

CELL, GAP = 26, 5
AttendanceState = Literal["present", "absent", "not_counted", "to_come"]


class AttendanceCell(msgspec.Struct, frozen=True):
    """One meeting: the letter of its body, the state, and a name such as "Board, 13 Aug 2026, absent"."""

    key: Hashable
    letter: str
    state: AttendanceState
    name: str


class AttendanceStrip(SpotWidget):
    """Cells that wrap onto further lines; Enter or a click opens the meeting."""

    click_activates = True

    def __init__(self, cells: Sequence[AttendanceCell] = (), *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self._cells = tuple(cells)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.rearrange()

    def heightForWidth(self, width: int) -> int:
        theme = Theme.current()
        pitch = theme.px(CELL + GAP)
        per_line = max(1, (width + theme.px(GAP)) // pitch)
        lines = max(1, -(-len(self._cells) // per_line))
        return lines * pitch - theme.px(GAP)

    def sizeHint(self) -> QSize:
        width = max(1, len(self._cells)) * Theme.current().px(CELL + GAP)
        return QSize(width, self.heightForWidth(self.width() or width))

    def minimumSizeHint(self) -> QSize:
        side = Theme.current().px(CELL)
        return QSize(side, self.heightForWidth(self.width()) if self.width() else side)

    def lay_out(self) -> list[Spot]:
        theme = Theme.current()
        side, pitch = theme.px(CELL), theme.px(CELL + GAP)
        per_line = max(1, (self.width() + theme.px(GAP)) // pitch)
        return [
            Spot(QRectF(n % per_line * pitch, n // per_line * pitch, side, side), cell.key, cell.name)
            for n, cell in enumerate(self._cells)
        ]

    def paint(self, painter: QPainter) -> None:
        for cell, spot in zip(self._cells, self.spots, strict=True):
            _paint_cell(painter, spot.box, cell)

    def focus_box(self, spot: Spot) -> QRectF:
        return spot.box.adjusted(1, 1, -1, -1)


def _paint_cell(painter: QPainter, box: QRectF, cell: AttendanceCell) -> None:
    theme = Theme.current()
    fill, edge, text, width = {
        "present": ("green-t", "green-s", "green", 1.0),
        "absent": ("surface", "red-s", "red", 2.0),
        "not_counted": ("inset", "line2", "ink2", 1.0),
        "to_come": ("", "field", "ink3", 1.0),
    }[cell.state]
    pen = QPen(theme.color(edge), width)
    if cell.state == "to_come":
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), RADIUS_CHIP, RADIUS_CHIP)
    if cell.state == "absent":
        side = theme.px(16)
        corner = box.center()
        spot = QRectF(round(corner.x() - side / 2), round(corner.y() - side / 2), side, side)
        icons.paint(painter, "x", theme.color("red-s"), spot)
    else:
        painter.setPen(theme.color(text))
        painter.setFont(theme.font("letter"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell.letter)
