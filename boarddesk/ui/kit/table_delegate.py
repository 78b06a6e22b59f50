"""How a table's cells are painted: hairlines, selection bar, marks, chips, second lines, the row's action."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.cells import LEFT, draw_elided, paint_bar, paint_hairline
from boarddesk.ui.kit.chips import clause_size, paint_clause, paint_token
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.status import paint_mark, status_mark
from boarddesk.ui.kit.table_model import ALIGN, TableModel
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import BODY_TOKEN, BUTTON, ICON_ROW, RADIUS

PADDING = 8
EDGE = 12


class TableDelegate(QStyledItemDelegate):
    """Paints one cell; `hovered` is the row under the pointer, `focused` whether the table has focus."""

    def __init__(self, model: TableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.hovered = -1
        self.focused = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        column, item = self._model.columns[index.column()], self._model.item(index.row())
        if item is None:
            return super().sizeHint(option, index)
        theme = Theme.current()
        text = QFontMetricsF(theme.font(column.role)).horizontalAdvance(column.text(item))
        lead = theme.px(ICON_ROW + 8) if column.mark or column.icon else 0
        return QSize(round(text) + lead + theme.px(2 * EDGE), theme.px(26))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = self._model.lines[index.row()]
        box = QRectF(option.rect)
        painter.save()
        if line.is_heading:
            self._paint_heading(painter, box, line.heading, line.count, first=index.column() == 0)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_ground(painter, box, index, chosen=chosen)
            self._paint_cell(painter, box, index.column(), line.item, chosen=chosen)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, heading: str, count: int, *, first: bool) -> None:
        theme = Theme.current()
        painter.fillRect(box, theme.color("inset"))
        paint_hairline(painter, box)
        if not first:
            return
        left = box.left() + theme.px(EDGE)
        painter.setFont(theme.font("small-strong"))
        painter.setPen(theme.color("ink2"))
        painter.drawText(box.adjusted(theme.px(EDGE), 0, 0, 0), LEFT, heading)
        left += QFontMetricsF(painter.font()).horizontalAdvance(heading) + theme.px(8)
        painter.setFont(theme.font("small"))
        painter.drawText(QRectF(left, box.top(), box.right() - left, box.height()), LEFT, str(count))

    def _paint_ground(
        self,
        painter: QPainter,
        box: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        *,
        chosen: bool,
    ) -> None:
        theme = Theme.current()
        token = "sel" if chosen else "hover" if index.row() == self.hovered else "surface"
        painter.fillRect(box, theme.color(token))
        paint_hairline(painter, box)
        if chosen and index.column() == 0:
            paint_bar(painter, box, focused=self.focused)

    def _paint_cell(self, painter: QPainter, box: QRectF, place: int, item: Any, *, chosen: bool) -> None:
        theme = Theme.current()
        column = self._model.columns[place]
        last = place == len(self._model.columns) - 1
        left = theme.px(EDGE if place == 0 else PADDING)
        inner = box.adjusted(left, 0, -theme.px(EDGE if last else PADDING), -1)
        if column.look == "clause":
            law = bool(column.law and column.law(item))
            _paint_clause_cell(painter, inner, column.text(item), law=law)
        elif column.look == "token":
            _paint_token_cell(painter, inner, column.text(item))
        elif column.look == "action":
            paint_action(painter, inner, column.text(item), chosen=chosen)
        else:
            inner = _paint_lead(painter, inner, column, item)
            self._paint_text(painter, inner, column, item, strong=chosen and place == 0)

    def _paint_text(self, painter: QPainter, box: QRectF, column: Column[Any], item: Any, *, strong: bool) -> None:
        theme = Theme.current()
        align = ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter
        second = column.second(item) if column.second else ""
        upper, lower = box, box
        if second:
            first_line, second_line = theme.line_height("base"), theme.line_height("small")
            top = box.top() + (box.height() - first_line - second_line) / 2
            upper = QRectF(box.left(), top, box.width(), first_line)
            lower = QRectF(box.left(), top + first_line, box.width(), second_line)
        role = "medium" if strong and column.role == "base" else column.role
        text = column.text(item)
        painter.setFont(theme.font(role, text))
        painter.setPen(theme.color((column.tone(item) if column.tone else "") or "ink"))
        draw_elided(painter, upper, align, text)
        if second:
            painter.setFont(theme.font("small", second))
            painter.setPen(theme.color((column.second_tone(item) if column.second_tone else "") or "ink2"))
            draw_elided(painter, lower, align, second)


def paint_action(painter: QPainter, box: QRectF, text: str, *, chosen: bool) -> None:
    """Draw a row's action at the right: a primary button on the chosen row, else flat accent text."""
    theme = Theme.current()
    painter.setFont(theme.font("medium"))
    if not text:
        return
    if chosen:
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + theme.px(24)
        high = min(theme.px(BUTTON), box.height() - 4)
        width = min(width, box.width())
        button = QRectF(box.right() - width, box.center().y() - high / 2, width, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(button, RADIUS, RADIUS)
        painter.setPen(theme.color("onaccent"))
        inside = button.adjusted(theme.px(8), 0, -theme.px(8), 0)
        draw_elided(painter, inside, Qt.AlignmentFlag.AlignCenter, text)
    else:
        painter.setPen(theme.color("accent"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        draw_elided(painter, box.adjusted(0, 0, -theme.px(8), 0), right, text)


def _paint_lead(painter: QPainter, box: QRectF, column: Column[Any], item: Any) -> QRectF:
    """Draw the mark or icon and give back the room right of it."""
    theme = Theme.current()
    side, gap = theme.px(ICON_ROW), theme.px(8)
    mark = column.mark_of(item)
    name = column.icon(item) if column.icon and not mark else ""
    if mark:
        paint_mark(painter, status_mark(*mark), QRectF(box.left(), box.top(), side, box.height()))
    elif name:
        spot = QRectF(box.left(), round(box.center().y() - side / 2), side, side)
        icons.paint(painter, name, "ink3", spot)
    return box.adjusted(side + gap, 0, 0, 0) if column.mark or column.icon else box


def _paint_clause_cell(painter: QPainter, box: QRectF, text: str, *, law: bool) -> None:
    if text:
        size = clause_size(text, law=law)
        width = min(float(size.width()), box.width())
        top = round(box.center().y() - size.height() / 2)
        painter.setClipRect(box)
        paint_clause(painter, QRectF(box.left(), top, width, size.height()), text, law=law)


def _paint_token_cell(painter: QPainter, box: QRectF, text: str) -> None:
    if text:
        side = Theme.current().px(BODY_TOKEN)
        spot = QRectF(box.left(), round(box.center().y() - side / 2), side, side)
        paint_token(painter, spot, text, "plain")
