"""The slim navigation at the left: an icon and a word for each page, Settings at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.button_group import ButtonGroup
from boarddesk.ui.kit.text import ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import FOCUS, ICON_RAIL, SELECTION_BAR
from boarddesk.ui.navigation import FOOT, Place

WIDTH, CELL = 84, 56


class RailCell(QAbstractButton):
    """One page: icon above word, a bar at the left when it is shown, a number when it asks for attention."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self._count = 0
        self._ring = False
        self.setText(place.shown_title())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show how many things on the page are overdue; 0 shows nothing."""
        self._count = count
        words = self.tr("{page}, {n} overdue").format(page=self.text(), n=count) if count else self.text()
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({self.place.shortcut})")
        self.update()

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(WIDTH) - 1, theme.px(CELL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, _event: object) -> None:
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        keys = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
        self._ring = event.reason() in keys
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if isinstance(group := self.group(), ButtonGroup):
            group.settle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.fillRect(box, theme.color("surface" if self.isChecked() else "hover"))
        if self.isChecked():
            painter.fillRect(QRectF(0, 0, SELECTION_BAR, box.height()), theme.color("accent"))
        tone = "accent" if self.isChecked() else "ink2"
        side = theme.px(ICON_RAIL)
        icons.paint(painter, self.place.icon, tone, QRectF((box.width() - side) // 2, theme.px(9), side, side))
        painter.setPen(theme.color(tone))
        painter.setFont(theme.font("small-strong" if self.isChecked() else "small"))
        below = QRectF(0, theme.px(32), box.width(), theme.px(16))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._count:
            self._paint_count(painter)
        if self.hasFocus() and self._ring:
            painter.setPen(QPen(theme.color("accent"), FOCUS))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 3, 3)

    def _paint_count(self, painter: QPainter) -> None:
        theme = Theme.current()
        text = str(self._count) if self._count < 100 else "99+"
        painter.setFont(theme.font("letter"))
        high = theme.px(16)
        wide = max(high, painter.fontMetrics().horizontalAdvance(text) + theme.px(8))
        spot = QRectF(theme.px(48), theme.px(5), wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("orange-s"))
        painter.drawRoundedRect(spot, high / 2, high / 2)
        painter.setPen(theme.color("cut"))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QWidget):
    """The cells of all pages; `wanted` gives the name of the one clicked. Up and Down walk."""

    wanted = Signal(str)

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        theme = Theme.current()
        ground(self, "rail")
        self.setAccessibleName(self.tr("Pages"))
        self.setFixedWidth(theme.px(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 1, theme.px(4))
        column.setSpacing(0)
        self._group = ButtonGroup(self)
        self.cells: dict[str, RailCell] = {}
        for place in places:
            cell = RailCell(place)
            if place.name == FOOT:
                column.addStretch(1)
            self._group.addButton(cell)
            column.addWidget(cell)
            cell.clicked.connect(lambda _checked=False, name=place.name: self.wanted.emit(name))
            self.cells[place.name] = cell

    def mark(self, name: str) -> None:
        """Show which page is shown."""
        self.cells[name].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        names = list(self.cells)
        held = next((name for name in names if self.cells[name].hasFocus()), None)
        if held is None or Qt.Key(event.key()) not in steps:
            super().keyPressEvent(event)
            return
        place = (names.index(held) + steps[Qt.Key(event.key())]) % len(names)
        self.cells[names[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), Theme.current().color("line"))
