"""Committees come into being, are renamed and are dissolved."""

from dataclasses import dataclass
from datetime import date

import msgspec

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeKind, CommitteeSeat
from boarddesk.domain.meetings import FIXED_BODIES
from boarddesk.domain.people import EndReason
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.change_committee import set_members
from boarddesk.services.entry import require_possible, required
from boarddesk.services.people import tidy


@dataclass(frozen=True, slots=True)
class CreateCommittee(Command):
    """A committee from a day on, with its members and chair; `motion` is the board's creating resolution."""

    name: str
    kind: CommitteeKind
    start: date
    letter: str = ""
    standing: bool = True
    members: tuple[str, ...] = ()
    chair: str | None = None
    motion: str | None = None
    mandate: str = ""

    def label(self, record: Record) -> str:
        """“Create the Audit Committee”."""
        del record
        return f"Create the {tidy(self.name)}"


@handles(CreateCommittee)
def create_committee(command: CreateCommittee, tx: Transaction) -> None:
    """Write the committee under a short id: its kind, or its name."""
    before = tx.record
    name = required(command.name, "The committee has no name.", "Give the name of its charter.")
    wish = command.kind.value if command.kind is not CommitteeKind.OTHER else name
    committee = Committee(
        id=tx.new_id(Committee, f"{wish} committee" if wish.casefold() in FIXED_BODIES else wish),
        name=name,
        kind=command.kind,
        letter=command.letter.strip().upper() or name[0].upper(),
        standing=command.standing,
        start=command.start,
        motion=command.motion,
        mandate=command.mandate.strip(),
    )
    tx.put(committee)
    set_members(tx, committee.id, command.start, command.members, command.chair, command.motion)
    require_possible(tx, before)


@dataclass(frozen=True, slots=True)
class EditCommittee(Command):
    """What a committee is called and for; its members are changed apart."""

    committee: Committee

    def label(self, record: Record) -> str:
        """“Change the name or mandate of the Audit Committee”."""
        return f"Change the name or mandate of the {record.get(Committee, self.committee.id).name}"


@handles(EditCommittee)
def edit_committee(command: EditCommittee, tx: Transaction) -> None:
    """Replace the committee's row."""
    before = tx.record
    required(command.committee.name, "The committee has no name.", "Give the name of its charter.")
    tx.put(command.committee)
    require_possible(tx, before)


@dataclass(frozen=True, slots=True)
class DissolveCommittee(Command):
    """A committee ends on a day, and with it its seats."""

    committee: str
    end: date

    def label(self, record: Record) -> str:
        """“Dissolve the Special Committee”."""
        return f"Dissolve the {record.get(Committee, self.committee).name}"


@handles(DissolveCommittee)
def dissolve_committee(command: DissolveCommittee, tx: Transaction) -> None:
    """Set the end of the committee, its seats and its chair."""
    before, day = tx.record, command.end
    tx.put(msgspec.structs.replace(before.get(Committee, command.committee), end=day))
    for seat in before.where(CommitteeSeat, "committee", command.committee):
        if seat.end is None or seat.end > day:
            tx.put(msgspec.structs.replace(seat, end=day, end_reason=EndReason.TERM_ENDED))
    for chair in before.where(CommitteeChair, "committee", command.committee):
        if chair.end is None or chair.end > day:
            tx.put(msgspec.structs.replace(chair, end=day))
    require_possible(tx, before)
