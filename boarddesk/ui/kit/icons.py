"""Lucide icons drawn by QtSvg in a token's color, sharp at every device pixel ratio."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from boarddesk.common import resources
from boarddesk.ui.kit.theme import Theme

STROKE = "1.75"
RATIOS = (1.0, 2.0, 3.0)


_least_ratio = [1.0]


def drawn_at(ratio: float | None = None) -> float:
    """The least device pixel ratio that icons are drawn at; pictures of a window raise it above the screen's."""
    if ratio is not None:
        _least_ratio[0] = ratio
    return _least_ratio[0]


@lru_cache(maxsize=256)
def _svg(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _drawn(name: str, color: str, size: int, ratio: float) -> QPixmap:
    svg = _svg(name).replace("currentColor", color).replace('stroke-width="2"', f'stroke-width="{STROKE}"')
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, color: str = "ink2", size: int = 16, ratio: float | None = None) -> QPixmap:
    """An icon as a pixmap of `size` px at text scale 1; `ratio` defaults to the sharpest screen's."""
    theme = Theme.current()
    if ratio is None:
        screens = QApplication.screens()
        ratio = max(drawn_at(), *(screen.devicePixelRatio() for screen in screens))
    return _drawn(name, theme.palette.hex(color), theme.px(size), ratio)


def icon(name: str, color: str = "ink2", size: int = 16, *, before: int = 0, after: int = 0) -> QIcon:
    """An icon for a button or a menu in the theme now in force; ask again when the theme changes.

    `before` and `after` are px of air at its sides, for buttons that set their text too near.
    """
    theme = Theme.current()
    made = QIcon()
    for ratio in RATIOS:
        for mode, token in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, "ink3")):
            drawn = _drawn(name, theme.palette.hex(token), theme.px(size), ratio)
            made.addPixmap(_with_air(drawn, before, after), mode)
    return made


def _with_air(drawn: QPixmap, before: int, after: int) -> QPixmap:
    if not before and not after:
        return drawn
    ratio = drawn.devicePixelRatio()
    wide = QPixmap(drawn.width() + round((before + after) * ratio), drawn.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(before, 0, drawn)
    painter.end()
    return wide


def paint(painter: QPainter, name: str, color: QColor | str, rect: QRectF) -> None:
    """Draw an icon into a rectangle; `color` is a token or a color."""
    shade = Theme.current().palette.hex(color) if isinstance(color, str) else color.name()
    device = painter.device()
    ratio = max(drawn_at(), device.devicePixelRatioF() if device is not None else 1.0)
    painter.drawPixmap(rect.topLeft(), _drawn(name, shade, round(rect.width()), ratio))
