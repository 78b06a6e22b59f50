"""Contrast of painted text, measured in the picture: every text that a painter draws, against the ground it got."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from walk_checks import LEAST_CONTRAST, contrast

from boarddesk.ui.shots import picture

SCALE = 3  # thin strokes reach their full color only where they are wider than a pixel
NEAR = 24  # so far may a pixel be from the pen, in each channel, and still be the text's own
Drawn = tuple[QWidget, QRectF, str, QColor]


@contextmanager
def texts_drawn() -> Iterator[list[Drawn]]:
    """Collects what is drawn into rectangles: on which widget, where, which words, in which color."""
    found: list[Drawn] = []
    whole = QPainter.drawText

    def drawn(painter: QPainter, *parts: Any) -> Any:
        device = painter.device()
        if len(parts) == 3 and isinstance(device, QWidget) and str(parts[2]).strip():
            flags = parts[1] if isinstance(parts[1], int) else parts[1].value
            box = painter.boundingRect(QRectF(parts[0]), flags, parts[2])
            place = painter.worldTransform().mapRect(box & QRectF(parts[0]))
            found.append((device, place, parts[2], painter.pen().color()))
        return whole(painter, *parts)

    QPainter.drawText = drawn  # type: ignore[assignment, method-assign]
    try:
        yield found
    finally:
        QPainter.drawText = whole  # type: ignore[method-assign]


def colors(image: QImage, box: QRect) -> tuple[QColor, list[int]]:
    """The color most seen in a part of a picture, and all colors there as 0xffRRGGBB."""
    part = image.copy(box).convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(part.constBits()).cast("B").cast("I"))
    return QColor.fromRgb(counts.most_common(1)[0][0]), list(counts)


def strongest(image: QImage, box: QRect) -> float:
    """The highest contrast in a part of a picture with the color most seen there."""
    ground, found = colors(image, box)
    return max(contrast(QColor.fromRgb(color), ground) for color in found)


def faint_paint(top: QWidget, within: QRect | None = None) -> tuple[int, int, list[str]]:
    """How many painted texts a widget shows, how many lie under something else, and those below 4.5:1.

    `within` leaves out what does not stand in a part of the widget.
    """
    with texts_drawn() as drawn:
        image = picture(top, SCALE).toImage()
    faults, seen, hidden = [], 0, 0
    for widget, place, text, pen in drawn:
        if widget is not top and not top.isAncestorOf(widget):
            continue
        origin = widget.mapTo(top, QPoint(0, 0)) if widget is not top else QPoint(0, 0)
        whole = widget.visibleRegion().boundingRect().contains(place.toAlignedRect())
        if not widget.isEnabled() or not whole or place.isEmpty() or _covered(top, widget, place, origin):
            continue
        shown = place.translated(origin)
        if within is not None and not within.intersects(shown.toRect()):
            continue
        box = QRectF(shown.topLeft() * SCALE, shown.size() * SCALE).toRect().intersected(image.rect())
        ground, found = colors(image, box)
        red, green, blue = pen.red(), pen.green(), pen.blue()
        own = [
            QColor.fromRgb(color)
            for color in found
            if abs((color >> 16 & 255) - red) <= NEAR
            and abs((color >> 8 & 255) - green) <= NEAR
            and abs((color & 255) - blue) <= NEAR
        ]
        if not own:
            hidden += 1
            continue
        seen += 1
        ratio = max(contrast(color, ground) for color in own)
        if ratio < LEAST_CONTRAST:
            faults.append(f"{type(widget).__name__} “{text}” {pen.name()} on {ground.name()}: {ratio:.2f}")
    return seen, hidden, faults


def _covered(top: QWidget, widget: QWidget, place: QRectF, origin: QPoint) -> bool:
    """Whether something else, such as a list that was opened, lies over a text."""
    above = top.childAt(place.center().toPoint() + origin) or top
    return above is not widget and not widget.isAncestorOf(above)
