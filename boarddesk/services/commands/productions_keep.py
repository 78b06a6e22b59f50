"""Keep the set that was produced on a demand, and its privilege log, as they were handed over."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.productions import find_demand, open_demand


@dataclass(frozen=True, slots=True)
class KeepProduced(Command):
    """The set and its log as they were handed over. What others hold is not undone."""

    undoable: ClassVar[bool] = False

    production: str
    book: bytes = field(repr=False)
    log: bytes = field(repr=False)
    pages: int
    on: date

    def label(self, record: Record) -> str:
        """“Produce the records: Fennel Holdings LP”."""
        return f"Produce the records: {find_demand(record, self.production).title}"


@handles(KeepProduced)
def keep_produced(command: KeepProduced, tx: Transaction) -> None:
    """Keep both files with the day; once."""
    row = open_demand(tx.record, command.production)
    if row.received_on is not None and command.on < row.received_on:
        raise UserError("That is before the demand was received.", what_to_do="Correct the day.", code="order")
    book, log = tx.keep(command.book, "application/pdf"), tx.keep(command.log, "application/pdf")
    tx.put(replace(row, produced_on=command.on, attachment=book, log=log, pages=command.pages))
