"""Tables within plain text: consecutive lines between bars, “| Quarter | Revenue |”, so that words stay words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

BAR = "|"
_PARTED = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"^:?-{3,}:?$")
_FIGURE = re.compile(r"^[\s(−+–-]*[$€£¥]?\s?\d[\d,.\s]*\)?\s?(?:%|[kmb]|bn|million|billion)?\)?$|^[–-]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextTable:
    """The rows of one table, its head first; every row has as many cells as the widest."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def figures(self) -> tuple[bool, ...]:
        """For each column whether it holds figures, which are set flush right; the first names its row."""
        body = self.rows[1:] or self.rows
        return tuple(
            bool(place) and any(column) and all(not cell or _FIGURE.match(cell) for cell in column)
            for place, column in enumerate(zip(*body, strict=True))
        )

    @property
    def lines(self) -> tuple[str, ...]:
        """The table as lines of text."""
        return tuple(row_line(row) for row in self.rows)


def row_line(cells: Sequence[str]) -> str:
    """Cells as one line; each on one line of its own, a bar within one is marked."""
    return f"{BAR} {f' {BAR} '.join(' '.join(cell.split()).replace(BAR, chr(92) + BAR) for cell in cells)} {BAR}"


def is_row(line: str) -> bool:
    """Whether a line is a row: it begins and ends with a bar, and has another or a cell between."""
    text = line.strip()
    return len(text) > 2 and text.startswith(BAR) and text.endswith(BAR) and not text.endswith(f"\\{BAR}")


def cells_of(line: str) -> tuple[str, ...]:
    """The cells of a row."""
    inner = line.strip()[1:-1]
    return tuple(cell.strip().replace(f"\\{BAR}", BAR) for cell in _PARTED.split(inner))


def parted(lines: Iterable[str]) -> Iterator[str | TextTable]:
    """Lines as they come, those of a table together; a rule of dashes under a head is no row."""
    rows: list[tuple[str, ...]] = []
    for line in lines:
        if is_row(line):
            rows.append(cells_of(line))
            continue
        yield from _table(rows)
        rows = []
        yield line
    yield from _table(rows)


def _table(rows: list[tuple[str, ...]]) -> Iterator[TextTable]:
    kept = [row for row in rows if not all(_RULE.match(cell) for cell in row)]
    if kept:
        widest = max(len(row) for row in kept)
        yield TextTable(tuple((*row, *[""] * (widest - len(row))) for row in kept))


def from_tabs(text: str) -> str:
    """Text as a spreadsheet puts it on the clipboard, as lines of tables; text without two columns as it is.

    Lines with a tab between are rows; a cell in quotation marks may hold line breaks.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" not in text:
        return text
    out: list[str] = []
    for cells in _records(text):
        if len(cells) > 1:
            out.append(row_line(cells) if any(cell.strip() for cell in cells) else "")
        else:
            out += cells
    return "\n".join(out).strip("\n")


def _records(text: str) -> Iterator[list[str]]:
    """Rows of cells parted by tabs; quotation marks around a cell with breaks or tabs in it go."""
    row: list[str] = []
    cell, quoted = "", False
    for place, char in enumerate(text):
        if quoted:
            if char == '"':
                quoted = False
            else:
                cell += char
        elif char == '"' and not cell and _closes(text, place):
            quoted = True
        elif char == "\t":
            row.append(cell)
            cell = ""
        elif char == "\n":
            yield [*row, cell]
            row, cell = [], ""
        else:
            cell += char
    if row or cell:
        yield [*row, cell]


def _closes(text: str, place: int) -> bool:
    """Whether a quotation mark that opens a cell has its partner at the cell's end, with a break or tab between."""
    end = text.find('"', place + 1)
    inner, after = text[place + 1 : end], text[end + 1 : end + 2]
    return end > 0 and after in {"", "\t", "\n"} and ("\n" in inner or "\t" in inner)
