"""The line at the top: the company, the menus, the search field and the day that the pages show."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenuBar, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.button import paint_focus_ring
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import BUTTON, ICON_CHIP, ICON_ROW, RADIUS
from boarddesk.ui.logo import Logo
from boarddesk.ui.rail import WIDTH as RAIL_WIDTH
from boarddesk.ui.search import SearchField

HEIGHT = 44


class Upright(QWidget):
    """A hairline from top to bottom."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)
        Theme.current().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Theme.current().color("line2"))


class DayBox(QAbstractButton):
    """“As of today, 12 Nov 2026”; teal while another day is shown, violet in a what-if."""

    def __init__(self) -> None:
        super().__init__()
        self._lead = self.tr("As of")
        self._words = ""
        self._hue = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        Theme.current().changed.connect(self.update)

    def show_day(self, day: date, *, today: bool, other: bool) -> None:
        """Show the as-of day; `today` when it is today, `other` when it was chosen in its place."""
        shown = show_date(day)
        self._show(self.tr("today, {day}").format(day=shown) if today else shown, "teal" if other else "")

    def suppose(self, day: date) -> None:
        """Show that what is seen is judged as of a day on what is only supposed."""
        self._show(self.tr("{day}, what if").format(day=show_date(day)), "violet")

    def _show(self, words: str, hue: str) -> None:
        self._words, self._hue = words, hue
        self.setText(f"{self._lead} {self._words}")
        self.setAccessibleName(self.text())
        self.setToolTip(self.tr("Choose the day the pages show (Ctrl+T)"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        wide = sum(self._widths()) + theme.px(10 + ICON_ROW + 8 + 5 + 8 + ICON_CHIP + 10)
        return QSize(round(wide + 1), theme.px(BUTTON))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _widths(self) -> tuple[float, float]:
        theme = Theme.current()
        lead = QFontMetricsF(theme.font("base")).horizontalAdvance(self._lead)
        return lead, QFontMetricsF(theme.font("medium")).horizontalAdvance(self._words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        hue = self._hue
        painter.setPen(QPen(theme.color(f"{hue}-s" if hue else "line2"), 1))
        painter.setBrush(theme.color(f"{hue}-t" if hue else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        side, small = theme.px(ICON_ROW), theme.px(ICON_CHIP)
        x = float(theme.px(10))
        tone = hue or "ink2"
        icons.paint(painter, "calendar-clock", tone, QRectF(x, round((box.height() - side) / 2), side, side))
        x += side + theme.px(8)
        lead, words = self._widths()
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.font("base"))
        painter.setPen(theme.color(tone))
        painter.drawText(QRectF(x, 0, lead + 2, box.height()), left, self._lead)
        x += lead + theme.px(5)
        painter.setFont(theme.font("medium"))
        painter.setPen(theme.color(hue or "ink"))
        painter.drawText(QRectF(x, 0, words + 2, box.height()), left, self._words)
        spot = QRectF(box.width() - theme.px(10) - small, round((box.height() - small) / 2), small, small)
        icons.paint(painter, "chevron-down", hue or "ink3", spot)
        if self.hasFocus():
            painter.end()
            paint_focus_ring(self)

    def enterEvent(self, _event: object) -> None:
        self.update()

    def leaveEvent(self, _event: object) -> None:
        self.update()


class HeadBar(QWidget):
    """Company, menus, search, day; the company's name gives way first when room is short."""

    def __init__(self, menus: QMenuBar, search: SearchField) -> None:
        super().__init__()
        theme = Theme.current()
        ground(self, "surface")
        self.setFixedHeight(theme.px(HEIGHT))
        self.setAccessibleName(self.tr("Head"))
        self.company = Text("", "strong", elide=True)
        self.day = DayBox()
        self.search = search
        menus.setNativeMenuBar(False)
        menus.setAccessibleName(self.tr("Menus"))
        menus.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        mark = holder(row(None, Logo(), None))
        mark.setFixedWidth(theme.px(RAIL_WIDTH))
        search.setMaximumWidth(theme.px(330))
        parting = Upright()
        parting.setFixedHeight(theme.px(20))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, theme.px(16), 0)
        line.setSpacing(0)
        line.addWidget(mark)
        line.addWidget(self.company)
        line.addSpacing(theme.px(16))
        line.addWidget(parting)
        line.addSpacing(theme.px(12))
        line.addWidget(menus)
        line.addSpacing(theme.px(12))
        line.addStretch(1)
        line.addWidget(search, 4)
        line.addSpacing(theme.px(12))
        line.addWidget(self.day)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(holder(line), 1)
        outer.addWidget(Rule())
