"""Add a person under the name they sign with, or change what is known of one; nobody is ever merged."""

from dataclasses import dataclass, fields
from datetime import date

import msgspec

from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.entry import required
from boarddesk.services.people import tidy


@dataclass(frozen=True, slots=True)
class AddPerson(Command):
    """A new person; any Unicode name will do."""

    name: str
    honorific: str = ""
    surname: str = ""
    aliases: tuple[str, ...] = ()
    email: str = ""
    born: date | None = None
    note: str = ""

    def label(self, record: Record) -> str:
        """“Add Ingrid Sørhaug”."""
        del record
        return f"Add {tidy(self.name)}"


@handles(AddPerson)
def add_person(command: AddPerson, tx: Transaction) -> None:
    """Write the person under an id made of the name."""
    given = {field.name: getattr(command, field.name) for field in fields(command)}
    tx.put(_tidied(Person(id=tx.new_id(Person, command.name), **given)))


@dataclass(frozen=True, slots=True)
class EditPerson(Command):
    """A person's name as they sign now, other spellings, and how to reach them."""

    person: Person

    def label(self, record: Record) -> str:
        """“Change Ingrid Sørhaug”."""
        return f"Change {record.get(Person, self.person.id).name}"


@handles(EditPerson)
def edit_person(command: EditPerson, tx: Transaction) -> None:
    """Replace the person's row; a former name stays as another spelling."""
    before, after = tx.record.get(Person, command.person.id), _tidied(command.person)
    if before.name != after.name and before.name not in after.aliases:
        after = msgspec.structs.replace(after, aliases=(*after.aliases, before.name))
    tx.put(after)


def _tidied(person: Person) -> Person:
    name = required(person.name, "The person has no name.", "Write the name as they sign it.")
    spellings = dict.fromkeys(spelling for text in person.aliases if (spelling := tidy(text)) and spelling != name)
    return msgspec.structs.replace(
        person,
        name=name,
        honorific=tidy(person.honorific),
        surname=tidy(person.surname),
        aliases=tuple(spellings),
        email=person.email.strip(),
        note=person.note.strip(),
    )
