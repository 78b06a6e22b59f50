"""Take an entry out that was made by mistake; what other entries rest on stays."""

from dataclasses import dataclass

from boarddesk.common.errors import UserError
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.record import Record
from boarddesk.domain.tables import BY_NAME
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.closed import require_superseding
from boarddesk.services.references import dangling


@dataclass(frozen=True, slots=True)
class RemoveEntry(Command):
    """One row of one table of the register; `what` names it for a person."""

    table: str
    id: str
    what: str

    def label(self, record: Record) -> str:
        """“Remove the questionnaire 2026 of Ingrid Sørhaug”."""
        del record
        return f"Remove {self.what}"


@handles(RemoveEntry)
def remove_entry(command: RemoveEntry, tx: Transaction) -> None:
    """Remove the row where nothing names it; an election goes with its ballot."""
    require_superseding(tx.record.get(BY_NAME[command.table], command.id))
    kept = tx.kept()
    there = set(dangling(tx.record, kept))
    if command.table == Election.table:
        tx.remove(Nominee, *(nominee.id for nominee in tx.record.where(Nominee, "election", command.id)))
    tx.remove(BY_NAME[command.table], command.id)
    if any(fault not in there for fault in dangling(tx.record, kept)):
        raise UserError(
            "Other entries rest on this one.",
            what_to_do="Take those out first, or end this one on the day it ended.",
            code="referred_to",
        )
