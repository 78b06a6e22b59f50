"""The mark of the program: nine seats, one of them the chair's."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from boarddesk.ui.kit.theme import Theme

BOX = 22.0


def paint_logo(painter: QPainter, box: QRectF) -> None:
    """Draw the mark into a square."""
    shade = Theme.current().color("accent")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / BOX, box.height() / BOX)
    for row in range(3):
        for place in range(3):
            chair = row == 0 and place == 1
            painter.setPen(QPen(shade, 1.5) if chair else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if chair else shade)
            radius = 2.6 if chair else 2.5
            x, y = 4.0 + 7 * place, 4.0 + 7 * row
            painter.drawEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
    painter.restore()


class Logo(QWidget):
    """The mark at a size in px at text scale 1."""

    def __init__(self, size: int = 22) -> None:
        super().__init__()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        Theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        side = Theme.current().px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_logo(QPainter(self), QRectF(self.rect()))


def window_icon() -> QIcon:
    """The mark as the icon of windows and tasks."""
    made = QIcon()
    for side in (16, 32, 64, 128):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_logo(painter, QRectF(pixmap.rect()))
        painter.end()
        made.addPixmap(pixmap)
    return made
