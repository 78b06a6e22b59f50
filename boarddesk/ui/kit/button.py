"""Buttons: one primary a page, default, flat accent text, quiet; focus ring for the keyboard only."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.text import restyle
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import FOCUS, ICON_ROW, RADIUS

Kind = Literal["primary", "default", "flat", "quiet"]
AIR = 3  # between icon and text, besides what the style leaves
ICON_TOKEN = {"primary": "onaccent", "default": "ink", "flat": "accent", "quiet": "ink2"}


class Button(QPushButton):
    """A push button of the kit; text is a verb and its thing in sentence case, "…" when more is asked."""

    def __init__(
        self,
        text: str = "",
        kind: Kind = "default",
        *,
        icon: str = "",
        small: bool = False,
        name: str = "",
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.kind: Kind = kind
        self._icon_name = icon
        self._ring = False
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        self.setAccessibleName(name or text)
        self.setAutoDefault(False)
        if name and not text:
            self.setToolTip(name)
        if on_click is not None:
            self.clicked.connect(lambda _checked=False: on_click())
        self._draw_icon()
        Theme.current().changed.connect(self._draw_icon)

    def set_kind(self, kind: Kind) -> None:
        """Change between primary, default, flat and quiet."""
        self.kind = kind
        self.setProperty("kind", kind)
        restyle(self)
        self._draw_icon()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self.text():
            hint.setWidth(hint.height())
        return hint

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._ring and self.hasFocus():
            paint_focus_ring(self, "onaccent" if self.kind == "primary" else "accent")

    def _draw_icon(self) -> None:
        if self._icon_name:
            side = Theme.current().px(ICON_ROW)
            air = AIR if self.text() else 0
            reverse = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            before, after = (air, 0) if reverse else (0, air)
            token = ICON_TOKEN[self.kind]
            self.setIcon(icons.icon(self._icon_name, token, before=before, after=after))
            self.setIconSize(QSize(side + air, side))


class MenuButton(Button):
    """A button that opens a menu; shows a chevron at its right."""

    def __init__(
        self, text: str, menu: QMenu, *, small: bool = False, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, icon="chevron-down", small=small, name=name or text, parent=parent)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setMenu(menu)
        self._draw_icon()


def paint_focus_ring(widget: QWidget, color: str = "accent") -> None:
    """Draw the 2 px focus ring inside a widget's edge, in a token's color."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    theme = Theme.current()
    painter.setPen(QPen(theme.color(color), FOCUS))
    half = FOCUS / 2 + (FOCUS if color == "onaccent" else 0)
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(half, half, -half, -half), RADIUS - 1, RADIUS - 1)
    painter.end()
