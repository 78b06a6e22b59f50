"""Those present who are not members: management, counsel, advisers, for the meeting or for some items."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Guest, Meeting
from boarddesk.domain.quorum import members_at
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_moment, require_takes_place


@dataclass(frozen=True, slots=True)
class AddGuest(Command):
    """Someone who attends without being a member; its id is given anew."""

    guest: Guest

    def label(self, record: Record) -> str:
        """“Add Priyanka Delacroix”."""
        return f"Add {name_of(record, self.guest.person) or self.guest.name}"


@dataclass(frozen=True, slots=True)
class ChangeGuest(Command):
    """The guest as it shall be."""

    guest: Guest

    def label(self, record: Record) -> str:
        """“Change Priyanka Delacroix's attendance”."""
        return f"Change {name_of(record, self.guest.person) or self.guest.name}’s attendance"


@dataclass(frozen=True, slots=True)
class RemoveGuest(Command):
    """Take a guest off the list."""

    guest: str

    def label(self, record: Record) -> str:
        """“Remove Priyanka Delacroix”."""
        found = record.find(Guest, self.guest)
        return f"Remove {found.name if found else 'a guest'}"


def _sound(record: Record, meeting: Meeting, guest: Guest) -> Guest:
    name = guest.name.strip() or name_of(record, guest.person)
    if not name:
        raise UserError("The guest has no name.", what_to_do="Give the name.", code="no_name")
    if guest.person is not None and guest.person in members_at(record, meeting):
        raise UserError(f"{name} is a member of this body.", what_to_do="Stamp their presence instead.", code="member")
    for at in (guest.arrived, guest.left):
        require_moment(record, meeting, at)
    if guest.arrived is not None and guest.left is not None and guest.left < guest.arrived:
        raise UserError(
            f"{name} left at {guest.left:%H:%M}, before arriving at {guest.arrived:%H:%M}.",
            what_to_do="Correct one of the two times.",
            code="order",
        )
    return replace(guest, name=name, meeting=meeting.id)


@handles(AddGuest)
def add_guest(command: AddGuest, tx: Transaction) -> None:
    """Add the guest, once."""
    meeting = find_meeting(tx.record, command.guest.meeting)
    require_takes_place(meeting)
    guest = _sound(tx.record, meeting, command.guest)
    same = [g for g in tx.record.where(Guest, "meeting", meeting.id) if g.name == guest.name]
    if same:
        raise UserError(f"{guest.name} is on the list already.", what_to_do="Change that entry.", code="exists")
    tx.put(replace(guest, id=tx.new_id(Guest, f"{meeting.id}-{guest.name}")))


@handles(ChangeGuest)
def change_guest(command: ChangeGuest, tx: Transaction) -> None:
    """Replace the guest's entry."""
    meeting = find_meeting(tx.record, command.guest.meeting)
    tx.put(_sound(tx.record, meeting, command.guest))


@handles(RemoveGuest)
def remove_guest(command: RemoveGuest, tx: Transaction) -> None:
    """Remove the guest's entry."""
    tx.remove(Guest, command.guest)
