"""Counts by status that filter a list: “14 Followed”, “2 Departs”; one is chosen, or all."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from boarddesk.ui.flow import FlowLayout
from boarddesk.ui.kit.button_group import ButtonGroup
from boarddesk.ui.kit.status import paint_mark, status_mark
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import BUTTON, FOCUS, RADIUS

ALL = ""
MARK = 15


class CountButton(QAbstractButton):
    """A mark, a number and its word; framed in the accent while chosen."""

    def __init__(self, status: str, origin: str, count: int, word: str) -> None:
        super().__init__()
        self.status = status
        self._origin, self._count, self._word = origin, str(count), word
        self.setText(f"{count} {word}")
        self.setAccessibleName(self.text())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        count = QFontMetricsF(theme.font("strong")).horizontalAdvance(self._count)
        word = QFontMetricsF(theme.font("base")).horizontalAdvance(self._word)
        lead = theme.px(6 + MARK + 5) if self.status else theme.px(7)
        return QSize(round(lead + count + theme.px(5) + word + theme.px(8) + 1), theme.px(BUTTON))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, _event: object) -> None:
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        painter.setPen(QPen(theme.color("accent" if chosen else "line"), FOCUS if chosen else 1))
        painter.setBrush(theme.color("hover" if self.underMouse() and not chosen else "surface"))
        edge = 1.0 if chosen else 0.5
        painter.drawRoundedRect(box.adjusted(edge, edge, -edge, -edge), RADIUS, RADIUS)
        x = float(theme.px(7))
        if self.status:
            look = status_mark(self.status, self._origin)
            paint_mark(painter, look, QRectF(theme.px(6), 0, theme.px(MARK), box.height()), MARK)
            x = float(theme.px(6 + MARK + 5))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("ink"))
        painter.drawText(QRectF(x, 0, box.width(), box.height()), left, self._count)
        x += QFontMetricsF(painter.font()).horizontalAdvance(self._count) + theme.px(5)
        painter.setFont(theme.font("base"))
        painter.setPen(theme.color("accent" if chosen else "ink2"))
        painter.drawText(QRectF(x, 0, box.width(), box.height()), left, self._word)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), FOCUS))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), RADIUS - 2, RADIUS - 2)


class CountFilter(QWidget):
    """The counts of a list, “all” first; `chosen` gives the status, empty for all."""

    chosen = Signal(str)

    def __init__(self, *, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._flow = FlowLayout(Theme.current().px(4), self)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._group = ButtonGroup(self)
        self.buttons: list[CountButton] = []
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_counts(self, counts: Sequence[tuple[str, int]], origin: str) -> None:
        """Show other counts; the chosen status stays chosen where it is still there."""
        kept = self.status()
        held = any(button.hasFocus() for button in self.buttons)
        for button in self.buttons:
            self._group.removeButton(button)
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        whole = sum(count for _status, count in counts)
        self.buttons = [CountButton(ALL, origin, whole, self.tr("All"))]
        self.buttons += [
            CountButton(status, origin, count, status_mark(status, origin).word) for status, count in counts
        ]
        for button in self.buttons:
            self._group.addButton(button)
            self._flow.addWidget(button)
            button.clicked.connect(lambda _checked=False, status=button.status: self.chosen.emit(status))
        wanted = next((button for button in self.buttons if button.status == kept), self.buttons[0])
        wanted.setChecked(True)
        if held:
            wanted.setFocus()
        self.updateGeometry()

    def status(self) -> str:
        """The status chosen; empty for all."""
        return next((button.status for button in self.buttons if button.isChecked()), ALL)

    def choose(self, place: int) -> None:
        """Choose by place, 0 for all, as the keys 1 to 9 do."""
        if 0 <= place < len(self.buttons):
            self.buttons[place].click()
