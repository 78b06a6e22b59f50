"""Tables as CSV and XLSX: cells of text in, a table of the record or of the window out."""

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.row import Row, plain

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula; text that begins so is kept as text."""

_BROKEN = (zipfile.BadZipFile, zlib.error, LookupError, ValueError, OSError, TypeError, AttributeError, RuntimeError,
           EOFError)  # fmt: skip
"""What a damaged archive, or one of something else, makes its reader raise; broken XML is a SyntaxError."""

DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first sheet of a file: its head, and its rows as text with their number in the file; empty rows left out."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def records(self) -> Iterable[tuple[int, dict[str, str]]]:
        """Each row's number in the file, and its cells by column."""
        for number, cells in self.rows:
            yield number, dict(zip(self.header, cells, strict=True))


def read(data: bytes, name: str) -> Sheet:
    """Read a CSV or XLSX file; UserError where it is none."""
    cells = _xlsx_cells(data, name) if name.lower().endswith(".xlsx") else _csv_cells(data, name)
    numbered = [(n, row) for n, row in enumerate(cells, start=1) if any(row)]
    if not numbered:
        raise UserError("The file holds no row.", name, "Put the names of the columns in its first row.", code="empty")
    header = tuple(numbered[0][1])
    twice = {title for title in header if title and header.count(title) > 1}
    if twice:
        raise UserError(f"The column “{min(twice)}” stands twice.", name, "Give each its own name.", code="columns")
    width = len(header)
    rows = tuple((n, (*row[:width], *[""] * (width - len(row)))) for n, row in numbered[1:])
    return Sheet(header, rows)


def _csv_cells(data: bytes, name: str) -> list[list[str]]:
    text = _decoded(data, name)
    first = text.splitlines()[0] if text.strip() else ""
    delimiter = max(DELIMITERS, key=first.count)
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise UserError(f"This is not CSV ({error}).", name, "Save it as CSV UTF-8.", code="not_csv") from None
    return [[_without_guard(cell.strip()) for cell in row] for row in found]


def _decoded(data: bytes, name: str) -> str:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UserError("This is no text.", name, "Save it as CSV UTF-8 or as XLSX.", code="not_csv")


def _xlsx_cells(data: bytes, name: str) -> list[list[str]]:
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        found = [[_cell_text(value) for value in row] for row in sheet.iter_rows(values_only=True)]
        book.close()
    except (*_BROKEN, SyntaxError):
        raise UserError(
            "This is not a spreadsheet that can be read.", name, "Save it as XLSX or CSV.", code="not_xlsx"
        ) from None
    return found


def _cell_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _without_guard(str(value).strip())


def _without_guard(text: str) -> str:
    """Text as it was before `_guarded`."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA) else text


def _guarded(value: Any) -> Any:
    """Text that a spreadsheet would compute gets an apostrophe before it; numbers stay as they are."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A table as CSV in UTF-8 with the mark that Excel looks for."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_guarded(title) for title in header])
    for row in rows:
        writer.writerow([_guarded(_written(value)) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def xlsx_bytes(header: Sequence[str], rows: Iterable[Sequence[Any]], title: str = "Table") -> bytes:
    """A table as XLSX: dates as dates, numbers as numbers, all text as text; the same table, the same bytes."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 - a fixed stamp, so that bytes repeat
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "d mmm yyyy", "align": "left"})
    sheet = book.add_worksheet("".join(c for c in title if c not in "[]:*?/\\")[:31])
    widths = [len(head) for head in header]
    for place, head in enumerate(header):
        sheet.write_string(0, place, head, bold)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            widths[place] = max(widths[place], len(str(value)))
            _write_cell(sheet, number, place, value, day)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, min(60, width + 2))
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def _write_cell(sheet: Any, row: int, column: int, value: Any, day: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, day)
    elif value not in {None, ""}:
        sheet.write_string(row, column, str(value))


def write_csv(kind: type[Row], rows: Iterable[Row]) -> bytes:
    """A table of the record as CSV: its fields by the names of the interchange document."""
    return csv_bytes(_fields(kind), (_values(kind, row) for row in rows))


def write_xlsx(kind: type[Row], rows: Iterable[Row]) -> bytes:
    """A table of the record as XLSX."""
    return xlsx_bytes(_fields(kind), (_values(kind, row) for row in rows), kind.table)


def _fields(kind: type[Row]) -> list[str]:
    return [field.encode_name for field in msgspec.structs.fields(kind)]


def _values(kind: type[Row], row: Row) -> list[Any]:
    values = plain(row)
    return [_flat(values.get(name)) for name in _fields(kind)]


def _flat(value: Any) -> Any:
    """Lists of words as “a; b”, other structures as JSON."""
    if isinstance(value, (list, tuple)) and all(isinstance(part, str) for part in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, tuple, dict)) else value
