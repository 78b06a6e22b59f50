"""How a work plan's places are painted: titles, clauses, marks, the places a dragged mark may go to."""

from collections.abc import Collection

import msgspec
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from boarddesk.ui.kit.cells import LEFT, draw_elided, paint_bar, paint_frame, paint_hairline
from boarddesk.ui.kit.chips import clause_size, paint_clause
from boarddesk.ui.kit.status import paint_mark, status_mark
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import RADIUS_CHIP
from boarddesk.ui.widgets.grid_view import GridDelegate
from boarddesk.ui.widgets.work_plan_model import PlanCell, PlanLine, PlanModel

MARK = 14


class Dragged(msgspec.Struct, frozen=True):
    """A mark on its way: where it comes from, the columns that can take it, and the one it is over (-1 for none)."""

    row: int
    column: int
    places: Collection[int]
    over: int = -1


class PlanDelegate(GridDelegate):
    """`dragged` is a mark under way."""

    def __init__(self, model: PlanModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.dragged: Dragged | None = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = self._model.line_at(index.row())
        if line is None:
            return
        painter.save()
        box = QRectF(option.rect)
        place = (index.row(), index.column())
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._paint_ground(painter, box, place, hovered=hovered)
        there = self._model.column_at(index.column())
        if there is None:
            self._paint_words(painter, box, line, index.column(), chosen=place[0] == self.current[0])
        else:
            self._paint_place(painter, box, line, place, line.cells.get(there.key))
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, place: tuple[int, int], *, hovered: bool) -> None:
        theme = Theme.current()
        row, column = place
        there = self._model.column_at(column)
        shaded = there is not None and there.shaded
        ground = "sel" if row == self.current[0] else "inset" if shaded else "surface"
        if hovered and there is not None and ground != "sel":
            ground = "hover"
        painter.fillRect(box, theme.color(ground))
        paint_hairline(painter, box)
        if self._model.starts_group(column):
            painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), theme.color("line"))
        if row == self.current[0] and column == 0:
            paint_bar(painter, box, focused=self.focused)

    def _paint_place(
        self, painter: QPainter, box: QRectF, line: PlanLine, place: tuple[int, int], cell: PlanCell | None
    ) -> None:
        dragged = self.dragged
        if dragged is not None and dragged.row == place[0] and place[1] in dragged.places:
            _paint_target(painter, box, over=place[1] == dragged.over)
        if cell is not None:
            if dragged is not None and (dragged.row, dragged.column) == place:
                painter.setOpacity(0.35)
            paint_mark(painter, status_mark(cell.status, "law" if line.law else "guideline"), box, MARK)
            painter.setOpacity(1.0)
        if place == self.current and self.focused and dragged is None:
            paint_frame(painter, box)

    def _paint_words(self, painter: QPainter, box: QRectF, line: PlanLine, column: int, *, chosen: bool) -> None:
        theme = Theme.current()
        if column == 1:
            size = clause_size(line.label, law=line.law)
            top = round(box.center().y() - size.height() / 2)
            left = box.left() + theme.px(4)
            paint_clause(painter, QRectF(left, top, size.width(), size.height()), line.label, law=line.law)
            return
        first = column == 0
        text, tone, left = (line.title, "ink", 12) if first else (line.outcome, line.tone, 10)
        painter.setFont(theme.font("medium" if chosen and first else "base", text))
        painter.setPen(theme.color(tone))
        draw_elided(painter, box.adjusted(theme.px(left), 0, -theme.px(4), -1), LEFT, text)


def _paint_target(painter: QPainter, box: QRectF, *, over: bool) -> None:
    """Where a dragged mark may be let go: a dashed box, filled under the pointer."""
    theme = Theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color("accent"), 1.5 if over else 1)
    if not over:
        pen.setDashPattern([2.5, 2])
    painter.setPen(pen)
    painter.setBrush(theme.color("sel") if over else QColor(0, 0, 0, 0))
    painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -3.5), RADIUS_CHIP, RADIUS_CHIP)
