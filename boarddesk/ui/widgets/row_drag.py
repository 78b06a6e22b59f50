"""Rows of a table moved by drag: what is carried, where it would go, and where it was let go."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QFrame

from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.theme import Theme


class RowDrag(QObject):
    """Lets the rows of a table be dragged; `dropped` gives what was carried and the gap it was let go in.

    `carried` says of a row, by its number, under which key it is carried and in what words; None where it stays.
    Gaps count from 0, before the first row.
    """

    dropped = Signal(str, int)

    def __init__(self, table: Table, mime: str, carried: Callable[[int], tuple[str, str] | None]) -> None:
        super().__init__(table)
        self.table, self.view = table, table.view
        self._mime, self._carried = mime, carried
        self._pressed: QPoint | None = None
        self._line = QFrame(self.view.viewport())
        self._line.setFixedHeight(2)
        self._line.hide()
        self.view.setAcceptDrops(True)
        self.view.viewport().setAcceptDrops(True)
        self.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        elif kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and self._pressed is not None:
            far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if event.buttons() & Qt.MouseButton.LeftButton and far:
                self._drag(self.view.rowAt(self._pressed.y()))
                return True
        elif kind in {QEvent.Type.DragEnter, QEvent.Type.DragMove} and isinstance(event, QDragMoveEvent):
            if event.mimeData().hasFormat(self._mime):
                self._show_place(self.place_at(event.position().toPoint()))
                event.acceptProposedAction()
                return True
        elif kind == QEvent.Type.DragLeave:
            self._line.hide()
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent) and event.mimeData().hasFormat(self._mime):
            self._line.hide()
            self.dropped.emit(
                bytes(event.mimeData().data(self._mime).data()).decode(), self.place_at(event.position().toPoint())
            )
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)

    def place_at(self, point: QPoint) -> int:
        """The gap between rows that a point is nearest to: 0 before the first row."""
        row = self.view.rowAt(point.y())
        if row < 0:
            return len(self.table.model.lines) if point.y() > 0 else 0
        middle = self.view.rowViewportPosition(row) + self.view.rowHeight(row) / 2
        return row + (point.y() > middle)

    def _drag(self, row: int) -> None:
        self._pressed = None
        carried = self._carried(row) if row >= 0 else None
        if carried is None:
            return
        data = QMimeData()
        data.setData(self._mime, carried[0].encode())
        drag = QDrag(self.view)
        drag.setMimeData(data)
        drag.setPixmap(_picture(carried[1]))
        drag.exec(Qt.DropAction.MoveAction)
        self._line.hide()

    def _show_place(self, gap: int) -> None:
        last = len(self.table.model.lines) - 1
        y = self.view.rowViewportPosition(gap) if gap <= last else (
            self.view.rowViewportPosition(last) + self.view.rowHeight(last) if last >= 0 else 0
        )  # fmt: skip
        self._line.setStyleSheet(f"background: {Theme.current().palette.accent};")
        self._line.setFixedWidth(self.view.viewport().width())
        self._line.move(0, max(0, y - 1))
        self._line.show()
        self._line.raise_()


def _picture(words: str) -> QPixmap:
    theme = Theme.current()
    picture = QPixmap(theme.px(320), theme.px(28))
    picture.fill(theme.color("sel"))
    painter = QPainter(picture)
    painter.setFont(theme.font("medium"))
    painter.setPen(theme.color("ink"))
    inside = picture.rect().adjusted(theme.px(10), 0, 0, 0)
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), words)
    painter.end()
    return picture
