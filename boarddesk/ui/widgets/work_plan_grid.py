"""A work plan: duties in rows, meetings in columns; a mark is dragged, or moved by keys, to another meeting."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from boarddesk.ui.kit.status import paint_mark, status_mark
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.widgets.grid_view import ENTER, GridView
from boarddesk.ui.widgets.work_plan_delegate import Dragged, PlanDelegate
from boarddesk.ui.widgets.work_plan_head import LOWER, UPPER, PlanHead
from boarddesk.ui.widgets.work_plan_model import LEAD, PlanColumn, PlanGroup, PlanLine, PlanModel
from boarddesk.ui.widgets.work_plan_widths import widths

ROW, GHOST = 25, 18
SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class WorkPlanGrid(GridView):
    """Signals give keys of rows and columns: a mark moved, taken off; a column's letter clicked.

    Arrow keys walk, Alt with Left or Right moves the mark to the next meeting that can take it, Delete takes
    it off, N plans the duty here, Enter opens what is here. `menu_wanted` gives the place on the screen too.
    """

    move_wanted = Signal(object, object, object)
    removal_wanted = Signal(object, object)
    plan_wanted = Signal(object, object)
    menu_wanted = Signal(object, object, QPoint)
    column_chosen = Signal(object)
    left = Signal()
    head_height, row_height, least_width = UPPER + LOWER, ROW, 16

    def __init__(
        self, titles: tuple[str, str, str] = ("", "", ""), *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name=name, parent=parent)
        self.rows = PlanModel(titles, self)
        self._delegate = PlanDelegate(self.rows, self)
        self._pressed: QPoint | None = None
        self._pointer = QPoint()
        self.furnish(self.rows, self._delegate, PlanHead(self.rows, self))
        self.horizontalHeader().sectionClicked.connect(self._column_clicked)

    # --- contents

    def set_contents(
        self, groups: Sequence[PlanGroup], columns: Sequence[PlanColumn], lines: Sequence[PlanLine]
    ) -> None:
        """Show another plan; the chosen place stays by its keys, and so does the scrolling."""
        self._delegate.dragged = None
        self.refill(lambda: self.rows.set_contents(groups, columns, lines))

    def box_of(self, row_key: Hashable, column_key: Hashable) -> QRectF:
        """Where a place is in the viewport."""
        row = next(n for n, line in enumerate(self.rows.lines) if line.key == row_key)
        column = next(n for n, there in enumerate(self.rows.columns, LEAD) if there.key == column_key)
        return QRectF(self.visualRect(self.rows.index(row, column)))

    # --- keyboard

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_deed(event):
            event.accept()
            return True
        return super().event(event)

    def _is_deed(self, event: QKeyEvent) -> bool:
        """Whether a key works on the mark chosen, so that no shortcut of the window takes it."""
        cell = self.rows.cell_at(self.currentIndex().row(), self.currentIndex().column())
        sideways = event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in SIDEWAYS
        removal = event.key() == Qt.Key.Key_Delete and cell is not None and cell.status != "proposed"
        return cell is not None and cell.movable and (sideways or removal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = Qt.Key(event.key()), self.currentIndex()
        if key == Qt.Key.Key_Escape and self._delegate.dragged is not None:
            self._end_drag()
        elif self._is_deed(event):
            if key == Qt.Key.Key_Delete:
                self.removal_wanted.emit(*self.place())
            else:
                self._step(index.row(), index.column(), SIDEWAYS[key])
        elif key == Qt.Key.Key_N and self.rows.is_free(index.row(), index.column()):
            self.plan_wanted.emit(*self.place())
        elif key in ENTER and self.rows.line_at(index.row()) is not None:
            self.activated_at.emit(*self.place())
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
            event.ignore()
        elif key in ENTER or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _step(self, row: int, column: int, way: int) -> None:
        """Move the mark to the nearest column on one side that can take it."""
        places = self.rows.places(row, column)
        beyond = [place for place in places if (place > column if way > 0 else place < column)]
        if beyond:
            self._move(row, column, beyond[0] if way > 0 else beyond[-1])

    def _move(self, row: int, column: int, target: int) -> None:
        line, source, there = self.rows.lines[row], self.rows.column_at(column), self.rows.column_at(target)
        if source is not None and there is not None:
            self.move_wanted.emit(line.key, source.key, there.key)

    # --- pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._delegate.dragged is not None:
            self._drag_to(point)
            return
        pressed = self._pressed
        if pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if (point - pressed).manhattanLength() >= QApplication.startDragDistance():
                self._begin_drag(pressed, point)
            return
        grabbable = bool(self._places_at(point))
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if grabbable else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def _places_at(self, point: QPoint) -> tuple[int, ...]:
        index = self.indexAt(point)
        return self.rows.places(index.row(), index.column())

    def _begin_drag(self, pressed: QPoint, point: QPoint) -> None:
        index, places = self.indexAt(pressed), self._places_at(pressed)
        self._pressed = None
        if places:
            self._delegate.dragged = Dragged(index.row(), index.column(), frozenset(places))
            self._drag_to(point)

    def _drag_to(self, point: QPoint) -> None:
        dragged = self._delegate.dragged
        if dragged is None:
            return
        column = self.columnAt(point.x())
        # The row need not be hit: a hand drifts up and down while it goes along a row.
        over = column if column in dragged.places else -1
        self._delegate.dragged = Dragged(dragged.row, dragged.column, dragged.places, over)
        self._pointer = point
        shape = Qt.CursorShape.ClosedHandCursor if over >= 0 else Qt.CursorShape.ForbiddenCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged = self._delegate.dragged
        self._pressed = None
        super().mouseReleaseEvent(event)
        if dragged is not None:
            self._end_drag()
            if dragged.over >= 0:
                self._move(dragged.row, dragged.column, dragged.over)

    def _end_drag(self) -> None:
        self._delegate.dragged = None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid():
                self.setCurrentIndex(index)
            point = event.globalPos()
        else:
            point = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if self.place()[0] is not None:
            self.menu_wanted.emit(*self.place(), point)

    def _column_clicked(self, place: int) -> None:
        column = self.rows.column_at(place)
        if column is not None:
            self.column_chosen.emit(column.key)

    # --- looks

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        dragged = self._delegate.dragged
        cell = self.rows.cell_at(dragged.row, dragged.column) if dragged else None
        if dragged is not None and cell is not None:
            painter = QPainter(self.viewport())
            side = Theme.current().px(GHOST)
            box = QRectF(self._pointer.x() - side / 2, self._pointer.y() - side / 2, side, side)
            paint_mark(painter, status_mark(cell.status), box, GHOST)

    def widths(self) -> list[int]:
        return widths(self.rows, self.viewport().width())
