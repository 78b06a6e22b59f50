"""Labels set in a type role and a color token, key caps, and hairlines."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from boarddesk.ui.kit.fonts import has_tabular_figures
from boarddesk.ui.kit.theme import Theme


class Text(QLabel):
    """A label of one type role and tone; wraps at the role's line height, or is elided at the right."""

    def __init__(
        self,
        text: str = "",
        role: str = "base",
        tone: str = "ink",
        *,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._role, self._elide = "", role, elide
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.RichText if wrap else Qt.TextFormat.PlainText)
        self.setText(text)
        if wrap:
            Theme.current().changed.connect(self._set_again)

    def text(self) -> str:
        """The words shown, whole, whether wrapped or elided."""
        return self._text

    def setText(self, text: str) -> None:
        """Show other words; never markup."""
        self._text = text
        figures = QFont(self.font())
        figures.setFeature(QFont.Tag("tnum"), int(has_tabular_figures(text)))
        self.setFont(figures)
        if self.wordWrap():
            high = Theme.current().line_height(self._role)
            style = f"margin:0;line-height:{high}px;-qt-line-height-type:fixed"
            shown = escape(text).replace("\n", "<br>")
            super().setText(f'<p style="{style}">{shown}</p>' if text else "")
            self._hold_height()
        else:
            super().setText(text)
        self.setAccessibleName(text)

    def _set_again(self) -> None:
        self.setText(self._text)

    def set_tone(self, tone: str) -> None:
        """Change the color token."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self._elide:
            hint.setWidth(self.fontMetrics().horizontalAdvance("…") * 3)
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elide or self.wordWrap():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(self.alignment()) | Qt.TextFlag.TextSingleLine, shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._elide:
            cut = self.fontMetrics().horizontalAdvance(self._text) > self.contentsRect().width()
            self.setToolTip(self._text if cut else "")
        self._hold_height()

    def _hold_height(self) -> None:
        """Layouts squeeze wrapped labels below their height for width; this one does not let them."""
        if self.wordWrap() and self.width() > 0 and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            # A label answers no height below its minimum: one held for a narrower place would stay for good.
            self.setMinimumHeight(0)
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


class KeyCap(QLabel):
    """The name of a key in a box, as in footers and hints."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self.setProperty("keycap", True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)


class Rule(QFrame):
    """A hairline across the whole width; `edge` for the stronger one between panes."""

    def __init__(self, *, edge: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "edge" if edge else "true")
        self.setFixedHeight(1)


def ground(widget: QWidget, token: str) -> QWidget:
    """Give a plain widget the ground of a token ("surface", "inset", "window", "rail", "desk", "sel")."""
    widget.setProperty("ground", token)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


def restyle(widget: QWidget) -> None:
    """Apply the stylesheet again after a property that it reads has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
