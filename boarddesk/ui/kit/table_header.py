"""The head of a table: titles over their cells, an arrow where the rows are sorted."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from boarddesk.ui.kit import icons
from boarddesk.ui.kit.table_delegate import EDGE, PADDING
from boarddesk.ui.kit.table_model import ALIGN, TableModel
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ICON_CHIP


class TableHeader(QHeaderView):
    """Paints each title with the padding and alignment of its column."""

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = model

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        theme = Theme.current()
        column = self._rows.columns[logicalIndex]
        last = logicalIndex == len(self._rows.columns) - 1
        painter.save()
        painter.fillRect(rect, theme.color("inset"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        left = theme.px(EDGE if logicalIndex == 0 else PADDING)
        right = theme.px(EDGE if last else PADDING)
        if column.look == "action":
            right += theme.px(PADDING)
        box = QRectF(rect).adjusted(left, 0, -right, 0)
        sorted_here = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        painter.setFont(theme.font("small-medium"))
        painter.setPen(theme.color("accent" if sorted_here else "ink2"))
        side = theme.px(ICON_CHIP)
        room = box.width() - (side + 2 if sorted_here else 0)
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, room)
        align = ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter
        if sorted_here:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            over = box.adjusted(0, 0, -side - 2, 0)
            painter.drawText(over, align, text)
            x = over.right() + 2
            if column.align == "left":
                x = over.left() + metrics.horizontalAdvance(text) + 2
            spot = QRectF(x, round(box.center().y() - side / 2), side, side)
            icons.paint(painter, "chevron-up" if up else "chevron-down", "accent", spot)
        else:
            painter.drawText(box, align, text)
        painter.restore()
