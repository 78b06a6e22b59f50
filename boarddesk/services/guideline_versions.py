"""Versions of clauses of the company's guidelines as rows: written where nothing stands against them."""

from datetime import date

from msgspec.structs import replace

from boarddesk.domain.governance import GuidelineClause
from boarddesk.domain.record import Record
from boarddesk.services.bus import Transaction
from boarddesk.services.clauses import books_shown
from boarddesk.services.entry import refuse
from boarddesk.services.guideline_checks import faults_of_version
from boarddesk.services.people import tidy


def retirement(record: Record, clause: str, day: date, motion: str | None = None, reason: str = "") -> GuidelineClause:
    """The row of a retirement, with the words that were in force before it."""
    there = books_shown(record, day).by_id.get(clause)
    return GuidelineClause(
        id="new", clause=clause, title=there.title if there else clause, text=there.clause if there else clause,
        retired=True, effective_from=day, motion=motion, reason=reason.strip(),
    )  # fmt: skip


def new_version(tx: Transaction, row: GuidelineClause) -> GuidelineClause:
    """The row with an id of its own."""
    return replace(row, id=tx.new_id(GuidelineClause, f"{row.clause}-{row.effective_from.isoformat()}"))


def put_version(tx: Transaction, row: GuidelineClause) -> None:
    """Write a version; UserError with every fault where something stands against it."""
    row = replace(row, clause=row.clause.strip(), title=tidy(row.title), text=row.text.strip())
    refuse(*faults_of_version(tx.record, row))
    tx.put(row)
