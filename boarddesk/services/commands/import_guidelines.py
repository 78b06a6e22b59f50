"""A book of the company's guidelines from a file: its new and changed versions, in one step."""

from dataclasses import dataclass, field

from boarddesk.domain.governance import GuidelineClause
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.guideline_versions import new_version, put_version


@dataclass(frozen=True, slots=True)
class ImportGuidelines(Command):
    """Versions from a book in a file, new and changed ones, in one step."""

    rows: tuple[GuidelineClause, ...] = field(repr=False)
    name: str = ""

    def label(self, record: Record) -> str:
        """“Import 3 versions of clauses from guidelines.yaml”."""
        del record
        many = "a version of a clause" if len(self.rows) == 1 else f"{len(self.rows)} versions of clauses"
        return f"Import {many} from {self.name}"


@handles(ImportGuidelines)
def import_guidelines(command: ImportGuidelines, tx: Transaction) -> None:
    """Write every version, the oldest first, so that a retirement finds what it retires."""
    for row in sorted(command.rows, key=lambda row: row.effective_from):
        put_version(tx, row if tx.record.find(GuidelineClause, row.id) else new_version(tx, row))
