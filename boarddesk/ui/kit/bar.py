"""A thin bar of progress or of time passed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from boarddesk.ui.kit.theme import Theme


class Bar(QWidget):
    """A share from 0 to 1 of its width in a token's color; 6 px high, 4 px for clocks."""

    def __init__(
        self,
        share: float = 0.0,
        color: str = "accent",
        *,
        height: int = 6,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._height, self._color, self._name = height, color, name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_share(share)

    def set_share(self, share: float) -> None:
        """Show another share, held between 0 and 1."""
        self.share = min(1.0, max(0.0, share))
        self.setAccessibleName(f"{self._name} {self.share:.0%}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(80), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(24), theme.px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        half = box.height() / 2
        painter.setBrush(theme.color("grey-t"))
        painter.drawRoundedRect(box, half, half)
        if self.share:
            painter.setBrush(theme.color(self._color))
            painter.drawRoundedRect(QRectF(0, 0, max(box.height(), box.width() * self.share), box.height()), half, half)
