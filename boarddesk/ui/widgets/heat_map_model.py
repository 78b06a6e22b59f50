"""What a heat map shows, as rows and columns of a table."""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Qt

from boarddesk.ui.kit.status import status_mark
from boarddesk.ui.widgets.grid_view import GridModel

LEAD = 3  # label, title and token stand before the periods; the outcome stands after them


class HeatPeriod(msgspec.Struct, frozen=True):
    """One column: its key, its short title, and whether it is the period under way."""

    key: Hashable
    title: str
    now: bool = False


class HeatCell(msgspec.Struct, frozen=True):
    """One mark: the status code, and what the tooltip says after the status's word."""

    status: str
    says: str = ""


class HeatRow(msgspec.Struct, frozen=True):
    """One row: a short label, a title, a token's letter, a cell or nothing per period, the outcome in words."""

    key: Hashable
    group: str
    label: str
    title: str
    token: str
    cells: tuple[HeatCell | None, ...]
    outcome: str
    outcome_word: str = ""
    origin: str = "guideline"
    token_name: str = ""


class HeatLine(msgspec.Struct, frozen=True):
    """A line of the table: a row, or a group's heading with how many rows the group has."""

    row: HeatRow | None
    heading: str = ""
    count: int = 0


class HeatModel(GridModel):
    """Rows below the headings of their groups; a closed group shows its heading alone."""

    lead = LEAD

    def __init__(self, titles: tuple[str, str, str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self.periods: tuple[HeatPeriod, ...] = ()
        self.lines: list[HeatLine] = []
        self._rows: tuple[HeatRow, ...] = ()
        self._closed: set[str] = set()

    def set_contents(self, periods: Sequence[HeatPeriod], rows: Sequence[HeatRow]) -> None:
        """Show other periods and rows."""
        self.periods, self._rows = tuple(periods), tuple(rows)
        self.column_keys = tuple(period.key for period in periods)
        self._arrange()

    def set_titles(self, titles: tuple[str, str, str, str]) -> None:
        """Name the columns at the sides anew."""
        self._titles = titles
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def toggle(self, heading: str) -> None:
        """Close or open a group."""
        self._closed ^= {heading}
        self._arrange()

    def is_closed(self, heading: str) -> bool:
        """Whether a group shows its heading alone."""
        return heading in self._closed

    def _arrange(self) -> None:
        self.beginResetModel()
        self.lines = []
        heading, counts = None, Counter(row.group for row in self._rows)
        for row in self._rows:
            if row.group and row.group != heading:
                heading = row.group
                self.lines.append(HeatLine(None, heading, counts[heading]))
            if row.group not in self._closed:
                self.lines.append(HeatLine(row))
        self.endResetModel()

    def period_at(self, column: int) -> HeatPeriod | None:
        """The period of a column, or None for the columns at the sides."""
        place = column - LEAD
        return self.periods[place] if 0 <= place < len(self.periods) else None

    def cell_at(self, line: HeatLine, column: int) -> HeatCell | None:
        """The cell at a column of a line."""
        place = column - LEAD
        if line.row is None or not 0 <= place < len(line.row.cells):
            return None
        return line.row.cells[place]

    def row_key(self, row: int) -> Hashable:
        found = self.lines[row].row if 0 <= row < len(self.lines) else None
        return found.key if found else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < LEAD:
            return self._titles[section]
        period = self.period_at(section)
        return period.title if period else self._titles[3]

    def shown(self, row: int, column: int) -> str:
        line = self.lines[row]
        found = line.row
        if found is None:
            return line.heading if column == 0 else ""
        if column < LEAD:
            return (found.label, found.title, found.token)[column]
        return outcome_word(found) if column == self.columnCount() - 1 else ""

    def spoken(self, row: int, column: int) -> str:
        """A place in words: the row, the period, the status's word and what is said of it."""
        line, period = self.lines[row], self.period_at(column)
        found = line.row
        if found is None:
            return f"{line.heading}, {line.count}"
        if period is None:
            if column < LEAD:
                return (found.label, found.title, found.token_name or found.token)[column]
            return outcome_word(found)
        cell = self.cell_at(line, column)
        if cell is None:
            return ""
        word = status_mark(cell.status, found.origin).word
        return ", ".join(part for part in (f"{found.label}, {period.title}: {word}", cell.says) if part)


def outcome_word(row: HeatRow) -> str:
    """The words of a row's last column."""
    return row.outcome_word or status_mark(row.outcome, row.origin).word
