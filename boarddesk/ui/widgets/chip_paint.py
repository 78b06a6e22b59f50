"""Chips of days and letters on calendars: held, planned, proposed, departed from, cancelled, special."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import RADIUS_CHIP

ChipState = Literal["held", "planned", "proposed", "departs", "cancelled"]
# ground, edge, text
LOOKS = {
    "held": ("slate-s", "slate-s", "cut"),
    "planned": ("surface", "slate-s", "slate"),
    "proposed": ("surface", "field", "ink3"),
    "departs": ("surface", "red-s", "red"),
    "cancelled": ("inset", "line2", "ink3"),
}


def paint_chip(painter: QPainter, box: QRectF, text: str, state: ChipState, *, special: bool = False) -> None:
    """Draw one chip: dashed when proposed, struck through when cancelled, with round ends when special."""
    theme = Theme.current()
    ground, edge, ink = LOOKS[state]
    pen = QPen(theme.color(edge), 1)
    if state == "proposed":
        pen.setDashPattern([2.5, 2])
    painter.setPen(pen)
    painter.setBrush(theme.color(ground))
    radius = box.height() / 2 - 0.5 if special else RADIUS_CHIP
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(theme.color(ink))
    painter.setFont(theme.font("letter", text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    if state == "cancelled":
        middle = round(box.center().y()) + 0.5
        painter.setPen(QPen(theme.color("ink3"), 1))
        painter.drawLine(QPointF(box.left() + 3, middle), QPointF(box.right() - 3, middle))


def paint_link(painter: QPainter, upper: QRectF, lower: QRectF, token: str = "slate-s") -> None:  # noqa: S107
    """Draw the line between a chip and the one below that belongs to it."""
    painter.setPen(QPen(Theme.current().color(token), 1.5))
    x = round(upper.center().x()) + 0.5
    painter.drawLine(QPointF(x, upper.bottom()), QPointF(x, lower.top()))
