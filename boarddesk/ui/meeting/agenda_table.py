"""The agenda's table: rows are moved by drag and by Alt+Up and Alt+Down."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from boarddesk.services.agenda import AgendaLine
from boarddesk.ui.columns.agenda_columns import agenda_columns
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.tokens import ROW_TWO_LINES
from boarddesk.ui.meeting.words import tr
from boarddesk.ui.widgets.row_drag import RowDrag

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
        self.rows = RowDrag(self, MIME, self._carried)
        self.rows.dropped.connect(self._dropped)
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
        if event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress} and isinstance(event, QKeyEvent):
            return watched is self.view and self._sideways(event)
        return super().eventFilter(watched, event)

    def _carried(self, row: int) -> tuple[str, str] | None:
        line: AgendaLine | None = self.model.item(row)
        return None if line is None or self.why_not else (line.id, f"{line.number}  {line.title}")

    def drop(self, item: str, point: QPoint) -> None:
        """Put an item where it was let go."""
        self._dropped(item, self.rows.place_at(point))

    def _dropped(self, item: str, gap: int) -> None:
        row = self.model.row_of(item)
        if row >= 0 and gap not in {row, row + 1}:
            self.moved.emit(item, gap + 1 if gap < row else gap)
