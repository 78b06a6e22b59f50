"""What is looked at on every page and dialog: cut text, overlaps, names, keyboard, effect, contrast."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QMetaMethod, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QSizeGrip,
    QSplitterHandle,
    QStackedWidget,
    QTabBar,
    QTextEdit,
    QWidget,
)

from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.toast import Toast

LEAST_CONTRAST = 4.5
SLACK = 1
CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit, QTextEdit, QTabBar)
OWN_INSIDES = (QComboBox, QLineEdit, QCalendarWidget, QAbstractSpinBox)
"""Widgets whose parts are Qt's own: the whole is named and reached, not its parts."""


def shown(top: QWidget) -> list[QWidget]:
    """The visible widgets below a window, without the insides of Qt's own composites."""
    found = []
    for widget in top.findChildren(QWidget):
        # Most of the thousands of widgets are on pages that are not shown.
        if not widget.isVisible() or widget.isWindow() or isinstance(widget, Toast):
            continue
        if not any(isinstance(above, (*OWN_INSIDES, Toast)) for above in ancestors(widget, top)):
            found.append(widget)
    return found


def ancestors(widget: QWidget, top: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None and above is not top:
        yield above
        above = above.parentWidget()


def named(widget: QWidget) -> str:
    """A widget as a failure names it."""
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton | QLabel) else "")
    return f"{type(widget).__name__} “{words}”"


def cut_texts(top: QWidget) -> list[str]:
    """Labels and buttons that are smaller than their text needs."""
    found = []
    for widget in shown(top):
        if isinstance(widget, QLabel) and widget.text():
            elided = isinstance(widget, Text) and widget._elide
            if widget.wordWrap():
                needed = widget.heightForWidth(widget.width())
                if widget.height() + SLACK < needed:
                    found.append(f"{named(widget)} is {widget.height()} high, its text {needed}")
            elif not elided and widget.width() + SLACK < widget.sizeHint().width():
                found.append(f"{named(widget)} is {widget.width()} wide, its text {widget.sizeHint().width()}")
            elif elided and widget.toolTip() != widget.text():
                wanted = widget.fontMetrics().horizontalAdvance(widget.text())
                if wanted > widget.contentsRect().width() + SLACK and not widget.toolTip():
                    found.append(f"{named(widget)} is shortened and says nowhere what it is")
        elif isinstance(widget, QAbstractButton) and widget.text():
            hint = widget.sizeHint()
            if widget.width() + SLACK < hint.width() or widget.height() + SLACK < hint.height():
                found.append(f"{named(widget)} is {widget.size().toTuple()}, its text needs {hint.toTuple()}")
    return found


def clipped_aside(top: QWidget) -> list[str]:
    """Controls and words that reach beyond the side of a scroll area which does not scroll sideways."""
    found = []
    for widget in shown(top):
        area = next((above for above in ancestors(widget, top) if isinstance(above, QScrollArea)), None)
        if area is None or area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            continue
        port = area.viewport()
        if not port.isAncestorOf(widget):
            continue
        right = widget.mapTo(port, QPoint(widget.width(), 0)).x()
        if isinstance(widget, (*CONTROLS, QLabel)) and right > port.width() + SLACK:
            found.append(f"{named(widget)} ends at {right} in {port.width()}")
    return found


def overlaps(top: QWidget) -> list[str]:
    """Visible siblings that lie one upon the other."""
    found = []
    by_parent: dict[QWidget, list[QWidget]] = {}
    for widget in shown(top):
        parent = widget.parentWidget()
        loose = isinstance(widget, QSplitterHandle | QSizeGrip | QScrollBar | QHeaderView)
        if parent is None or loose or isinstance(parent, QAbstractScrollArea | QStackedWidget | QMainWindow):
            continue
        by_parent.setdefault(parent, []).append(widget)
    for siblings in by_parent.values():
        for place, one in enumerate(siblings):
            for other in siblings[place + 1 :]:
                shared = one.geometry().intersected(other.geometry())
                if shared.width() > SLACK and shared.height() > SLACK:
                    found.append(f"{named(one)} and {named(other)} share {shared.getRect()}")
    return found


def controls(top: QWidget) -> list[QWidget]:
    """What can be pressed, typed into or walked."""
    own = [
        widget
        for widget in shown(top)
        if isinstance(widget, CONTROLS) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    passive = (QHeaderView, QScrollBar, QMenuBar, QSplitterHandle)
    return [w for w in own if not isinstance(w, passive) and type(w) is not QScrollArea]


def unnamed(top: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    bare = [widget for widget in controls(top) if not widget.accessibleName() and not _own_words(widget)]
    return [f"{type(widget).__name__} in {named(widget.parentWidget() or widget)}" for widget in bare]


def _own_words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def unreachable(top: QWidget) -> list[str]:
    """Enabled controls that the Tab key (or the arrows of their group) cannot reach."""
    found = []
    for widget in controls(top):
        if isinstance(widget, CONTROLS) and widget.isEnabled() and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            proxied = any(above.focusProxy() is widget for above in ancestors(widget, top))
            stand_in = widget.focusProxy()
            proxied |= stand_in is not None and bool(stand_in.focusPolicy() & Qt.FocusPolicy.TabFocus)
            group = widget.group() if isinstance(widget, QAbstractButton) else None
            # In an exclusive group Tab stops at the chosen button, and the arrows walk from there.
            walked = group is not None and group.exclusive()
            if not proxied and not walked and not isinstance(widget, QTabBar):
                found.append(named(widget))
    return found


def without_effect(top: QWidget) -> list[str]:
    """Enabled buttons to whose click nothing listens."""
    found = []
    for widget in shown(top):
        if not isinstance(widget, QAbstractButton) or not widget.isEnabled():
            continue
        heard = any(
            widget.isSignalConnected(QMetaMethod.fromSignal(signal))
            for signal in (widget.clicked, widget.toggled, widget.pressed, widget.released)
        )
        menu = isinstance(widget, QPushButton) and widget.menu() is not None
        chosen = isinstance(widget, QCheckBox | QRadioButton) or widget.group() is not None
        if not heard and not menu and not chosen:
            found.append(named(widget))
    return found


def faint_texts(top: QWidget) -> list[str]:
    """Labels and buttons whose color is nearer than 4.5:1 to the ground they stand on."""
    image = top.grab().toImage()
    ratio = image.devicePixelRatio()
    found = []
    for widget in shown(top):
        if not widget.isEnabled() or not isinstance(widget, QLabel | QPushButton | QLineEdit):
            continue
        text = widget.text() if not isinstance(widget, QLineEdit) else widget.text() or widget.placeholderText()
        if not text or not widget.visibleRegion().boundingRect().contains(widget.rect().center()):
            continue
        above = top.childAt(widget.mapTo(top, widget.rect().center()))
        if above is not None and above is not widget and not widget.isAncestorOf(above):
            continue  # a toast or a list lies over it for a while
        role = widget.foregroundRole()
        placeholder = isinstance(widget, QLineEdit) and not widget.text()
        color = widget.palette().color(widget.palette().ColorRole.PlaceholderText if placeholder else role)
        ground = ground_of(widget, top, image, ratio)
        if ground is not None and contrast(color, ground) < LEAST_CONTRAST:
            found.append(f"{named(widget)} {color.name()} on {ground.name()}: {contrast(color, ground):.2f}")
    return found


def ground_of(widget: QWidget, top: QWidget, image: QImage, ratio: float) -> QColor | None:
    """The color most seen behind a widget."""
    corner = widget.mapTo(top, QPoint(0, 0))
    box = QRect(corner, widget.size()).intersected(top.rect())
    if box.isEmpty():
        return None
    counted: Counter[int] = Counter()
    for y in range(box.top(), box.bottom() + 1, 2):
        for x in range(box.left(), box.right() + 1, 2):
            counted[image.pixel(int(x * ratio), int(y * ratio))] += 1
    return QColor.fromRgb(counted.most_common(1)[0][0]) if counted else None


def luminance(color: QColor) -> float:
    def channel(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colors, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def all_faults(top: QWidget, *, colors: bool) -> list[str]:
    """Everything that is wrong with a window or dialog as it is shown."""
    found = [f"cut: {fault}" for fault in cut_texts(top)]
    found += [f"clipped: {fault}" for fault in clipped_aside(top)]
    found += [f"overlap: {fault}" for fault in overlaps(top)]
    found += [f"no name: {fault}" for fault in unnamed(top)]
    found += [f"no keyboard: {fault}" for fault in unreachable(top)]
    found += [f"no effect: {fault}" for fault in without_effect(top)]
    if colors:
        found += [f"faint: {fault}" for fault in faint_texts(top)]
    if isinstance(top, QDialog):
        room = top.screen().availableGeometry()
        if top.height() > room.height() or top.width() > room.width():
            found.append(f"too large: {top.size().toTuple()} on {room.size().toTuple()}")
    return found
