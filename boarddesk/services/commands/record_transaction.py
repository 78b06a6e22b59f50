"""Dealings with related persons."""

from dataclasses import dataclass

import msgspec

from boarddesk.domain.motions import RelatedTransaction
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.entry import required


@dataclass(frozen=True, slots=True)
class RecordTransaction(Command):
    """A dealing, new or changed; a row whose id is not there yet gets one of its own."""

    transaction: RelatedTransaction

    def label(self, record: Record) -> str:
        """“Related-person transaction with Fennimore Analytics”."""
        del record
        return f"Related-person transaction with {self.transaction.counterparty}"


@handles(RecordTransaction)
def record_transaction(command: RecordTransaction, tx: Transaction) -> None:
    """Write the dealing."""
    row = command.transaction
    name = required(row.counterparty, "No counterparty is named.", "Name the other side of the dealing.")
    row = msgspec.structs.replace(row, counterparty=name)
    if tx.record.find(RelatedTransaction, row.id) is None:
        row = msgspec.structs.replace(row, id=tx.new_id(RelatedTransaction, name))
    tx.put(row)
