"""Quorum as one pip per seat, with a mark at the number needed and one sentence."""

from typing import Literal

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from boarddesk.ui.kit.card import row
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import RADIUS_CHIP

PIP_WIDTH, PIP_HEIGHT, PITCH = 17, 20, 21
PipState = Literal["present", "recused_in", "recused_out", "out", "vacant"]


class QuorumView(msgspec.Struct, frozen=True):
    """What is shown: pips in order (present first), the number needed, and the words for it.

    `recused_in` counts for quorum and does not vote; `recused_out` and `out` do not count.
    """

    pips: tuple[PipState, ...]
    needed: int
    enough: bool
    headline: str
    caption: str
    sentence: str


class QuorumPips(QWidget):
    """Headline in green or red, pips, and the sentence that notes and minutes use too."""

    def __init__(self, view: QuorumView | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        self._headline = Text("", "number", "green")
        self._caption = Text("", "base", "ink2")
        layout.addLayout(row(self._headline, self._caption, None))
        self._pips = _Pips()
        layout.addWidget(self._pips)
        self._sentence = Text("", "small", "ink2", wrap=True)
        layout.addWidget(self._sentence)
        if view is not None:
            self.set_view(view)

    def set_view(self, view: QuorumView) -> None:
        """Show another state of the room."""
        self._headline.setText(view.headline)
        self._headline.set_tone("green" if view.enough else "red")
        self._caption.setText(view.caption)
        self._sentence.setText(view.sentence)
        self._pips.set_pips(view.pips, view.needed)
        self.setAccessibleName(f"{view.headline} {view.caption}. {view.sentence}")


class _Pips(QWidget):
    """The pips; they narrow when many seats meet little room."""

    def __init__(self) -> None:
        super().__init__()
        self._states: tuple[PipState, ...] = ()
        self._needed = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Theme.current().changed.connect(self.updateGeometry)

    def set_pips(self, states: tuple[PipState, ...], needed: int) -> None:
        """Show other pips."""
        self._states, self._needed = states, needed
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(PITCH) * max(1, len(self._states)), theme.px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(1, len(self._states)) * 8, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = max(1, len(self._states))
        pitch = min(float(theme.px(PITCH)), self.width() / count)
        width = pitch * PIP_WIDTH / PITCH
        gap = pitch - width
        for number, state in enumerate(self._states):
            box = QRectF(number * pitch + gap / 4, theme.px(4), width, theme.px(PIP_HEIGHT))
            _paint_pip(painter, box, state)
        if 0 < self._needed <= count:
            x = self._needed * pitch - gap / 2 + gap / 4
            painter.setPen(QPen(theme.color("ink"), 1.5))
            painter.drawLine(QPointF(x, 0), QPointF(x, theme.px(28)))
            painter.setPen(theme.color("ink2"))
            painter.setFont(theme.font("small-medium", "1"))
            label = QRectF(x - theme.px(20), theme.px(28), theme.px(40), theme.px(16))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(self._needed))


def _paint_pip(painter: QPainter, box: QRectF, state: PipState) -> None:
    theme = Theme.current()
    edge = box.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state in {"present", "recused_in"}:
        painter.setBrush(theme.color("green-s"))
        if state == "recused_in":
            painter.setPen(QPen(theme.color("violet-s"), 3))
            edge = box.adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(edge, RADIUS_CHIP, RADIUS_CHIP)
        else:
            painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
        return
    pen = QPen(theme.color("violet-s" if state == "recused_out" else "field"), 1.5)
    if state == "vacant":
        pen.setDashPattern([2, 1.4])
    painter.setPen(pen)
    painter.drawRoundedRect(edge, RADIUS_CHIP, RADIUS_CHIP)
    if state == "recused_out":
        slash = box.adjusted(box.width() * 0.24, box.height() * 0.25, -box.width() * 0.24, -box.height() * 0.25)
        painter.drawLine(slash.bottomLeft(), slash.topRight())
