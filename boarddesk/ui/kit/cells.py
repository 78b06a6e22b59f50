"""What every painted cell is made of: a hairline, the bar of the chosen row, the frame of a cell, words cut short."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import FOCUS, SELECTION_BAR

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def paint_hairline(painter: QPainter, box: QRectF) -> None:
    """The line below a cell."""
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), Theme.current().color("line"))


def paint_bar(painter: QPainter, box: QRectF, *, focused: bool) -> None:
    """The bar at the left of the chosen row; gray where the keyboard is elsewhere."""
    bar = QRectF(box.left(), box.top(), SELECTION_BAR, box.height())
    painter.fillRect(bar, Theme.current().color("accent" if focused else "field"))


def paint_frame(painter: QPainter, box: QRectF) -> None:
    """The frame of the cell where the keyboard is."""
    painter.setPen(QPen(Theme.current().color("accent"), FOCUS))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(FOCUS / 2, FOCUS / 2, -FOCUS / 2, -FOCUS / 2 - 1))


def draw_elided(painter: QPainter, box: QRectF, align: Qt.AlignmentFlag, text: str) -> None:
    """Words on one line, with dots where the room ends; font and pen are the painter's."""
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, align | Qt.TextFlag.TextSingleLine, shown)
