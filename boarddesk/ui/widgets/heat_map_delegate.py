"""How a heat map's places are painted."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.cells import LEFT, draw_elided, paint_bar, paint_frame, paint_hairline
from boarddesk.ui.kit.chips import paint_token
from boarddesk.ui.kit.status import cell_ground, paint_mark, status_mark
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import BODY_TOKEN, ICON_CHIP
from boarddesk.ui.widgets.grid_view import GridDelegate
from boarddesk.ui.widgets.heat_map_model import LEAD, HeatCell, HeatLine, HeatModel, HeatRow, outcome_word

MARK = 15


class HeatDelegate(GridDelegate):
    """Paints headings, words, marks on their grounds, and the frame of the chosen cell."""

    def __init__(self, model: HeatModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line, column = self._model.lines[index.row()], index.column()
        box = QRectF(option.rect)
        painter.save()
        if line.row is None:
            self._paint_heading(painter, box, line, chosen=index.row() == self.current[0])
        else:
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._paint_place(painter, box, line, line.row, (index.row(), column), hovered=hovered)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, line: HeatLine, *, chosen: bool) -> None:
        theme = Theme.current()
        painter.fillRect(box, theme.color("inset"))
        paint_hairline(painter, box)
        side = theme.px(ICON_CHIP)
        name = "chevron-right" if self._model.is_closed(line.heading) else "chevron-down"
        left = box.left() + theme.px(12)
        icons.paint(painter, name, "ink3", QRectF(left, round(box.center().y() - side / 2), side, side))
        painter.setFont(theme.font("small-strong"))
        painter.setPen(theme.color("ink2"))
        words = box.adjusted(theme.px(12 + ICON_CHIP + 8), 0, 0, 0)
        painter.drawText(words, LEFT, line.heading)
        wide = painter.fontMetrics().horizontalAdvance(line.heading)
        painter.setFont(theme.font("small", str(line.count)))
        painter.drawText(words.adjusted(wide + theme.px(8), 0, 0, 0), LEFT, str(line.count))
        if chosen and self.focused:
            paint_frame(painter, box)

    def _paint_place(
        self,
        painter: QPainter,
        box: QRectF,
        line: HeatLine,
        row: HeatRow,
        place: tuple[int, int],
        *,
        hovered: bool,
    ) -> None:
        theme = Theme.current()
        in_row = place[0] == self.current[0]
        painter.fillRect(box, theme.color("sel" if in_row else "surface"))
        cell = self._model.cell_at(line, place[1])
        period = self._model.period_at(place[1])
        if cell is not None:
            _paint_cell(painter, box, cell, row.origin)
        elif hovered and period is not None and not in_row:
            painter.fillRect(box, theme.color("hover"))
        paint_hairline(painter, box)
        if period is None:
            _paint_words(painter, box, row, place[1], chosen=in_row)
        if in_row and place[1] == 0:
            paint_bar(painter, box, focused=self.focused)
        if place == self.current and period is not None:
            paint_frame(painter, box)


def _paint_cell(painter: QPainter, box: QRectF, cell: HeatCell, origin: str) -> None:
    theme = Theme.current()
    token = cell_ground(cell.status, origin)
    if token:
        painter.fillRect(box.adjusted(1, 0, 0, -1), theme.color(token))
    paint_mark(painter, status_mark(cell.status, origin), box, MARK)


def _paint_words(painter: QPainter, box: QRectF, row: HeatRow, column: int, *, chosen: bool) -> None:
    theme = Theme.current()
    if column == LEAD - 1:
        if row.token:
            side = theme.px(BODY_TOKEN)
            spot = QRectF(box.left() + theme.px(2), round(box.center().y() - side / 2), side, side)
            paint_token(painter, spot, row.token, "plain")
        return
    if column == 0:
        text, tone, role, left = row.label, "ink2", "base", 12
    elif column == 1:
        text, tone, role, left = row.title, "ink", "medium" if chosen else "base", 8
    else:
        text, tone, role, left = outcome_word(row), status_mark(row.outcome, row.origin).hue, "medium", 10
    painter.setFont(theme.font(role, text))
    painter.setPen(theme.color(tone))
    draw_elided(painter, box.adjusted(theme.px(left), 0, -theme.px(4), 0), LEFT, text)
