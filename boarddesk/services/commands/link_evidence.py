"""Link a row of the record to a clause by hand: it is evidence of that clause on its own day."""

from dataclasses import dataclass
from datetime import date

from boarddesk.common.errors import UserError
from boarddesk.domain.governance import EvidenceLink
from boarddesk.domain.record import Record
from boarddesk.domain.tables import BY_NAME
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.by_hand import link_words
from boarddesk.services.clauses import chip_of, clause_of
from boarddesk.services.row_words import row_words


@dataclass(frozen=True, slots=True)
class LinkEvidence(Command):
    """One row, by its table and id, linked to a clause on a day, with what there is to say about it."""

    clause: str
    table: str
    row: str
    linked_on: date
    note: str = ""

    def label(self, record: Record) -> str:
        """“Link Motion 2025-08, Board meeting, 15 May 2025 to GL-1.16”."""
        return f"Link {row_words(record, self.table, self.row)} to {chip_of(self.clause)}"


@handles(LinkEvidence)
def link_evidence(command: LinkEvidence, tx: Transaction) -> None:
    """Refuse a clause or a row that is not there, and a second link of the same row."""
    if clause_of(command.clause, tx.record) is None:
        raise UserError("There is no such clause.", what_to_do="Choose one of the list.", code="no_clause")
    if command.table not in BY_NAME or tx.record.find(BY_NAME[command.table], command.row) is None:
        raise UserError("What is to be linked is no longer there.", what_to_do="Choose anew.", code="no_row")
    for link in tx.record.where(EvidenceLink, "clause", command.clause):
        if (link.kind, link.row) == (command.table, command.row):
            raise UserError(
                f"It is linked to {chip_of(command.clause)} already.", what_to_do="Choose another.", code="linked"
            )
    tx.put(
        EvidenceLink(
            id=tx.new_id(EvidenceLink, f"{command.clause}-{command.row}"[:60]), clause=command.clause,
            kind=command.table, row=command.row, linked_on=command.linked_on, note=" ".join(command.note.split()),
        )
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class RemoveLink(Command):
    """Take a link away; the row that was linked stays where it is."""

    link: str

    def label(self, record: Record) -> str:
        """“Remove the link of Motion 2025-08, …, to GL-1.16”."""
        found = record.find(EvidenceLink, self.link)
        return f"Remove the link of {link_words(record, found)}" if found is not None else "Remove a link"


@handles(RemoveLink)
def remove_link(command: RemoveLink, tx: Transaction) -> None:
    """Refuse where it is gone already."""
    if tx.record.find(EvidenceLink, command.link) is None:
        raise UserError("The link is no longer there.", what_to_do="Look at the result anew.", code="no_link")
    tx.remove(EvidenceLink, command.link)
