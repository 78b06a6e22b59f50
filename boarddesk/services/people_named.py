"""People by the names that a person types on the command line: in full, by surname or by id."""

import difflib
from collections.abc import Sequence

from boarddesk.common.errors import UserError
from boarddesk.common.text import plain
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record


def people_named(record: Record, names: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The people of the record that are meant, and e-mail addresses of others; UserError where one means nobody."""
    people: dict[str, None] = {}
    others: dict[str, None] = {}
    for name in (part.strip() for given in names for part in given.split(",")):
        if not name:
            continue
        if "@" in name:
            others[name] = None
        else:
            people[_one(record, name).id] = None
    return tuple(people), tuple(others)


def _one(record: Record, name: str) -> Person:
    everybody = record.all(Person)
    wanted = plain(name)
    full = [p for p in everybody if wanted in {p.id, plain(p.name), *(plain(alias) for alias in p.aliases)}]
    for found in (full, [person for person in everybody if wanted == plain(person.last)]):
        if len(found) == 1:
            return found[0]
        if found:
            both = " or ".join(person.name for person in found)
            raise UserError(f"“{name}” may be {both}.", what_to_do="Write the name in full.", code="two_people")
    near = difflib.get_close_matches(name, [person.name for person in everybody], 3, 0.5)
    hint = f"Did you mean {', '.join(near)}?" if near else "Write a name as the register has it."
    raise UserError(f"Nobody in the register is called “{name}”.", what_to_do=hint, code="no_such_person")
