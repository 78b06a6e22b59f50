"""Write an entry of a register, new or changed: events, filings, findings, matters, advisers and the like."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec

from boarddesk.domain.happenings import Matter
from boarddesk.domain.independence import Designation, DesignationKind
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.services.ballot_seats import require_reason_of_matter
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.entry import require_possible
from boarddesk.services.row_words import words_of

NAMING = ("counterparty", "person", "committee", "meeting", "adviser", "title", "field", "kind", "matter")
"""The fields that a new entry's id is made of, those that it has."""


@dataclass(frozen=True, slots=True)
class KeepEntry(Command):
    """One row as it should read; an id that is not there yet makes a new one. `data` is its file, if there is one."""

    row: Row
    data: bytes | None = field(default=None, repr=False)
    media_type: str = "application/pdf"

    def label(self, record: Record) -> str:
        """“Record Bylaws amended, 12 Feb 2026”, or “Change …”."""
        there = record.find(type(self.row), self.row.id)
        return f"Change {words_of(record, there)}" if there is not None else f"Record {words_of(record, self.row)}"


@handles(KeepEntry)
def keep_entry(command: KeepEntry, tx: Transaction) -> None:
    """Write the row; a finding of the board supersedes the one before it on the same person and question."""
    before: Record = tx.record
    row: Any = command.row
    if isinstance(row, Matter):
        require_reason_of_matter(row)
    if command.data is not None:
        row = msgspec.structs.replace(row, attachment=tx.keep(command.data, command.media_type))
    if before.find(type(row), row.id) is None:
        row = msgspec.structs.replace(row, id=tx.new_id(type(row), _wish(row)))
        if isinstance(row, Designation):
            earlier = finding_before(before, row)
            row = msgspec.structs.replace(row, supersedes=earlier.id if earlier else None)
    tx.put(row)
    require_possible(tx, before)


def finding_before(record: Record, row: Designation) -> Designation | None:
    """The newest finding by then on the same person and question: the same committee, or the same transaction."""
    found = [
        other
        for other in record.where(Designation, "person", row.person)
        if other.kind is row.kind and other.id != row.id and other.decided_on <= row.decided_on
        and (row.kind is not DesignationKind.EXCEPTIONAL or other.committee == row.committee)
        and (row.kind is not DesignationKind.DISINTERESTED
             or (other.transaction, other.motion) == (row.transaction, row.motion))
    ]  # fmt: skip
    gone = {other.supersedes for other in found}
    return max((o for o in found if o.id not in gone), key=lambda o: (o.decided_on, o.id), default=None)


def _wish(row: Any) -> str:
    """What names the entry, and its year."""
    parts = [str(value) for name in NAMING if (value := getattr(row, name, None))]
    days = (getattr(row, each.name) for each in msgspec.structs.fields(row))
    year = getattr(row, "fiscal_year", None) or next((day.year for day in days if isinstance(day, date)), "")
    return "-".join([*parts[:2], str(year)]).strip("-")
