"""The row of tabs below a page's header."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import FOCUS, PAGE_MARGIN, TAB_ROW

GAP = 22


class TabRow(QTabBar):
    """Tabs as words over a hairline, the chosen one underlined; `currentChanged` gives its number."""

    def __init__(self, tabs: Sequence[str], *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name or self.tr("Parts of this page"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setUsesScrollButtons(False)
        for tab in tabs:
            self.addTab(tab)
        self.setFixedHeight(Theme.current().px(TAB_ROW))

    def setTabVisible(self, index: int, visible: bool) -> None:
        # Asked for what is so already, Qt forgets that another tab which has just come into sight is still to be laid.
        if self.isTabVisible(index) is not visible:
            super().setTabVisible(index, visible)

    def tabSizeHint(self, index: int) -> QSize:
        theme = Theme.current()
        width = QFontMetricsF(theme.font("strong")).horizontalAdvance(self.tabText(index))
        lead = theme.px(PAGE_MARGIN) if index == 0 else theme.px(GAP / 2)
        return QSize(round(width + 0.5) + lead + theme.px(GAP / 2), theme.px(TAB_ROW))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        for number in self.shown():
            self._paint_tab(painter, number)

    def shown(self) -> list[int]:
        """The numbers of the tabs that are in sight."""
        return [number for number in range(self.count()) if self.isTabVisible(number)]

    def _paint_tab(self, painter: QPainter, number: int) -> None:
        theme = Theme.current()
        box = QRectF(self.tabRect(number))
        lead = theme.px(PAGE_MARGIN) if number == 0 else theme.px(GAP / 2)
        box = box.adjusted(lead, 0, -theme.px(GAP / 2), 0)
        on = number == self.currentIndex()
        painter.setPen(theme.color("accent" if on else "ink2" if self.isTabEnabled(number) else "ink3"))
        painter.setFont(theme.font("strong" if on else "base"))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, left, self.tabText(number))
        if on:
            painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), theme.color("accent"))
            if self.hasFocus():
                painter.setPen(QPen(theme.color("accent"), FOCUS))
                painter.drawRect(box.adjusted(-5, 4, 5, -5))
