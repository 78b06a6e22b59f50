"""The clauses of the rule books as the window names them: chip, heading, body, what they relate to."""

from datetime import date

from boarddesk.domain.record import Record
from boarddesk.rules.books import Books, Clause, built_in
from boarddesk.rules.own_book import books_of

__all__ = ["INTERVAL", "Clause", "books_shown", "chip_of", "clause_of", "clauses_listed", "is_in_force",
           "parameter_label"]  # fmt: skip
INTERVAL = "interval."
"""Before a clause's id: the key of the interval that the company adopted for it."""


def books_shown(record: Record, day: date) -> Books:
    """The books of a company with one version of each clause: the one in force on a day, or its last before."""
    books = books_of(record, built_in())
    if books is built_in():
        return books
    newest = {clause.id: clause for clause in books.clauses if clause.since <= day}
    return Books(tuple(newest.values()), books.parameters, newest)


def clauses_listed(record: Record, day: date, judged: frozenset[str]) -> tuple[Clause, ...]:
    """The clauses in force on a day, and those no longer in force of which there are results."""
    return tuple(c for c in books_shown(record, day).clauses if c.judges(day) or c.id in judged)


def is_in_force(record: Record, clause: str, day: date) -> bool:
    """Whether some version of a clause is in force on a day."""
    found = books_shown(record, day).by_id.get(clause)
    return found is not None and found.judges(day)


def clause_of(clause: str, record: Record | None = None) -> Clause | None:
    """A clause of the built-in books, or of the company's where a record is given; its newest version, or None."""
    books = built_in() if record is None else books_of(record, built_in())
    return books.by_id.get(clause)


def parameter_label(key: str) -> str:
    """What a parameter is, in words; its key where the books do not know it."""
    clause = key.removeprefix(INTERVAL)
    if clause != key:
        return f"Interval of {chip_of(clause)}"
    found = built_in().parameters.get(key)
    return found.label if found is not None else key


def chip_of(clause: str) -> str:
    """How the window names a clause: “GL-3.5”, “5605(b)(2)”; its id where the books have no other name."""
    found = clause_of(clause)
    return found.chip if found is not None else clause
