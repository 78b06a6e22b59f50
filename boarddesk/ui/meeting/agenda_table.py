"""The agenda's table: rows are moved by drag and by Alt+Up and Alt+Down."""

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPixmap,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from boarddesk.services.agenda import AgendaLine
from boarddesk.ui.columns.agenda_columns import agenda_columns
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ROW_TWO_LINES
from boarddesk.ui.meeting.words import tr

MIME = "application/x-boarddesk-agenda-item"
SIDEWAYS = {Qt.Key.Key_Right: "in", Qt.Key.Key_Left: "out"}


class AgendaTable(Table):
    """`moved` gives an item's id and its new place, counted from 1; `joined` and `left` the consent agenda."""

    moved = Signal(str, int)
    removal_wanted = Signal(str)
    joined = Signal(str)
    left = Signal(str)
    break_wanted = Signal()

    def __init__(self, empty: EmptyState, parent: QWidget | None = None) -> None:
        super().__init__(
            agenda_columns(), name=tr("Agenda"), row_height=ROW_TWO_LINES, sortable=False, empty=empty,
            keys=[("Alt ↑↓", tr("move")), ("Alt →←", tr("consent agenda, out of it")), ("B", tr("break")),
                  ("Del", tr("remove"))], parent=parent,
        )  # fmt: skip
        self.why_not = ""
        self._pressed: QPoint | None = None
        self._line = QFrame(self.view.viewport())
        self._line.setFixedHeight(2)
        self._line.hide()
        self.view.setAcceptDrops(True)
        self.view.viewport().setAcceptDrops(True)
        self.view.viewport().installEventFilter(self)
        self.view.installEventFilter(self)
        for keys, deed in (
            ("Alt+Up", lambda: self.move_by(-1)),
            ("Alt+Down", lambda: self.move_by(1)),
            ("B", self.break_wanted.emit),
            ("Del", self._remove),
        ):
            QShortcut(QKeySequence(keys), self.view, deed).setContext(Qt.ShortcutContext.WidgetShortcut)

    def move_by(self, step: int) -> None:
        """Move the item chosen by a number of places."""
        line: AgendaLine | None = self.current()
        if line is not None and not self.why_not:
            self.moved.emit(line.id, line.place + step)

    def _join(self) -> None:
        line: AgendaLine | None = self.current()
        if line is not None and not self.why_not and not line.within:
            self.joined.emit(line.id)

    def _leave(self) -> None:
        line: AgendaLine | None = self.current()
        if line is not None and not self.why_not and line.within:
            self.left.emit(line.id)

    def _remove(self) -> None:
        line: AgendaLine | None = self.current()
        if line is not None and not self.why_not:
            self.removal_wanted.emit(line.id)

    def _sideways(self, event: QKeyEvent) -> bool:
        """Alt+Right and Alt+Left, which the window would else take for going forward and back."""
        deed = SIDEWAYS.get(Qt.Key(event.key())) if event.modifiers() == Qt.KeyboardModifier.AltModifier else None
        if deed is None or self.current() is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._join() if deed == "in" else self._leave()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress} and isinstance(event, QKeyEvent):
            return watched is self.view and self._sideways(event)
        if watched is self.view:
            return super().eventFilter(watched, event)
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        elif kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and self._pressed is not None:
            far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if event.buttons() & Qt.MouseButton.LeftButton and far and not self.why_not:
                self._drag()
                return True
        elif kind in {QEvent.Type.DragEnter, QEvent.Type.DragMove} and isinstance(event, QDragMoveEvent):
            if event.mimeData().hasFormat(MIME):
                self._show_place(self.place_at(event.position().toPoint()))
                event.acceptProposedAction()
                return True
        elif kind == QEvent.Type.DragLeave:
            self._line.hide()
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent) and event.mimeData().hasFormat(MIME):
            self._line.hide()
            self.drop(bytes(event.mimeData().data(MIME).data()).decode(), event.position().toPoint())
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)

    def place_at(self, point: QPoint) -> int:
        """The gap between rows that a point is nearest to: 0 before the first row."""
        row = self.view.rowAt(point.y())
        if row < 0:
            return len(self.model.lines) if point.y() > 0 else 0
        middle = self.view.rowViewportPosition(row) + self.view.rowHeight(row) / 2
        return row + (point.y() > middle)

    def drop(self, item: str, point: QPoint) -> None:
        """Put an item where it was let go."""
        gap, row = self.place_at(point), self.model.row_of(item)
        if row >= 0 and gap not in {row, row + 1}:
            self.moved.emit(item, gap + 1 if gap < row else gap)

    def _drag(self) -> None:
        self._pressed = None
        line: AgendaLine | None = self.current()
        if line is None:
            return
        data = QMimeData()
        data.setData(MIME, line.id.encode())
        drag = QDrag(self.view)
        drag.setMimeData(data)
        drag.setPixmap(self._picture(line))
        drag.exec(Qt.DropAction.MoveAction)
        self._line.hide()

    def _picture(self, line: AgendaLine) -> QPixmap:
        theme = Theme.current()
        picture = QPixmap(theme.px(320), theme.px(28))
        picture.fill(theme.color("sel"))
        painter = QPainter(picture)
        painter.setFont(theme.font("medium"))
        painter.setPen(theme.color("ink"))
        inside = picture.rect().adjusted(theme.px(10), 0, 0, 0)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), f"{line.number}  {line.title}")
        painter.end()
        return picture

    def _show_place(self, gap: int) -> None:
        last = len(self.model.lines) - 1
        y = self.view.rowViewportPosition(gap) if gap <= last else (
            self.view.rowViewportPosition(last) + self.view.rowHeight(last) if last >= 0 else 0
        )  # fmt: skip
        self._line.setStyleSheet(f"background: {Theme.current().palette.accent};")
        self._line.setFixedWidth(self.view.viewport().width())
        self._line.move(0, max(0, y - 1))
        self._line.show()
        self._line.raise_()
