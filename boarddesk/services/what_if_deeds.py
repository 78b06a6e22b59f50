"""Suppositions turned into real entries: which commands they are, which cannot be entered yet, and doing them."""

from collections.abc import Iterator, Sequence

import msgspec

from boarddesk.domain.people import Person
from boarddesk.services.bus import Command
from boarddesk.services.commands.add_person import AddPerson
from boarddesk.services.commands.appoint_director import AppointDirector
from boarddesk.services.commands.cancel_meeting import CancelMeeting
from boarddesk.services.commands.change_committee import ChangeCommittee
from boarddesk.services.commands.record_determination import RecordDeterminations
from boarddesk.services.commands.set_parameter import SetParameter
from boarddesk.services.suppositions import NEW_DIRECTORS, SUPPOSED, Supposed
from boarddesk.services.what_if import all_commands
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services, require_writable


class Deed(msgspec.Struct, frozen=True):
    """One command in words; `why_not` says why it is not entered, empty where it is."""

    command: Command
    label: str
    why_not: str = ""


def deeds(services: Services, changes: Sequence[Supposed]) -> tuple[Deed, ...]:
    """The commands of the changes, in order; UserError where a change cannot be."""
    return tuple(_deeds(services, all_commands(services, changes)))


def _deeds(services: Services, commands: Sequence[Command]) -> Iterator[Deed]:
    after = services.bus.preview(*commands)
    made_up = frozenset(person.id for person in after.all(Person) if person.name in NEW_DIRECTORS)
    for place, command in enumerate(commands):
        label = command.label(services.bus.preview(*commands[:place]))
        yield Deed(command, label, _why_not(services, command, made_up))


def _why_not(services: Services, command: Command, made_up: frozenset[str]) -> str:
    """What a record that is to be true cannot hold yet."""
    if made_up & _people_of(command, made_up):
        return "The new director has no name yet: write one in the change."
    if isinstance(command, RecordDeterminations) and command.decided_on > services.today:
        return f"The Board has not decided it: record it once it has, on {short_day(command.decided_on)} or later."
    if isinstance(command, CancelMeeting) and command.reason == SUPPOSED:
        return "Nobody has said why: write a reason in the change."
    if isinstance(command, SetParameter) and command.citation == SUPPOSED:
        return "The value has no source: cite one in the change."
    return ""


def _people_of(command: Command, made_up: frozenset[str]) -> frozenset[str]:
    """Whom a command enters or seats."""
    if isinstance(command, AddPerson):
        return made_up if command.name in NEW_DIRECTORS else frozenset()
    if isinstance(command, AppointDirector):
        return frozenset({command.person})
    if isinstance(command, RecordDeterminations):
        return frozenset(person for person, _outcome in command.outcomes)
    return frozenset(command.members) if isinstance(command, ChangeCommittee) else frozenset()


def carry_out(services: Services, changes: Sequence[Supposed]) -> int:
    """Do the commands that can be entered, one journaled step each that can be undone; how many were done."""
    require_writable(services)
    wanted = [deed.command for deed in deeds(services, changes) if not deed.why_not]
    # All of them are tried before the first is done, since some may rest on what is left out.
    services.bus.preview(*wanted)
    for command in wanted:
        services.bus.do(command)
    return len(wanted)
