"""Who is where: people in groups, each with the key that chooses them in the live meeting."""

from collections.abc import Hashable

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.spots import Spot, SpotWidget
from boarddesk.ui.kit.text import ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import RADIUS_CHIP, ROW_LIST, SELECTION_BAR, TABLE_HEAD

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class PresenceRow(msgspec.Struct, frozen=True):
    """One person: icon, name, a short note or time, the key that chooses them; `faint` when not present.

    With `checked` set the row is a box to be ticked instead, such as "All can hear each other".
    """

    key: Hashable
    name: str
    icon: str = ""
    note: str = ""
    keycap: str = ""
    faint: bool = False
    checked: bool | None = None


class PresenceGroup(msgspec.Struct, frozen=True):
    """A heading with its people; the count is of people, not of boxes."""

    title: str
    rows: tuple[PresenceRow, ...]


class PresenceList(QWidget):
    """`chosen` follows arrow keys and clicks, `activated` is Enter, `ticked` a box with its new state."""

    chosen = Signal(object)
    activated = Signal(object)
    ticked = Signal(object, bool)

    def __init__(
        self,
        groups: tuple[PresenceGroup, ...] = (),
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = _Rows(name)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._rows)
        self._scroll = scroll
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        ground(self, "surface")
        self.setAccessibleName(name)
        self.setFocusProxy(self._rows)
        self._rows.chosen.connect(self._on_chosen)
        self._rows.activated.connect(self._on_activated)
        self.set_groups(groups)

    def set_groups(self, groups: tuple[PresenceGroup, ...]) -> None:
        """Show others; whoever was chosen stays chosen, in whatever group they now are."""
        self._rows.groups = groups
        self._rows.rearrange()

    def current(self) -> Hashable:
        """The key of the person chosen, or None."""
        return self._rows.current()

    def choose(self, key: Hashable) -> None:
        """Choose a person without a signal, as the digit keys do."""
        self._rows.choose(key)
        box = self._rows.box_of(key)
        self._scroll.ensureVisible(0, round(box.center().y()), 0, round(box.height()))

    def _row(self, key: Hashable) -> PresenceRow | None:
        rows = (row for group in self._rows.groups for row in group.rows)
        return next((row for row in rows if row.key == key), None)

    def _on_chosen(self, key: Hashable) -> None:
        row, box = self._row(key), self._rows.box_of(key)
        self._scroll.ensureVisible(0, round(box.center().y()), 0, round(box.height()))
        if row is not None and row.checked is not None and self._rows.by_pointer:
            self.ticked.emit(key, not row.checked)
        else:
            self.chosen.emit(key)

    def _on_activated(self, key: Hashable) -> None:
        row = self._row(key)
        if row is not None and row.checked is not None:
            self.ticked.emit(key, not row.checked)
        else:
            self.activated.emit(key)


class _Rows(SpotWidget):
    """The painted rows."""

    def __init__(self, name: str) -> None:
        super().__init__(name=name)
        self.groups: tuple[PresenceGroup, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def by_pointer(self) -> bool:
        """Whether the place was chosen with the pointer, not by walking."""
        return not self._ring

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        rows = sum(len(group.rows) for group in self.groups)
        return QSize(theme.px(240), rows * theme.px(ROW_LIST) + len(self.groups) * theme.px(TABLE_HEAD))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(160), self.sizeHint().height())

    def lay_out(self) -> list[Spot]:
        theme = Theme.current()
        spots: list[Spot] = []
        y = 0
        for group in self.groups:
            y += theme.px(TABLE_HEAD)
            for row in group.rows:
                box = QRectF(0, y, self.width(), theme.px(ROW_LIST))
                parts = (row.name, group.title if row.checked is None else "", row.note)
                spots.append(Spot(box, row.key, ", ".join(part for part in parts if part)))
                y += theme.px(ROW_LIST)
        return spots

    def paint(self, painter: QPainter) -> None:
        theme = Theme.current()
        y = 0
        spots = iter(self.spots)
        for group in self.groups:
            self._paint_heading(painter, QRectF(0, y, self.width(), theme.px(TABLE_HEAD)), group)
            y += theme.px(TABLE_HEAD) + len(group.rows) * theme.px(ROW_LIST)
            for row in group.rows:
                self._paint_row(painter, next(spots).box, row)

    def _paint_heading(self, painter: QPainter, box: QRectF, group: PresenceGroup) -> None:
        theme = Theme.current()
        painter.fillRect(box, theme.color("inset"))
        painter.fillRect(QRectF(0, box.bottom() - 1, box.width(), 1), theme.color("line"))
        painter.setFont(theme.font("small-strong"))
        painter.setPen(theme.color("ink2"))
        painter.drawText(box.adjusted(theme.px(12), 0, 0, 0), LEFT, group.title)
        left = theme.px(12 + 8) + QFontMetricsF(painter.font()).horizontalAdvance(group.title)
        count = str(sum(row.checked is None for row in group.rows))
        painter.setFont(theme.font("small", count))
        painter.drawText(box.adjusted(left, 0, 0, 0), LEFT, count)

    def _paint_row(self, painter: QPainter, box: QRectF, row: PresenceRow) -> None:
        theme = Theme.current()
        chosen = row.key == self.current()
        box_row = row.checked is not None
        token = "sel" if chosen else "hover" if row.key == self.hovered() else "inset" if box_row else "surface"
        painter.fillRect(box, theme.color(token))
        painter.fillRect(QRectF(0, box.bottom() - 1, box.width(), 1), theme.color("line"))
        if chosen:
            bar = QRectF(0, box.top(), SELECTION_BAR, box.height() - 1)
            painter.fillRect(bar, theme.color("accent" if self.hasFocus() else "field"))
        side = theme.px(16)
        spot = QRectF(theme.px(12), round(box.center().y() - side / 2), side, side)
        name, color = row.icon, "ink3" if row.faint else "slate-s"
        if box_row:
            name, color = ("square-check", "accent") if row.checked else ("square", "field")
        if name:
            icons.paint(painter, name, color, spot)
        right = self._paint_keycap(painter, box, row.keycap)
        face = theme.font("medium" if chosen else "base")
        # The name comes first: the note has what is left, and a fifth at least.
        left = right - theme.px(36 + 8) - QFontMetricsF(face).horizontalAdvance(row.name)
        right = self._paint_note(painter, box, row.note, right, max(box.width() / 5, left))
        painter.setFont(face)
        painter.setPen(theme.color("ink2" if row.faint else "ink"))
        room = QRectF(theme.px(36), box.top(), max(0.0, right - theme.px(36 + 4)), box.height())
        shown = QFontMetricsF(painter.font()).elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, LEFT, shown)

    def _paint_keycap(self, painter: QPainter, box: QRectF, keycap: str) -> float:
        theme = Theme.current()
        right = box.right() - theme.px(10)
        if not keycap:
            return right
        painter.setFont(theme.font("small", keycap))
        wide = max(theme.px(19), QFontMetricsF(painter.font()).horizontalAdvance(keycap) + theme.px(11))
        high = theme.px(18)
        cap = QRectF(round(right - wide), round(box.center().y() - high / 2), wide, high)
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
        painter.setPen(theme.color("ink3"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keycap)
        return cap.left() - theme.px(8)

    def _paint_note(self, painter: QPainter, box: QRectF, note: str, right: float, most: float) -> float:
        if not note:
            return right
        theme = Theme.current()
        painter.setFont(theme.font("small", note))
        painter.setPen(theme.color("ink3"))
        wide = min(QFontMetricsF(painter.font()).horizontalAdvance(note) + 1, most)
        room = QRectF(right - wide, box.top(), wide, box.height())
        shown = QFontMetricsF(painter.font()).elidedText(note, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(room, RIGHT, shown)
        return room.left()

    def focus_box(self, spot: Spot) -> QRectF:
        return spot.box.adjusted(1, 1, -1, -2)
