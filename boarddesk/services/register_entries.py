"""The entries of the registers as their tables show them: every cell in words, or a day or number that sorts."""

from collections.abc import Callable
from typing import Any

import msgspec

from boarddesk.domain.independence import Designation
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.services import books_of_company as company
from boarddesk.services import books_of_people as people
from boarddesk.services.book_of_authority import AUTHORITIES
from boarddesk.services.book_of_dealings import RELATED
from boarddesk.services.clauses import chip_of
from boarddesk.services.kind_words import kind_words
from boarddesk.services.register_fields import Book, Shown, Sort, ref_of, sort_of
from boarddesk.services.registers import record_shown
from boarddesk.services.row_words import row_words, words_of
from boarddesk.services.words import body_short, moment_words
from boarddesk.services.workspace import Services

BOOKS: dict[str, Book] = {
    book.table: book
    for book in (
        people.DESIGNATIONS, people.SKILLS, people.BIOGRAPHIES, people.DIRECTOR_PAY, people.ACCESS, people.CONTACTS,
        people.NOMINEES, company.STOCKHOLDER_MEETINGS, company.MATTERS, company.EVENTS, company.FILINGS,
        company.ENGAGEMENTS, company.DELEGATIONS, company.COMPANY_YEARS, company.ATTESTATIONS,
        company.LINKS,
    )
}  # fmt: skip
"""The registers that are made from a description, by their table."""

FORMS: dict[str, Book] = {table: book for table, book in BOOKS.items() if book.lines} | {
    book.table: book for book in (RELATED, AUTHORITIES)
}
"""The registers whose form is made from a description, by their table."""


class EntryLine(msgspec.Struct, frozen=True):
    """One entry: its cells in the order of the columns, what names it, and whether it no longer counts."""

    id: str
    name: str
    cells: tuple[Any, ...]
    group: str = ""
    past: bool = False
    attachment: str | None = None


def entry_lines(services: Services, book: Book) -> tuple[EntryLine, ...]:
    """Every entry of a register as of the day shown."""
    record = record_shown(services)
    lines = [_line(record, book, row) for row in book.rows(record)]
    return tuple(lines)


def _line(record: Record, book: Book, row: Row) -> EntryLine:
    return EntryLine(
        row.id,
        words_of(record, row),
        tuple(cell(record, row, shown) for shown in book.shown),
        group=_group(record, row, book.group),
        past=_past(record, row),
        attachment=getattr(row, "attachment", None),
    )


def _group(record: Record, row: Row, field: str) -> str:
    if not field:
        return ""
    ref = ref_of(type(row), field)
    return row_words(record, ref, getattr(row, field)) if ref else str(getattr(row, field))


def _past(record: Record, row: Row) -> bool:
    """Whether it was superseded, or ended."""
    if isinstance(row, Designation):
        return bool(record.where(Designation, "supersedes", row.id))
    return any(getattr(row, field, None) is not None for field in ("until", "ended_on", "end"))


def cell(record: Record, row: Row, shown: Shown) -> Any:
    """What a column shows of a row: a day, a number, or words."""
    if shown.words is not None:
        return shown.words(record, row)
    value, sort = getattr(row, shown.field), sort_of(type(row), shown.field)
    if sort in (Sort.TICK, Sort.ANSWER):
        return "" if value is None else shown.answers[0] if value else shown.answers[1]
    if value is None:
        return None if sort in (Sort.DAY, Sort.COUNT, Sort.MONEY, Sort.YEAR) else ""
    if sort is Sort.ROW:
        return row_words(record, ref_of(type(row), shown.field), value)
    words: dict[Sort, Callable[[Any], str]] = {
        Sort.KIND: kind_words,
        Sort.BODY: lambda body: body_short(record, body),
        Sort.LINES: ", ".join,
        Sort.CLAUSE: chip_of,
        Sort.MOMENT: moment_words,
        Sort.TEXT: lambda text: " ".join(text.split()),
    }
    return words[sort](value) if sort in words else value
