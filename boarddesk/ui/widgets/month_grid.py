"""One month as weeks of seven days, with the meetings of each day by name."""

from collections.abc import Hashable
from datetime import date, timedelta

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from boarddesk.ui.kit.spots import Spot, SpotWidget
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import BODY_TOKEN, RADIUS
from boarddesk.ui.widgets.chip_paint import ChipState, paint_chip

HEAD, DAY_HEAD, LINE = 26, 24, 22
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class MonthEntry(msgspec.Struct, frozen=True):
    """One meeting or deadline of a day: its letter, a few words, its name in full; `short` where room is short."""

    key: Hashable
    day: date
    letter: str
    text: str
    state: ChipState
    name: str
    special: bool = False
    short: str = ""


class MonthView(msgspec.Struct, frozen=True):
    """The month of `first`; `weekdays` are seven words from Sunday on, `notes` name closed days."""

    first: date
    weekdays: tuple[str, ...]
    entries: tuple[MonthEntry, ...] = ()
    today: date | None = None
    notes: tuple[tuple[date, str], ...] = ()


class MonthGrid(SpotWidget):
    """Arrow keys walk through meetings, Enter opens one; a double click on a day gives `day_activated`."""

    day_activated = Signal(date)

    def __init__(self, view: MonthView | None = None, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.rearrange()

    def set_view(self, view: MonthView) -> None:
        """Show another month."""
        self._view = view
        self.rearrange()

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(900), theme.px(HEAD + 6 * 84))

    def minimumSizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(560), theme.px(HEAD + 6 * 48))

    def _weeks(self) -> tuple[date, int]:
        """The Sunday that begins the first week, and how many weeks there are."""
        first = self._view.first.replace(day=1) if self._view else date(2000, 1, 1)
        sunday = first - timedelta(days=(first.weekday() + 1) % 7)
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return sunday, -(-(following - sunday).days // 7)

    def _day_box(self, day: date) -> QRectF:
        theme = Theme.current()
        sunday, weeks = self._weeks()
        week, weekday = divmod((day - sunday).days, 7)
        wide = self.width() / 7
        high = (self.height() - theme.px(HEAD)) / weeks
        return QRectF(weekday * wide, theme.px(HEAD) + week * high, wide, high)

    def lay_out(self) -> list[Spot]:
        if self._view is None:
            return []
        theme = Theme.current()
        spots: list[Spot] = []
        counts: dict[date, int] = {}
        for entry in sorted(self._view.entries, key=lambda e: e.day):
            box = self._day_box(entry.day)
            place = counts.get(entry.day, 0)
            counts[entry.day] = place + 1
            top = box.top() + theme.px(DAY_HEAD) + place * theme.px(LINE)
            if top + theme.px(LINE) <= box.bottom():
                line = QRectF(box.left() + theme.px(5), top, box.width() - theme.px(7), theme.px(LINE) - 2)
                spots.append(Spot(line, entry.key, entry.name))
        return spots

    def hidden_on(self, day: date) -> int:
        """How many entries of a day find no room."""
        shown = {spot.key for spot in self.spots}
        entries = self._view.entries if self._view else ()
        return sum(entry.day == day and entry.key not in shown for entry in entries)

    def paint(self, painter: QPainter) -> None:
        if self._view is None:
            return
        theme, view = Theme.current(), self._view
        painter.fillRect(self.rect(), theme.color("surface"))
        head, wide = theme.px(HEAD), self.width() / 7
        painter.fillRect(0, 0, self.width(), head, theme.color("inset"))
        painter.setFont(theme.font("small-medium"))
        painter.setPen(theme.color("ink2"))
        for number, word in enumerate(view.weekdays):
            painter.drawText(QRectF(number * wide + theme.px(8), 0, wide, head), LEFT, word)
        sunday, weeks = self._weeks()
        for number in range(weeks * 7):
            self._paint_day(painter, view, sunday + timedelta(days=number))
        entries = {entry.key: entry for entry in view.entries}
        for spot in self.spots:
            self._paint_entry(painter, spot, entries[spot.key])

    def _paint_day(self, painter: QPainter, view: MonthView, day: date) -> None:
        theme = Theme.current()
        box = self._day_box(day)
        inside = day.month == view.first.month
        if not inside or day.weekday() >= 5:
            painter.fillRect(box, theme.color("inset"))
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), theme.color("line"))
        painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), theme.color("line"))
        now = day == view.today
        text = str(day.day)
        painter.setFont(theme.font("small-strong" if now else "small-medium", text))
        label = QRectF(box.left() + theme.px(8), box.top() + theme.px(3), theme.px(22), theme.px(18))
        if now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(label.adjusted(-theme.px(3), 0, theme.px(1), 0), RADIUS, RADIUS)
        painter.setPen(theme.color("onaccent" if now else "ink" if inside else "ink3"))
        painter.drawText(label, LEFT if not now else Qt.AlignmentFlag.AlignCenter, text)
        note = ", ".join(word for noted, word in view.notes if noted == day)
        hidden = self.hidden_on(day)
        aside = f"+{hidden}" if hidden else note
        if aside:
            painter.setFont(theme.font("small", aside))
            painter.setPen(theme.color("ink3"))
            room = QRectF(label.right() + 4, label.top(), box.right() - label.right() - 8, label.height())
            metrics = QFontMetricsF(painter.font())
            if metrics.horizontalAdvance(aside) > room.width() and not any(e.day == day for e in view.entries):
                # Below the number, where the day is free anyway.
                room = QRectF(label.left(), label.bottom(), box.right() - label.left() - 4, label.height())
            shown = metrics.elidedText(aside, Qt.TextElideMode.ElideRight, room.width())
            side = Qt.AlignmentFlag.AlignLeft if room.left() == label.left() else Qt.AlignmentFlag.AlignRight
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, shown)

    def _paint_entry(self, painter: QPainter, spot: Spot, entry: MonthEntry) -> None:
        theme = Theme.current()
        chosen, hovered = spot.key == self.current(), spot.key == self.hovered()
        if chosen or hovered:
            painter.setPen(QPen(Qt.PenStyle.NoPen))
            painter.setBrush(theme.color("sel" if chosen else "hover"))
            painter.drawRoundedRect(spot.box, RADIUS, RADIUS)
        side = theme.px(BODY_TOKEN)
        top = spot.box.top() + (spot.box.height() - side) / 2
        chip = QRectF(spot.box.left() + 1, round(top), side * (1.45 if entry.special else 1), side)
        paint_chip(painter, chip, entry.letter, entry.state, special=entry.special)
        painter.setFont(theme.font("small", entry.text))
        painter.setPen(theme.color("ink3" if entry.state == "cancelled" else "ink"))
        room = QRectF(chip.right() + theme.px(5), spot.box.top(), 0, spot.box.height())
        room.setRight(spot.box.right())
        metrics = QFontMetricsF(painter.font())
        fits = metrics.horizontalAdvance(entry.text) <= room.width()
        words = entry.text if fits or not entry.short else entry.short
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, LEFT, shown)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self._view is None or self._at(event.position()) is not None:
            return
        sunday, weeks = self._weeks()
        for number in range(weeks * 7):
            day = sunday + timedelta(days=number)
            if self._day_box(day).contains(event.position()):
                self.day_activated.emit(day)

    def focus_box(self, spot: Spot) -> QRectF:
        return spot.box.adjusted(-1, -1, 1, 1)
