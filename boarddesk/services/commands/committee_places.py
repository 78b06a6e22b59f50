"""One person's time on a committee or as its chair: entered for the past, or corrected where it was entered wrongly."""

from dataclasses import dataclass
from datetime import date

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeSeat
from boarddesk.domain.people import EndReason
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.entry import require_possible


@dataclass(frozen=True, slots=True)
class EnterPlace(Command):
    """Somebody serves on a committee, or chairs it, from `start`; `end` is the first day out of the place."""

    committee: str
    person: str
    start: date
    end: date | None = None
    end_reason: EndReason | None = None
    chair: bool = False
    motion: str | None = None

    def label(self, record: Record) -> str:
        """“Enter Ingrid Sørhaug on the Audit Committee”."""
        place = "as chair of" if self.chair else "on"
        return f"Enter {name_of(record, self.person)} {place} the {record.get(Committee, self.committee).name}"


@handles(EnterPlace)
def enter_place(command: EnterPlace, tx: Transaction) -> None:
    """Write the place."""
    before, wish = tx.record, f"{command.committee}-{command.person}"
    if command.chair:
        tx.put(
            CommitteeChair(
                id=tx.new_id(CommitteeChair, wish), committee=command.committee, person=command.person,
                start=command.start, end=command.end, motion=command.motion,
            )
        )  # fmt: skip
    else:
        tx.put(
            CommitteeSeat(
                id=tx.new_id(CommitteeSeat, wish), committee=command.committee, person=command.person,
                start=command.start, end=command.end, end_reason=command.end_reason, motion=command.motion,
            )
        )  # fmt: skip
    require_possible(tx, before)


@dataclass(frozen=True, slots=True)
class CorrectPlace(Command):
    """A place as it should read: for a slip of the pen in committee, person or dates."""

    place: CommitteeSeat | CommitteeChair

    def label(self, record: Record) -> str:
        """“Correct the place of Ingrid Sørhaug on the Audit Committee”."""
        there = record.get(type(self.place), self.place.id)
        what = "the time as chair of" if isinstance(there, CommitteeChair) else "the place of"
        who, body = name_of(record, there.person), record.get(Committee, there.committee).name
        return f"Correct {what} {who} on the {body}"


@handles(CorrectPlace)
def correct_place(command: CorrectPlace, tx: Transaction) -> None:
    """Replace the row."""
    before = tx.record
    tx.put(command.place)
    require_possible(tx, before)
