"""The builder's table: papers and whole tabs are moved by drag and by keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from boarddesk.services.packet_tabs import EntryKind
from boarddesk.services.packet_view import PlanLine
from boarddesk.ui.columns.paper_columns import BookNumbers, plan_columns
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr
from boarddesk.ui.widgets.row_drag import RowDrag

MIME = "application/x-boarddesk-packet-line"
PART = "part:"
"""What stands before the key of a part where a whole tab is carried."""
OWNER, NARROW = 2, 660
"""The column of owners, and so narrow (px) the list does without it."""
OF_TABS = "tab:"
"""How the keys of parts begin that papers can stand in."""


class PlanTable(Table):
    """`laid` gives a paper's line, the item it goes under and its place; `part_moved` a part and the part before which
    it goes, empty for the end.
    """

    laid = Signal(str, object, int)
    part_moved = Signal(str, str)
    removal_wanted = Signal()

    def __init__(self, numbers: BookNumbers, empty: EmptyState, parent: QWidget | None = None) -> None:
        super().__init__(
            plan_columns(numbers), name=tr("Papers"), group=lambda line: line.group, sortable=False,
            keys=[("Enter", tr("change")), ("Alt ↑↓", tr("move")), ("Alt Shift ↑↓", tr("move the tab")),
                  ("Del", tr("remove"))],
            empty=empty, parent=parent,
        )  # fmt: skip
        self.why_not = ""
        self.rows = RowDrag(self, MIME, self._carried)
        self.rows.dropped.connect(self.let_go)
        for keys, deed in (
            ("Del", self.removal_wanted.emit),
            ("Alt+Up", lambda: self.move_by(-1)),
            ("Alt+Down", lambda: self.move_by(1)),
            ("Alt+Shift+Up", lambda: self.move_part_by(-1)),
            ("Alt+Shift+Down", lambda: self.move_part_by(1)),
        ):
            QShortcut(QKeySequence(keys), self.view, deed).setContext(Qt.ShortcutContext.WidgetShortcut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A narrow list keeps room for the titles; the owner stands in their tooltip.
        self.view.setColumnHidden(OWNER, self.width() < Theme.current().px(NARROW))

    def move_by(self, step: int) -> None:
        """Move the paper chosen by a number of places under its item; another line moves with its tab."""
        line: PlanLine | None = self.current()
        if line is None or self.why_not:
            return
        if line.place:
            self.laid.emit(line.id, line.item, max(1, line.place + step))
        else:
            self.move_part_by(step)

    def move_part_by(self, step: int) -> None:
        """Move the tab of the line chosen before the one before it, or behind the one behind it."""
        line: PlanLine | None = self.current()
        parts = self._parts()
        if line is None or self.why_not or line.part not in parts:
            return
        at = parts.index(line.part)
        rest = [part for part in parts if part != line.part]
        to = at + step
        if 0 <= to <= len(rest):
            self.part_moved.emit(line.part, rest[to] if to < len(rest) else "")

    def _parts(self) -> list[str]:
        """The parts shown that can be moved, in order."""
        lines = (line.item for line in self.model.lines if not line.is_heading)
        return list(dict.fromkeys(line.part for line in lines if line.kind is not EntryKind.AGENDA))

    def _carried(self, row: int) -> tuple[str, str] | None:
        if self.why_not:
            return None
        line: PlanLine | None = self.model.item(row)
        if line is not None and line.place:
            return line.id, f"{line.tab}  {line.title}"
        if line is not None and line.kind is not EntryKind.PAGE:
            return None
        below: PlanLine | None = line or self.model.item(row + 1)
        if below is None or below.kind is EntryKind.AGENDA:
            return None
        return f"{PART}{below.part}", below.group

    def let_go(self, carried: str, gap: int) -> None:
        """Put a paper, or a whole tab, where it was let go: before the row of that number."""
        if carried.startswith(PART):
            self._part_to(carried.removeprefix(PART), gap)
        else:
            self._paper_to(carried, gap)

    def _part_to(self, part: str, gap: int) -> None:
        parts, lines = self._parts(), self.model.lines
        before = ""
        if gap < len(lines):
            # Within a tab: behind that tab. On its heading: before it.
            there = lines[gap].item or lines[gap + 1].item
            before = there.part if lines[gap].is_heading else self._behind(there.part)
        if there_is := part in parts and before != part:
            before = before if before in parts or not before else parts[0]
        if there_is and self._behind(part) != before:
            self.part_moved.emit(part, before)

    def _behind(self, part: str) -> str:
        parts = self._parts()
        at = parts.index(part) + 1 if part in parts else 0
        return parts[at] if at < len(parts) else ""

    def _paper_to(self, paper: str, gap: int) -> None:
        row = self.model.row_of(paper)
        moved: PlanLine | None = self.model.item(row)
        above: PlanLine | None = self.model.item(gap - 1)
        heads = above is None and 0 < gap < len(self.model.lines)
        near: PlanLine | None = self.model.item(gap) if heads else above
        if moved is None or near is None or not near.part.startswith(OF_TABS) or gap in {row, row + 1}:
            return
        place = 1 if heads else self._place_behind(near)
        if near.part == moved.part and place > moved.place:
            place -= 1
        self.laid.emit(paper, near.item, place)

    def _place_behind(self, near: PlanLine) -> int:
        """The place behind a line of a tab: behind the last paper up to it."""
        mine = [line.item for line in self.model.lines if not line.is_heading and line.item.part == near.part]
        upto = mine[: mine.index(near) + 1]
        return max((line.place for line in upto), default=0) + 1
