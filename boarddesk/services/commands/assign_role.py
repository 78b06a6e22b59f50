"""Roles over time: chair, lead independent director, officers."""

from dataclasses import dataclass
from datetime import date

import msgspec

from boarddesk.domain.people import Role, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.entry import require_possible
from boarddesk.services.people import WORDS, role_title, tidy

HELD_BY_ONE = frozenset(Role) - {Role.EXECUTIVE_OFFICER, Role.OTHER_OFFICER}


@dataclass(frozen=True, slots=True)
class AssignRole(Command):
    """A person takes a role; with `succeeds`, whoever held it until then leaves it the same day."""

    person: str
    role: Role
    start: date
    title: str = ""
    executive: bool = False
    succeeds: bool = True
    motion: str | None = None
    note: str = ""

    def label(self, record: Record) -> str:
        """“Ingrid Sørhaug: Lead Independent Director”."""
        return f"{name_of(record, self.person)}: {self.title or WORDS[self.role]}"


@handles(AssignRole)
def assign_role(command: AssignRole, tx: Transaction) -> None:
    """Close the role of the one before, where one person holds it, and open the new one."""
    before, day = tx.record, command.start
    if command.succeeds and command.role in HELD_BY_ONE:
        for tenure in before.where(RoleTenure, "role", command.role):
            if tenure.held_on(day):
                tx.put(msgspec.structs.replace(tenure, end=day))
    tx.put(
        RoleTenure(
            id=tx.new_id(RoleTenure, f"{command.person}-{command.role}"),
            person=command.person,
            role=command.role,
            title=tidy(command.title),
            start=day,
            executive=command.executive,
            motion=command.motion,
            note=command.note.strip(),
        )
    )
    require_possible(tx, before)


@dataclass(frozen=True, slots=True)
class EditRole(Command):
    """A role as it should read, or with the day it ended."""

    tenure: RoleTenure

    def label(self, record: Record) -> str:
        """“End Ingrid Sørhaug’s role as Lead Independent Director”."""
        before = record.get(RoleTenure, self.tenure.id)
        what = f"{name_of(record, before.person)}’s role as {role_title(before)}"
        return f"End {what}" if before.end is None and self.tenure.end else f"Change {what}"


@handles(EditRole)
def edit_role(command: EditRole, tx: Transaction) -> None:
    """Replace the role's row."""
    before = tx.record
    tx.put(command.tenure)
    require_possible(tx, before)
