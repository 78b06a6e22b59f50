"""The company's own guidelines: clauses adopted, amended, retired, each version by a motion and from a day on."""

from dataclasses import dataclass
from datetime import date

from boarddesk.common.errors import Fault
from boarddesk.domain.governance import GuidelineClause
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.clauses import is_in_force
from boarddesk.services.entry import refuse
from boarddesk.services.guideline_checks import faults_of_version
from boarddesk.services.guideline_versions import new_version, put_version, retirement


@dataclass(frozen=True, slots=True)
class AdoptClause(Command):
    """A clause that was not in force before its first day; the row's id is given anew."""

    row: GuidelineClause

    def label(self, record: Record) -> str:
        """“Adopt GL-7.1 Cyber risk”."""
        del record
        return f"Adopt {self.row.clause} {self.row.title}"


@dataclass(frozen=True, slots=True)
class AmendClause(Command):
    """Other words, or another reading, of a clause from a day on; the row's id is given anew."""

    row: GuidelineClause

    def label(self, record: Record) -> str:
        """“Amend GL-1.4 Annual financial plan reviewed”."""
        del record
        return f"Amend {self.row.clause} {self.row.title}"


@dataclass(frozen=True, slots=True)
class CorrectClause(Command):
    """A version that was entered wrongly, written as it was adopted; it keeps its id."""

    row: GuidelineClause

    def label(self, record: Record) -> str:
        """“Correct a version of GL-7.1”."""
        del record
        return f"Correct a version of {self.row.clause}"


@dataclass(frozen=True, slots=True)
class RetireClause(Command):
    """A clause that is no longer in force from a day on; its earlier versions stay."""

    clause: str
    effective_from: date
    motion: str | None = None
    reason: str = ""

    def label(self, record: Record) -> str:
        """“Retire GL-2.5”."""
        del record
        return f"Retire {self.clause}"


@handles(AdoptClause)
def adopt_clause(command: AdoptClause, tx: Transaction) -> None:
    """Write the first version, or the first one again after the clause was retired."""
    row = command.row
    refuse(*(fault for fault in faults_of_version(tx.record, row) if fault.where == "clause"))
    if is_in_force(tx.record, row.clause, row.effective_from):
        refuse(Fault(f"{row.clause} is in force already.", "clause", "Amend it, or choose another name."))
    put_version(tx, new_version(tx, row))


@handles(AmendClause)
def amend_clause(command: AmendClause, tx: Transaction) -> None:
    """Write the next version."""
    put_version(tx, new_version(tx, command.row))


@handles(CorrectClause)
def correct_clause(command: CorrectClause, tx: Transaction) -> None:
    """Write the version anew."""
    put_version(tx, command.row)


@handles(RetireClause)
def retire_clause(command: RetireClause, tx: Transaction) -> None:
    """Write a version that says that the clause is no longer in force."""
    put_version(
        tx,
        new_version(tx, retirement(tx.record, command.clause, command.effective_from, command.motion, command.reason)),
    )
