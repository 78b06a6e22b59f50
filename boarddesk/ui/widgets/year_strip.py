"""The next twelve months in one line: letters of bodies, sessions below their meetings, deadlines."""

from collections.abc import Hashable, Iterator

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from boarddesk.ui.kit.spots import Spot, SpotWidget
from boarddesk.ui.kit.status import paint_mark, status_mark
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import BODY_TOKEN
from boarddesk.ui.widgets.chip_paint import ChipState, paint_chip, paint_link

HEAD, UPPER, LOWER, HEIGHT, MARGIN = 26, 26, 54, 87, 10
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class StripToken(msgspec.Struct, frozen=True):
    """A meeting's letter; `below` is one that belongs to it, as a session does."""

    key: Hashable
    letter: str
    state: ChipState
    name: str
    special: bool = False
    below: "StripToken | None" = None
    at_right: bool = False


class StripMark(msgspec.Struct, frozen=True):
    """A deadline: a status code and a few letters."""

    key: Hashable
    status: str
    text: str
    name: str


class StripMonth(msgspec.Struct, frozen=True):
    """One month: its name, a quarter's name where one ends or begins, tokens, deadlines below them.

    `today` is the share of the month gone by, in the month under way.
    """

    title: str
    quarter: str = ""
    tokens: tuple[StripToken, ...] = ()
    marks: tuple[StripMark, ...] = ()
    shaded: bool = False
    today: float | None = None


class YearStrip(SpotWidget):
    """Twelve months side by side; Enter or a click opens the meeting or the deadline."""

    click_activates = True

    def __init__(
        self,
        months: tuple[StripMonth, ...] = (),
        *,
        today_word: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name=name, parent=parent)
        self._months, self._today_word = months, today_word
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rearrange()

    def set_months(self, months: tuple[StripMonth, ...], today_word: str = "") -> None:
        """Show other months."""
        self._months, self._today_word = months, today_word
        self.rearrange()

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(1000), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.px(12 * 74), theme.px(HEIGHT))

    def _month_box(self, number: int) -> QRectF:
        width = self.width() / max(1, len(self._months))
        left = round(number * width)
        return QRectF(left, 0, round((number + 1) * width) - left, self.height())

    def _start(self, number: int) -> float:
        """Where tokens begin: after the line of today in the month under way, if there is room."""
        month, box, theme = self._months[number], self._month_box(number), Theme.current()
        start = box.left() + theme.px(MARGIN)
        if month.today is None:
            return start
        after = self._today_x(number) + theme.px(6)
        needed = theme.px(BODY_TOKEN) * max(1, len(month.tokens), len(month.marks) * 2)
        return max(start, after) if box.right() - after >= needed else start

    def _today_x(self, number: int) -> float:
        box = self._month_box(number)
        return round(box.left() + box.width() * (self._months[number].today or 0.0))

    def lay_out(self) -> list[Spot]:
        spots: list[Spot] = []
        for number in range(len(self._months)):
            spots += self._lay_out_month(number)
        return spots

    def _lay_out_month(self, number: int) -> Iterator[Spot]:
        theme, month, box = Theme.current(), self._months[number], self._month_box(number)
        side, air = theme.px(BODY_TOKEN), theme.px(2)
        start = self._start(number)
        if box.right() - start < len(month.tokens) * side + air:
            start = min(start, box.left() + theme.px(3))
        at_right = [token for token in month.tokens if token.at_right and month.today is None]
        others = [token for token in month.tokens if token not in at_right]
        edge = box.right() - theme.px(3) - len(at_right) * side
        fitting = max(1, int((edge - start) // side)) if others else 0
        pitch = min(float(theme.px(20)), (edge - start) / max(1, min(fitting, len(others))))
        lowers: list[QRectF] = []
        for place, token in enumerate([*others[:fitting], *at_right]):
            last = place >= min(fitting, len(others))
            left = edge + (place - min(fitting, len(others))) * side if last else start + place * pitch
            upper = QRectF(round(left), theme.px(UPPER), side, side)
            yield Spot(upper, token.key, token.name)
            if token.below is not None:
                lower = upper.translated(0, theme.px(LOWER - UPPER))
                lowers.append(lower)
                yield Spot(lower, token.below.key, token.below.name)
        for place, token in enumerate(others[fitting:]):
            # What finds no room in the upper line stands in the lower one.
            spilled = QRectF(round(start + place * side), theme.px(LOWER), side, side)
            if not any(spilled.intersects(lower) for lower in lowers):
                lowers.append(spilled)
                yield Spot(spilled, token.key, token.name)
        yield from self._lay_out_marks(number, start, lowers)

    def _lay_out_marks(self, number: int, start: float, lowers: list[QRectF]) -> Iterator[Spot]:
        """Deadlines stand in the lower line, in the room that sessions leave."""
        theme, month, box = Theme.current(), self._months[number], self._month_box(number)
        side = theme.px(BODY_TOKEN)
        ahead = [lower for lower in lowers if lower.left() > start + side]
        left = max([start, *(lower.right() + 3 for lower in lowers if lower not in ahead)])
        room = min([box.right(), *(lower.left() for lower in ahead)]) - left - 3
        each = max(float(side), min(theme.px(46), room / max(1, len(month.marks)) - 2))
        for place, mark in enumerate(month.marks):
            spot = QRectF(round(left + place * (each + 2)), theme.px(LOWER), each, side)
            if spot.right() <= box.right() + 1:
                yield Spot(spot, mark.key, mark.name)

    def paint(self, painter: QPainter) -> None:
        theme = Theme.current()
        for number, month in enumerate(self._months):
            box = self._month_box(number)
            painter.fillRect(box, theme.color("inset" if month.shaded else "surface"))
            if number:
                token = "line2" if month.quarter else "line"
                painter.fillRect(QRectF(box.left(), 0, 1, box.height()), theme.color(token))
            self._paint_head(painter, box, month)
            if month.today is not None:
                self._paint_today(painter, number)
            for token_view in month.tokens:
                self._paint_token(painter, token_view)
            for mark in month.marks:
                self._paint_mark(painter, mark)

    def _paint_head(self, painter: QPainter, box: QRectF, month: StripMonth) -> None:
        theme = Theme.current()
        head = QRectF(box.left() + theme.px(MARGIN), theme.px(3), box.width(), theme.px(HEAD - 6))
        painter.setFont(theme.font("small-strong"))
        painter.setPen(theme.color("ink"))
        painter.drawText(head, LEFT, month.title)
        used = QFontMetricsF(painter.font()).horizontalAdvance(month.title) + theme.px(MARGIN + 4)
        room = box.width() - used - theme.px(6)
        painter.setFont(theme.font("small", month.quarter))
        if month.quarter and QFontMetricsF(painter.font()).horizontalAdvance(month.quarter) <= room + 1:
            painter.setPen(theme.color("ink3"))
            painter.drawText(QRectF(box.left(), head.top(), box.width() - theme.px(8), head.height()), RIGHT,
                             month.quarter)  # fmt: skip

    def _paint_today(self, painter: QPainter, number: int) -> None:
        theme = Theme.current()
        x = self._today_x(number)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawLine(QPointF(x, theme.px(22)), QPointF(x, self.height()))
        painter.setFont(theme.font("small-strong"))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(self._today_word) + theme.px(4)
        top = self.height() - theme.px(20)
        if x - self._month_box(number).left() > wide:
            painter.drawText(QRectF(x - wide, top, wide - theme.px(3), theme.px(18)), RIGHT, self._today_word)
        else:
            painter.drawText(QRectF(x + theme.px(4), top, wide, theme.px(18)), LEFT, self._today_word)

    def _paint_token(self, painter: QPainter, token: StripToken) -> None:
        box = self.box_of(token.key)
        if box.isEmpty():
            return
        if token.below is not None:
            lower = self.box_of(token.below.key)
            paint_link(painter, box, lower)
            paint_chip(painter, lower, token.below.letter, token.below.state, special=token.below.special)
        paint_chip(painter, box, token.letter, token.state, special=token.special)

    def _paint_mark(self, painter: QPainter, mark: StripMark) -> None:
        theme = Theme.current()
        box, look = self.box_of(mark.key), status_mark(mark.status)
        if box.isEmpty():
            return
        side = theme.px(15)
        paint_mark(painter, look, QRectF(box.left(), box.top(), side, box.height()), 15)
        painter.setPen(theme.color(look.hue))
        painter.setFont(theme.font("small-medium", mark.text))
        room = box.adjusted(side + theme.px(4), 0, 2, 0)
        if QFontMetricsF(painter.font()).horizontalAdvance(mark.text) <= room.width():
            painter.drawText(room, LEFT, mark.text)
