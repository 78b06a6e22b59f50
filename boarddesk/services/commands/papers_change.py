"""Rename, move and remove the papers of a meeting."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.papers import ExpectedPaper, Paper, PaperVersion
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import find_item
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.packet_order import laid_under, lay, number_laid


@dataclass(frozen=True, slots=True)
class ChangePaper(Command):
    """The paper as it shall be: title, presenter, who gets it, note, whether a signed original goes with it."""

    paper: Paper

    def label(self, record: Record) -> str:
        """“Change “Finance report””."""
        del record
        return f"Change “{self.paper.title}”"


@dataclass(frozen=True, slots=True)
class MovePaper(Command):
    """The paper stands under `item` at `position`, counted from 1; None means before the whole meeting."""

    paper: str
    item: str | None
    position: int

    def label(self, record: Record) -> str:
        """“Move “Finance report””."""
        return f"Move “{find_paper(record, self.paper).title}”"


@dataclass(frozen=True, slots=True)
class RemovePaper(Command):
    """Take a paper off; its bytes stay in the file, so that this can be undone."""

    paper: str

    def label(self, record: Record) -> str:
        """“Remove “Finance report””."""
        return f"Remove “{find_paper(record, self.paper).title}”"


def find_paper(record: Record, paper: str) -> Paper:
    """The paper; UserError where it is no longer there."""
    found = record.find(Paper, paper)
    if found is None:
        raise UserError("The paper is no longer there.", what_to_do="Look at the list anew.", code="no_paper")
    return found


@handles(ChangePaper)
def change_paper(command: ChangePaper, tx: Transaction) -> None:
    """Its bytes and its place stay."""
    there = find_paper(tx.record, command.paper.id)
    if not command.paper.title.strip():
        raise UserError("The paper has no title.", what_to_do="Say what it is.", code="no_title")
    tx.put(
        replace(
            there,
            title=command.paper.title.strip(),
            presenter=command.paper.presenter,
            presenter_note=command.paper.presenter_note.strip(),
            confidential=command.paper.confidential,
            privileged=command.paper.privileged,
            withheld=tuple(sorted(set(command.paper.withheld))),
            attach_original=command.paper.attach_original and there.signed,
            note=command.paper.note.strip(),
        )
    )


@handles(MovePaper)
def move_paper(command: MovePaper, tx: Transaction) -> None:
    """The papers it leaves and those it joins close up."""
    move(tx, command.paper, command.item, command.position)


def move(tx: Transaction, paper_id: str, item: str | None, position: int) -> None:
    """Put a paper under an item at a place; for handlers."""
    paper = find_paper(tx.record, paper_id)
    if item is not None and find_item(tx.record, item).meeting != paper.meeting:
        raise UserError("That item is on another agenda.", what_to_do="Choose one of this one.", code="other_agenda")
    lay(tx, paper, item, position)


@handles(RemovePaper)
def remove_paper(command: RemovePaper, tx: Transaction) -> None:
    """Its earlier versions go with it, the others close up; where it was expected it is expected again."""
    paper = find_paper(tx.record, command.paper)
    for awaited in tx.record.where(ExpectedPaper, "paper", paper.id):
        tx.put(replace(awaited, paper=None, item=paper.item, position=paper.position))
    tx.remove(PaperVersion, *(version.id for version in tx.record.where(PaperVersion, "paper", paper.id)))
    tx.remove(Paper, paper.id)
    number_laid(tx, laid_under(tx.record, paper.meeting, paper.item))
