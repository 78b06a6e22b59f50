"""Small tokens of state and source: status chip, clause chip, body token, and a bare mark with its word."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.status import StatusLook, full_word, paint_mark, status_mark
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import BODY_TOKEN, CHIP, CLAUSE_CHIP, ICON_CHIP, RADIUS_CHIP

BodyShape = Literal["solid", "member", "outline", "plain", "dashed"]


class _Painted(QWidget):
    """A widget of fixed size that draws itself and follows the theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        Theme.current().changed.connect(self._retheme)

    def _retheme(self) -> None:
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _width_of(self, text: str, role: str) -> int:
        return round(QFontMetricsF(Theme.current().font(role)).horizontalAdvance(text) + 0.5)


class Chip(_Painted):
    """A word on its hue's tint with an optional Lucide icon; for state that is not a finding."""

    def __init__(self, text: str = "", hue: str = "grey", icon: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._hue, self._icon = text, hue, icon
        self.setAccessibleName(text)

    def set_text(self, text: str, hue: str | None = None) -> None:
        """Change the word and, when given, the hue."""
        self._text, self._hue = text, hue or self._hue
        self.setAccessibleName(text)
        self._retheme()

    def text(self) -> str:
        """The word shown."""
        return self._text

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        lead = theme.px(4 + ICON_CHIP + 5) if self._has_mark() else theme.px(7)
        return QSize(lead + self._width_of(self._text, "small-medium") + theme.px(7), theme.px(CHIP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{self._hue}-t"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CHIP, RADIUS_CHIP)
        x = theme.px(7)
        if self._has_mark():
            side = theme.px(ICON_CHIP)
            self._paint_mark(painter, QRectF(theme.px(4), (self.height() - side) / 2, side, side))
            x = theme.px(4 + ICON_CHIP + 5)
        painter.setPen(theme.color(self._hue))
        painter.setFont(theme.font("small-medium"))
        painter.drawText(QRectF(x, 0, self.width() - x, self.height()), _LEFT, self._text)

    def _has_mark(self) -> bool:
        return bool(self._icon)

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        icons.paint(painter, self._icon, self._hue, box)


class StatusChip(Chip):
    """A status code as mark and word on its tint, by the origin of the rule."""

    def __init__(
        self, status: str, origin: str = "guideline", word: str = "", *, parent: QWidget | None = None
    ) -> None:
        self._look: StatusLook = status_mark(status, origin)
        super().__init__(word or self._look.word, self._look.hue, parent=parent)

    def set_status(self, status: str, origin: str = "guideline", word: str = "") -> None:
        """Show another status."""
        self._look = status_mark(status, origin)
        self.set_text(word or self._look.word, self._look.hue)

    def _has_mark(self) -> bool:
        return True

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        paint_mark(painter, self._look, box, ICON_CHIP)


class StatusMark(_Painted):
    """A status as its mark, with its word beside it unless `bare`; the word is always its accessible name."""

    def __init__(
        self,
        status: str,
        origin: str = "guideline",
        word: str = "",
        *,
        bare: bool = False,
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bare, self._size = bare, size
        self.set_status(status, origin, word)

    def set_status(self, status: str, origin: str = "guideline", word: str = "") -> None:
        """Show another status."""
        self._look = status_mark(status, origin)
        self._word = word or self._look.word
        self.setAccessibleName(self._word)
        self.setToolTip(full_word(status, origin) if self._bare else "")
        self._retheme()

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        width = theme.px(self._size)
        if not self._bare:
            width += theme.px(7) + self._width_of(self._word, "medium")
        return QSize(width, theme.px(max(18, self._size)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        side = theme.px(self._size)
        paint_mark(painter, self._look, QRectF(0, 0, side, self.height()), self._size)
        if not self._bare:
            painter.setPen(theme.color(self._look.hue))
            painter.setFont(theme.font("medium"))
            left = side + theme.px(7)
            painter.drawText(QRectF(left, 0, self.width() - left, self.height()), _LEFT, self._word)


class ClauseChip(_Painted):
    """The source of a rule: outline for a guideline and other sources, a 3 px bar at the left for law."""

    def __init__(self, clause: str, origin: str = "guideline", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_clause(clause, origin)

    def set_clause(self, clause: str, origin: str = "guideline") -> None:
        """Show another clause."""
        self._text, self._law = clause, origin == "law"
        self.setAccessibleName(clause)
        self._retheme()

    def sizeHint(self) -> QSize:
        return clause_size(self._text, law=self._law)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_clause(painter, QRectF(self.rect()), self._text, law=self._law)


class BodyToken(_Painted):
    """A body's letter in an 18 px square: solid, member, outline or dashed; round ends for a special one."""

    def __init__(
        self,
        letter: str,
        shape: BodyShape = "outline",
        *,
        round_ends: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._letter, self._shape, self._round = letter, shape, round_ends
        self.setAccessibleName(name or letter)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        side = Theme.current().px(BODY_TOKEN)
        return QSize(round(side * 1.45) if self._round else side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_token(painter, QRectF(self.rect()), self._letter, self._shape, round_ends=self._round)


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def clause_size(text: str, *, law: bool) -> QSize:
    """The size of a clause chip."""
    theme = Theme.current()
    width = QFontMetricsF(theme.font("small-medium")).horizontalAdvance(text)
    return QSize(round(width + 0.5) + theme.px(16 if law else 14), theme.px(CLAUSE_CHIP))


def paint_clause(painter: QPainter, box: QRectF, text: str, *, law: bool) -> None:
    """Draw a clause chip into a box, for tables."""
    theme = Theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("line2"), 1))
    painter.setBrush(theme.color("surface"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
    if law:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("slate-s"))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), 3, box.height()), 1, 1)
    painter.setPen(theme.color("slate" if law else "ink2"))
    painter.setFont(theme.font("small-medium"))
    painter.drawText(box.adjusted(theme.px(9 if law else 7), 0, 0, 0), _LEFT, text)
    painter.restore()


def paint_token(painter: QPainter, box: QRectF, letter: str, shape: BodyShape, *, round_ends: bool = False) -> None:
    """Draw a body token into a box: ground, outline and letter."""
    theme = Theme.current()
    fill, edge, text = {
        "solid": ("slate-s", "slate-s", "cut"),
        "member": ("slate-t", "slate-s", "slate"),
        "outline": ("surface", "slate-s", "slate"),
        "plain": ("surface", "line2", "ink2"),
        "dashed": ("", "field", "ink3"),
    }[shape]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color(edge), 1)
    if shape == "dashed":
        pen.setDashPattern([2.5, 2])
    painter.setPen(pen)
    painter.setBrush(theme.color(fill) if fill else QColor(0, 0, 0, 0))
    radius = box.height() / 2 - 0.5 if round_ends else RADIUS_CHIP
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(theme.color(text))
    painter.setFont(theme.font("letter"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()
