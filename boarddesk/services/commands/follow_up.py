"""Tick a step of what follows from something, with what shows it; or find it not needed; or take that back."""

from dataclasses import dataclass
from datetime import date

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.happenings import FollowUp
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.entry import required


@dataclass(frozen=True, slots=True)
class TickStep(Command):
    """A step done on a day, shown by a filing, a document, a motion or a note; `what` names it for a person."""

    what: str
    fact: str
    step: str
    done_on: date
    filing: str | None = None
    document: str | None = None
    motion: str | None = None
    note: str = ""

    def label(self, record: Record) -> str:
        """“Done: Counsel”."""
        del record
        return f"Done: {self.what}"


@handles(TickStep)
def tick_step(command: TickStep, tx: Transaction) -> None:
    """Keep what shows it; nothing is ticked without."""
    note = command.note.strip()
    if not (command.filing or command.document or command.motion or note):
        raise UserError(
            "Nothing shows that it was done.", what_to_do="Choose a filing, a document or a motion, or write a note.",
            code="no_evidence",
        )  # fmt: skip
    keep_follow_up(
        tx,
        FollowUp(
            id="new", fact=command.fact, step=command.step, done_on=command.done_on, filing=command.filing,
            document=command.document, motion=command.motion, note=note,
        ),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class SkipStep(Command):
    """A step found not needed on a day, and why."""

    what: str
    fact: str
    step: str
    on: date
    reason: str

    def label(self, record: Record) -> str:
        """“Not needed: Form 3 under Section 16(a)”."""
        del record
        return f"Not needed: {self.what}"


@handles(SkipStep)
def skip_step(command: SkipStep, tx: Transaction) -> None:
    """Keep the reason."""
    reason = required(command.reason, "No reason is given.", "Write why it is not needed.")
    keep_follow_up(tx, FollowUp(id="new", fact=command.fact, step=command.step, done_on=command.on, not_needed=reason))


@dataclass(frozen=True, slots=True)
class ReopenStep(Command):
    """What was ticked or found not needed is open again; what showed it stays in its register."""

    what: str
    follow_up: str

    def label(self, record: Record) -> str:
        """“Open again: Counsel”."""
        del record
        return f"Open again: {self.what}"


@handles(ReopenStep)
def reopen_step(command: ReopenStep, tx: Transaction) -> None:
    """Take the follow-up out."""
    tx.remove(FollowUp, command.follow_up)


def keep_follow_up(tx: Transaction, row: FollowUp) -> None:
    """Write a follow-up in the place of an earlier one of the same step."""
    there = [r for r in tx.record.where(FollowUp, "fact", row.fact) if r.step == row.step]
    tx.remove(FollowUp, *(other.id for other in there[1:]))
    table, _, name = row.fact.partition(":")
    row_id = there[0].id if there else tx.new_id(FollowUp, f"{table}-{name}-{row.step}"[:70])
    tx.put(msgspec.structs.replace(row, id=row_id))
