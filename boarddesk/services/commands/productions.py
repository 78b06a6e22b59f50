"""Enter a demand for books and records, change it, or take it out."""

import re
from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.document_room import Production, ProductionRuling
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.entry import require_possible

PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,11}")


@dataclass(frozen=True, slots=True)
class EnterDemand(Command):
    """Who demands which records, for what purpose; an id that is not there yet makes a new entry."""

    row: Production

    def label(self, record: Record) -> str:
        """“Enter the demand of Fennel Holdings LP”, or “Change …”."""
        there = record.find(Production, self.row.id) is not None
        return f"{'Change' if there else 'Enter'} the demand: {self.row.title}"


@dataclass(frozen=True, slots=True)
class DropDemand(Command):
    """Take a demand out that was entered by mistake, with its rulings."""

    production: str

    def label(self, record: Record) -> str:
        """“Remove the demand: Fennel Holdings LP”."""
        return f"Remove the demand: {find_demand(record, self.production).title}"


def find_demand(record: Record, production: str) -> Production:
    """The demand of that id; UserError where it is gone."""
    found = record.find(Production, production)
    if found is None:
        raise UserError("The demand is no longer there.", what_to_do="Look at the register anew.", code="no_demand")
    return found


def open_demand(record: Record, production: str) -> Production:
    """The demand, while nothing was produced on it."""
    found = find_demand(record, production)
    if found.produced_on is not None:
        raise UserError(
            "The set was produced; what was handed over stays as it was.",
            what_to_do="Enter a further demand for what is produced later.", code="produced",
        )  # fmt: skip
    return found


@handles(EnterDemand)
def enter_demand(command: EnterDemand, tx: Transaction) -> None:
    """A demand has a title and a prefix for its numbers."""
    before, row = tx.record, replace(command.row, title=" ".join(command.row.title.split()), produced_on=None)
    if not row.title:
        raise UserError("The demand has no title.", what_to_do="Say whose demand it is.", code="no_title")
    if PREFIX.fullmatch(row.prefix) is None:
        raise UserError(
            "The pages need a prefix of letters and figures.", what_to_do="Write one such as LKF.", code="no_prefix"
        )
    if before.find(Production, row.id) is None:
        year = row.received_on.year if row.received_on else ""
        row = replace(row, id=tx.new_id(Production, f"{row.title[:50]}-{year}".strip("-")))
    else:
        open_demand(before, row.id)
    tx.put(replace(row, attachment=None, log=None, pages=None))
    require_possible(tx, before)


@handles(DropDemand)
def drop_demand(command: DropDemand, tx: Transaction) -> None:
    """Only while nothing was produced."""
    row = open_demand(tx.record, command.production)
    rulings = [one.id for one in tx.record.where(ProductionRuling, "production", row.id)]
    if rulings:
        tx.remove(ProductionRuling, *rulings)
    tx.remove(Production, row.id)
