"""One row of the record in words, by its table and id, and the rows that a field may name."""

from datetime import date
from functools import lru_cache
from typing import Any

from boarddesk.domain.committees import Committee
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.tables import BY_NAME
from boarddesk.domain.terms import directors_on
from boarddesk.rules.books import built_in
from boarddesk.rules.labels import Labels
from boarddesk.rules.own_book import books_of
from boarddesk.services.choices import NEWEST, Choices, motion_choices, people_choices, unlike
from boarddesk.services.people import people_named
from boarddesk.services.register_fields import DIRECTORS, Ask
from boarddesk.services.words import body_short, meeting_name

NASDAQ = "LAW-NQ-"
"""How the ids of the listing rules begin."""
FIXED = ("board", "independent")
DAYS = ("on", "made_on", "decided_on", "held_on", "effective_from", "effective_on", "adopted_on")


def row_words(record: Record, table: str, row_id: str | None) -> str:
    """A row as a person knows it; empty where none is named."""
    row = record.find(BY_NAME[table], row_id) if row_id is not None else None
    return "" if row is None else words_of(record, row)


@lru_cache(maxsize=2)
def _labels(record: Record) -> Labels:
    """The labels of a record, which never changes; a register asks for hundreds of them."""
    return Labels(record)


def words_of(record: Record, row: Row) -> str:
    """A row as a person knows it: a name, a title, or what it is and its day."""
    if isinstance(row, (Person, Committee)):
        return row.name
    return meeting_name(record, row) if isinstance(row, Meeting) else _labels(record).of(row).label


def choices_for(record: Record, table: str, ask: Ask, there: Any, day: date) -> Choices:
    """The rows that a field offers, the newest first, whatever it names already among them."""
    if table == "people":
        named = there if isinstance(there, tuple) else (there,)
        offered = {*directors_on(record, day), *named} if ask.among == DIRECTORS else {p.id for p in record.all(Person)}
        return people_choices(record, tuple(person for person in people_named(record) if person.id in offered))
    found = motion_choices(record, *ask.motions) if table == "motions" else _rows(record, table, ask)
    if there is not None and all(value != there for value, _label in found):
        found = (*found, (there, row_words(record, table, there)))
    return found


def clause_choices(there: str, *, every: bool = False, record: Record | None = None) -> Choices:
    """The listing rules, or every clause, a record's own too, by number and title, and what an entry names already."""
    books = built_in() if record is None else books_of(record, built_in())
    listed = tuple(
        (clause.id, f"{clause.chip}: {clause.title}")
        for clause in books.by_id.values()
        if every or clause.id.startswith(NASDAQ)
    )
    return listed if not there or any(there == clause for clause, _label in listed) else (*listed, (there, there))


def body_choices(record: Record) -> Choices:
    """The bodies that can engage somebody: the board, the independent directors, each committee."""
    committees = ((committee.id, committee.name) for committee in record.all(Committee))
    return (*((body, body_short(record, body)) for body in FIXED), *committees)


def _rows(record: Record, table: str, ask: Ask) -> Choices:
    kind = BY_NAME[table]
    rows: tuple[Any, ...] = record.where(kind, "body", ask.among) if ask.among else record.all(kind)
    if table == "meetings":
        ordered = sorted(rows, key=lambda row: row.starts, reverse=True)
    else:
        ordered = sorted(rows, key=_day_of, reverse=True)
    return unlike([(row.id, words_of(record, row)) for row in ordered[:NEWEST]])


def _day_of(row: Any) -> str:
    days = (getattr(row, field, None) for field in DAYS)
    return next((day.isoformat() for day in days if day is not None), "")
