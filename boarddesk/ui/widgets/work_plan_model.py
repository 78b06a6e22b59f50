"""What a work plan shows, as rows and columns of a table: duties against meetings."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Literal

import msgspec
from PySide6.QtCore import QObject, Qt

from boarddesk.ui.kit.status import status_mark
from boarddesk.ui.widgets.grid_view import GridModel

LEAD = 2  # title and clause stand before the meetings; the outcome stands after them


class PlanGroup(msgspec.Struct, frozen=True):
    """A heading over neighboring columns, with a shorter one where room is scarce; `now` is the one to come."""

    title: str
    short: str
    now: bool = False


class PlanColumn(msgspec.Struct, frozen=True):
    """One column: its key, its letter, its name in words, the group that it stands in, and how its letter looks."""

    key: Hashable
    letter: str
    name: str
    group: int
    look: Literal["plain", "solid", "member"] = "plain"
    shaded: bool = False
    round_ends: bool = False


class PlanCell(msgspec.Struct, frozen=True):
    """One mark: the status code, what is said of it, and whether it can be moved to another column."""

    status: str
    says: str = ""
    movable: bool = False


class PlanLine(msgspec.Struct, frozen=True):
    """One row: a title, a clause, its marks by column, the columns that can take one, the outcome in words."""

    key: Hashable
    title: str
    label: str
    cells: Mapping[Hashable, PlanCell]
    takes: frozenset[Hashable]
    outcome: str
    tone: str
    says: str = ""
    law: bool = False
    full_title: str = ""


class PlanModel(GridModel):
    """Rows of duties, one column a meeting."""

    lead = LEAD

    def __init__(self, titles: tuple[str, str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = titles
        self.groups: tuple[PlanGroup, ...] = ()
        self.columns: tuple[PlanColumn, ...] = ()
        self.lines: tuple[PlanLine, ...] = ()

    def set_contents(
        self, groups: Sequence[PlanGroup], columns: Sequence[PlanColumn], lines: Sequence[PlanLine]
    ) -> None:
        """Show another plan."""
        self.beginResetModel()
        self.groups, self.columns, self.lines = tuple(groups), tuple(columns), tuple(lines)
        self.column_keys = tuple(column.key for column in columns)
        self.endResetModel()

    def column_at(self, place: int) -> PlanColumn | None:
        """The meeting of a table column, or None for the columns at the sides."""
        return self.columns[place - LEAD] if LEAD <= place < LEAD + len(self.columns) else None

    def line_at(self, place: int) -> PlanLine | None:
        """The row at a place, or None."""
        return self.lines[place] if 0 <= place < len(self.lines) else None

    def cell_at(self, row: int, column: int) -> PlanCell | None:
        """The mark at a place, or None."""
        line, there = self.line_at(row), self.column_at(column)
        return line.cells.get(there.key) if line and there else None

    def places(self, row: int, column: int) -> tuple[int, ...]:
        """The table columns to which the mark at a place can be moved, from left to right."""
        cell = self.cell_at(row, column)
        if cell is None or not cell.movable:
            return ()
        last = LEAD + len(self.columns)
        return tuple(place for place in range(LEAD, last) if place != column and self.is_free(row, place))

    def is_free(self, row: int, column: int) -> bool:
        """Whether a place can take a mark: its column may, and no other mark stands there but a proposed one."""
        line, there = self.line_at(row), self.column_at(column)
        if line is None or there is None or there.key not in line.takes:
            return False
        mark = line.cells.get(there.key)
        return mark is None or mark.status == "proposed"

    def starts_group(self, place: int) -> bool:
        """Whether a line stands at the left of a table column: a group begins, or the meetings end."""
        there, before = self.column_at(place), self.column_at(place - 1)
        if there is None:
            return before is not None
        return before is None or before.group != there.group

    def row_key(self, row: int) -> Hashable:
        line = self.line_at(row)
        return line.key if line else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        there = self.column_at(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return there.letter if there else self.titles[min(section, LEAD)]
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole} and there is not None:
            return there.name
        return None

    def shown(self, row: int, column: int) -> str:
        line = self.lines[row]
        side = {0: line.title, 1: line.label, self.columnCount() - 1: line.outcome}
        return side.get(column, "")

    def spoken(self, row: int, column: int) -> str:
        """A place in words: the duty, the meeting, the status's word and what is said of it."""
        line, there = self.lines[row], self.column_at(column)
        if there is None:
            if column < LEAD:
                return (line.full_title or line.title, line.label)[column]
            return "\n".join(part for part in (line.outcome, line.says) if part)
        cell = line.cells.get(there.key)
        if cell is None:
            return f"{line.title}, {there.name}" if there.key in line.takes else ""
        word = status_mark(cell.status, "law" if line.law else "guideline").word
        return ". ".join(part for part in (f"{line.title}, {there.name}: {word}", cell.says) if part)
