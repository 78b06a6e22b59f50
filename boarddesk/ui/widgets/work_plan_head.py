"""The two lines above a work plan: the rounds of meetings, and below them the letter of each body."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from boarddesk.ui.kit.cells import LEFT
from boarddesk.ui.kit.chips import paint_token
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import BODY_TOKEN
from boarddesk.ui.widgets.work_plan_model import LEAD, PlanModel

UPPER, LOWER, EDGE = 26, 26, 8


class PlanHead(QHeaderView):
    """Rounds over letters; a letter can be clicked."""

    def __init__(self, model: PlanModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), Theme.current().px(UPPER + LOWER))

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.HoverMove, QEvent.Type.HoverEnter}:
            self.viewport().update()
        return super().event(event)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        theme = Theme.current()
        painter.save()
        painter.fillRect(rect, theme.color("inset"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        if self._rows.starts_group(logicalIndex):
            painter.fillRect(rect.left(), rect.top(), 1, rect.height(), theme.color("line"))
        there = self._rows.column_at(logicalIndex)
        lower = QRectF(rect.left(), rect.top() + theme.px(UPPER), rect.width(), theme.px(LOWER))
        if there is not None:
            side = theme.px(BODY_TOKEN)
            wide = side + theme.px(4) if there.round_ends else side
            left, top = round(lower.center().x() - wide / 2), round(lower.center().y() - side / 2)
            paint_token(painter, QRectF(left, top, wide, side), there.letter, there.look, round_ends=there.round_ends)
        else:
            text = str(self._rows.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
            painter.setFont(theme.font("small-medium", text))
            painter.setPen(theme.color("ink2"))
            left = {0: 12, 1: 4}.get(logicalIndex, 10)
            painter.drawText(lower.adjusted(theme.px(left), 0, 0, 0), LEFT, text)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for number in range(len(self._rows.groups)):
            self._paint_group(painter, number)

    def _paint_group(self, painter: QPainter, number: int) -> None:
        theme = Theme.current()
        own = [place for place, column in enumerate(self._rows.columns, LEAD) if column.group == number]
        if not own:
            return
        group = self._rows.groups[number]
        left = self.sectionViewportPosition(own[0])
        right = self.sectionViewportPosition(own[-1]) + self.sectionSize(own[-1])
        box = QRectF(left, 0, right - left, theme.px(UPPER))
        painter.setFont(theme.font("small-strong" if group.now else "small-medium", group.title))
        painter.setPen(theme.color("accent" if group.now else "ink"))
        metrics = QFontMetricsF(painter.font())
        room = box.width() - theme.px(4)
        text = group.title if metrics.horizontalAdvance(group.title) <= room else group.short
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        edge = theme.px(EDGE)
        color = theme.color("accent" if group.now else "line2")
        painter.fillRect(QRectF(box.left() + edge, box.bottom() - 1, box.width() - 2 * edge, 1), color)
