"""What was just recorded, painted: Enter corrects an entry, its arrow takes it back."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy

from boarddesk.domain.meetings import Meeting
from boarddesk.services.live_entries import LiveEntry
from boarddesk.services.sittings import time_at
from boarddesk.ui.kit import icons
from boarddesk.ui.kit.cells import LEFT, draw_elided
from boarddesk.ui.kit.spots import Spot, SpotWidget
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

LINE, AIR, MARK = 16, 4, 24  # px


class EntryList(SpotWidget):
    """`opened` gives the stamp or motion of an entry, `taken_back` the command that takes it back."""

    click_activates = True
    opened = Signal(str)
    taken_back = Signal(object)

    def __init__(self) -> None:
        super().__init__(name=tr("Just recorded"))
        self._meeting: Meeting | None = None
        self._entries: tuple[LiveEntry, ...] = ()
        self._writes = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._activate)

    def set_entries(self, meeting: Meeting, entries: tuple[LiveEntry, ...], *, writes: bool) -> None:
        """Show other entries; without `writes` they can only be read."""
        if (entries, writes, meeting.day) == (self._entries, self._writes, self._meeting and self._meeting.day):
            return
        self._meeting, self._entries, self._writes = meeting, entries, writes
        self.rearrange()

    def names(self) -> list[str]:
        """The entries in words, as they are read out."""
        return [self._in_words(entry) for entry in self._entries]

    def take_back(self, number: int = 0) -> None:
        """Take an entry back; the newest is number 0."""
        back = self._entries[number].back
        if back is not None and self._writes:
            self.taken_back.emit(back)

    def sizeHint(self) -> QSize:
        return QSize(Theme.current().px(200), max(1, len(self._entries)) * self._high())

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(120), self.sizeHint().height())

    def _high(self) -> int:
        return Theme.current().px(2 * LINE + 2 * AIR)

    def lay_out(self) -> list[Spot]:
        high, mark = self._high(), Theme.current().px(MARK)
        spots = []
        for number, entry in enumerate(self._entries):
            box = QRectF(0, number * high, self.width(), high)
            spots.append(Spot(box, number, self._in_words(entry)))
            if entry.back is not None and self._writes:
                arrow = QRectF(self.width() - mark - 4, box.top() + 2, mark, mark)
                spots.append(Spot(arrow, ("back", number), tr("Take back: %1").replace("%1", entry.title)))
        return spots

    def _in_words(self, entry: LiveEntry) -> str:
        return ", ".join(part for part in (self._time(entry), entry.title, entry.detail) if part)

    def _time(self, entry: LiveEntry) -> str:
        return time_at(self._meeting, entry.at) if self._meeting is not None else ""

    def paint(self, painter: QPainter) -> None:
        theme = Theme.current()
        if not self._entries:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("ink3"))
            box = QRectF(theme.px(14), 0, self.width(), self._high())
            painter.drawText(box, LEFT, tr("Nothing yet"))
        for number, entry in enumerate(self._entries):
            self._paint_entry(painter, QRectF(0, number * self._high(), self.width(), self._high()), number, entry)

    def _paint_entry(self, painter: QPainter, box: QRectF, number: int, entry: LiveEntry) -> None:
        theme = Theme.current()
        if number == self.hovered():
            painter.fillRect(box, theme.color("hover"))
        line, air = theme.px(LINE), theme.px(AIR)
        at = self._time(entry)
        painter.setFont(theme.font("small", at))
        painter.setPen(theme.color("ink3"))
        wide = max(theme.px(36), QFontMetricsF(painter.font()).horizontalAdvance(at) + theme.px(6))
        left = theme.px(14)
        painter.drawText(QRectF(left, box.top() + air, wide, line), LEFT, at)
        right = theme.px(MARK + 8) if entry.back is not None and self._writes else theme.px(8)
        room = max(0.0, box.width() - left - wide - right)
        for place, (text, face, tone) in enumerate(
            ((entry.title, "small-medium", "ink"), (entry.detail, "small", "ink2"))
        ):
            painter.setFont(theme.font(face, text))
            painter.setPen(theme.color(tone))
            draw_elided(painter, QRectF(left + wide, box.top() + air + place * line, room, line), LEFT, text)
        if entry.back is not None and self._writes:
            side = theme.px(14)
            arrow = self.box_of(("back", number))
            spot = QRectF(arrow.center().x() - side / 2, arrow.center().y() - side / 2, side, side)
            lit = ("back", number) == self.hovered()
            icons.paint(painter, "undo-2", theme.color("ink" if lit else "ink3"), spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, here = event.key(), self.current()
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and here is not None:
            self.take_back(here[1] if isinstance(here, tuple) else int(str(here)))
        else:
            super().keyPressEvent(event)

    def _activate(self, key: object) -> None:
        if isinstance(key, tuple):
            self.take_back(key[1])
        elif isinstance(key, int) and self._entries[key].row:
            self.opened.emit(self._entries[key].row)

    def focus_box(self, spot: Spot) -> QRectF:
        return spot.box.adjusted(1, 1, -1, -1)
