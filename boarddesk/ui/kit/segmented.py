"""A choice between a few views, side by side in one frame."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from boarddesk.ui.kit.button_group import ButtonGroup
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import BUTTON, FOCUS, RADIUS


class _Segment(QAbstractButton):
    """One part of the control; the outer corners are round."""

    def __init__(self, text: str, *, first: bool, last: bool) -> None:
        super().__init__()
        self._first, self._last = first, last
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        width = QFontMetricsF(theme.font("strong")).horizontalAdvance(self.text())
        return QSize(round(width + 0.5) + theme.px(23), theme.px(BUTTON))

    def enterEvent(self, _event: object) -> None:
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The frame reaches one px beyond a shared edge, so neighbors have one line between them.
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5 if self._last else 0.5, -0.5)
        painter.setClipRect(self.rect())
        path = _rounded(frame, left=self._first, right=self._last)
        fill = "sel" if self.isChecked() else "hover" if self.underMouse() else "surface"
        painter.fillPath(path, theme.color(fill))
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.drawPath(path)
        painter.setPen(theme.color("accent" if self.isChecked() else "ink2"))
        painter.setFont(theme.font("strong" if self.isChecked() else "base"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), FOCUS))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), RADIUS - 1, RADIUS - 1)


class SegmentedControl(QWidget):
    """Segments of which exactly one is chosen; arrow keys move. `chosen` gives the value chosen."""

    chosen = Signal(object)

    def __init__(self, segments: Sequence[tuple[Any, str]], *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _text in segments]
        self._group = ButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for number, (_value, text) in enumerate(segments):
            segment = _Segment(text, first=number == 0, last=number == len(segments) - 1)
            self._group.addButton(segment, number)
            line.addWidget(segment)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))

    def value(self) -> Any:
        """The value chosen."""
        return self._values[self._group.checkedId()]

    def choose(self, value: Any) -> None:
        """Choose a value without a signal; focus within stays with the segment chosen."""
        held = any(segment.hasFocus() for segment in self._group.buttons())
        segment = self._group.button(self._values.index(value))
        segment.setChecked(True)
        if held:
            segment.setFocus()

    def set_text(self, value: Any, text: str) -> None:
        """Change a segment's words, such as the count in "Law 78"."""
        segment = self._group.button(self._values.index(value))
        segment.setText(text)
        segment.setAccessibleName(text)
        segment.updateGeometry()


def _rounded(box: QRectF, *, left: bool, right: bool) -> QPainterPath:
    """A box with round corners only where the control ends."""
    path = QPainterPath()
    turn = RADIUS * 2.0
    path.moveTo(box.center().x(), box.top())
    if right:
        path.lineTo(box.right() - RADIUS, box.top())
        path.arcTo(box.right() - turn, box.top(), turn, turn, 90, -90)
        path.lineTo(box.right(), box.bottom() - RADIUS)
        path.arcTo(box.right() - turn, box.bottom() - turn, turn, turn, 0, -90)
    else:
        path.lineTo(box.right(), box.top())
        path.lineTo(box.right(), box.bottom())
    if left:
        path.lineTo(box.left() + RADIUS, box.bottom())
        path.arcTo(box.left(), box.bottom() - turn, turn, turn, 270, -90)
        path.lineTo(box.left(), box.top() + RADIUS)
        path.arcTo(box.left(), box.top(), turn, turn, 180, -90)
    else:
        path.lineTo(box.left(), box.bottom())
        path.lineTo(box.left(), box.top())
    path.closeSubpath()
    return path
