"""Quorum over time as a small strip: height is the number present, color and hatching whether it was enough."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from boarddesk.services.quorum_strip import Stretch, Strip
from boarddesk.services.words import clock_time, day_month
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

BAR, LABELS, GAP = 34, 18, 10


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
        stretches = self._strip.stretches
        lasted = [0.0 if s.recess else (s.end - s.start).total_seconds() for s in stretches]
        # A recess, which may last a night, takes a narrow gap whatever its length.
        gap = float(Theme.current().px(GAP))
        high, wide = float(Theme.current().px(BAR)), float(self.width()) - gap * sum(s.recess for s in stretches)
        whole, left, found = max(1.0, sum(lasted)), 0.0, []
        for stretch, seconds in zip(stretches, lasted, strict=True):
            across = gap if stretch.recess else max(1.0, wide * seconds / whole)
            tall = high if stretch.recess else high * stretch.count / max(1, self._strip.most)
            found.append((QRectF(left, high - tall, across, tall), stretch))
            left += across
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
            if stretch.recess:
                painter.fillRect(box, theme.color("surface"))
                painter.fillRect(box, QBrush(theme.color("line2"), Qt.BrushStyle.Dense6Pattern))
                continue
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
        ends = clock_time(last) if last.date() == first.date() else f"{day_month(last.date())}, {clock_time(last)}"
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, clock_time(first))
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, ends)

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
