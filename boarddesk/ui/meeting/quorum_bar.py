"""Quorum over time as a small strip: height is the number present, color and hatching whether it was enough."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from boarddesk.services.quorum_strip import Stretch, Strip
from boarddesk.services.words import clock_time
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

BAR, LABELS = 34, 18


class QuorumBar(QWidget):
    """From the call to order to the adjournment; a line marks the number needed, tooltips say the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip: Strip | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_strip(self, strip: Strip | None) -> None:
        """Show another course of time; nothing where there is none."""
        self._strip = strip
        self.setVisible(strip is not None)
        if strip is not None:
            stretches = ". ".join(stretch.words for stretch in strip.stretches)
            self.setAccessibleName(tr("Quorum over time. %1").replace("%1", strip.sentence))
            self.setAccessibleDescription(stretches)
        self.update()

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(200), theme.px(BAR + LABELS))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(120), self.sizeHint().height())

    def boxes(self) -> list[tuple[QRectF, Stretch]]:
        """Where each stretch is drawn, as wide as it lasted."""
        if self._strip is None:
            return []
        first, last = self._strip.stretches[0].start, self._strip.stretches[-1].end
        whole = max(1.0, (last - first).total_seconds())
        high, wide = float(Theme.current().px(BAR)), float(self.width())
        found = []
        for stretch in self._strip.stretches:
            left = wide * (stretch.start - first).total_seconds() / whole
            right = wide * (stretch.end - first).total_seconds() / whole
            tall = high * stretch.count / max(1, self._strip.most)
            found.append((QRectF(left, high - tall, max(1.0, right - left), tall), stretch))
        return found

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            x = event.pos().x()
            said = next((s.words for box, s in self.boxes() if box.left() <= x <= box.right()), "")
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._strip is None:
            return
        theme = Theme.current()
        painter = QPainter(self)
        high = theme.px(BAR)
        painter.fillRect(QRectF(0, 0, self.width(), high), theme.color("inset"))
        for box, stretch in self.boxes():
            hue = {True: "green", False: "red", None: "slate"}[stretch.met]
            painter.fillRect(box, theme.color(f"{hue}-t"))
            if stretch.met is False:
                painter.fillRect(box, QBrush(theme.color("red-s"), Qt.BrushStyle.BDiagPattern))
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), 2), theme.color(f"{hue}-s"))
        self._paint_needed(painter, high)
        painter.setPen(theme.color("ink3"))
        painter.setFont(theme.font("small"))
        row = QRectF(0, high, self.width(), theme.px(LABELS))
        first, last = self._strip.stretches[0].start, self._strip.stretches[-1].end
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, clock_time(first))
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, clock_time(last))

    def _paint_needed(self, painter: QPainter, high: int) -> None:
        theme = Theme.current()
        strip = self._strip
        if strip is None or strip.needed is None:
            return
        y = high - high * strip.needed / max(1, strip.most)
        pen = QPen(theme.color("ink2"), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        painter.setPen(theme.color("ink2"))
        painter.setFont(theme.font("small"))
        row = QRectF(0, high, self.width(), theme.px(LABELS))
        said = tr("line: %1 needed").replace("%1", str(strip.needed))
        painter.drawText(row, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, said)
