"""What importing a table of people or terms would do, line by line, before anything is done."""

from collections.abc import Mapping

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.checks import warnings_for
from boarddesk.domain.people import Appointment, Person
from boarddesk.domain.row import Row
from boarddesk.interchange.formats.record_json import Document
from boarddesk.interchange.people_fields import APPOINTMENTS, PEOPLE
from boarddesk.services.commands.import_record import ImportRecord, plan_import
from boarddesk.services.commands.import_table import read_table
from boarddesk.services.people import WORDS
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

TABLES = (PEOPLE, APPOINTMENTS)
NEW, THERE, FAULT, ASK = "New", "Already there", "Fault", "Look again"


class PreviewLine(msgspec.Struct, frozen=True):
    """One row of the file: what would become of it, and what it says."""

    id: int
    state: str
    what: str
    detail: str


class Preview(msgspec.Struct, frozen=True):
    """The lines, and the command that would do it; None while a fault stands against it."""

    lines: tuple[PreviewLine, ...]
    command: ImportRecord | None

    @property
    def added(self) -> int:
        """How many entries would be added."""
        return sum(line.state == NEW for line in self.lines)


def preview(services: Services, name: str, data: bytes, table: str, mapping: Mapping[str, str]) -> Preview:
    """Read a file and compare it with the record; what cannot be read at all is the one line."""
    try:
        document = read_table(services.record, name, data, table, mapping)
    except UserError as refused:
        faults = [(fault.where, f"{fault.what} {fault.what_to_do}") for fault in refused.faults]
        return Preview(_lines(FAULT, faults or [(refused.where, f"{refused.what} {refused.what_to_do}")]), None)
    return _compared(services, document, name)


def _compared(services: Services, document: Document, name: str) -> Preview:
    record = services.record
    kept = frozenset(digest for digest, _size, _media in services.attachments())
    plan = plan_import(document, record, kept, name)
    after = record.changed(put=plan.added)
    names = {person.id: person.name for person in after.all(Person)}
    said = [
        *((FAULT, (fault.what, fault.what_to_do)) for fault in plan.faults),
        *((ASK, (_words(row, names)[0], sentence)) for row in plan.added for sentence in warnings_for(after, [row])),
        *((NEW, _words(row, names)) for row in plan.added),
        *((THERE, _words(row, names)) for row in plan.equal),
    ]
    lines = tuple(PreviewLine(n, state, what, detail) for n, (state, (what, detail)) in enumerate(said))
    return Preview(lines, None if plan.faults or not plan.added else ImportRecord(document, name))


def _lines(state: str, said: list[tuple[str, str]]) -> tuple[PreviewLine, ...]:
    return tuple(PreviewLine(number, state, what, detail) for number, (what, detail) in enumerate(said))


def _words(row: Row, names: Mapping[str, str]) -> tuple[str, str]:
    if isinstance(row, Person):
        return row.name, ", ".join(part for part in (row.email, "; ".join(row.aliases)) if part)
    if isinstance(row, Appointment):
        parts = [
            f"class {row.class_}" if row.class_ else "",
            f"{WORDS[row.how].lower()} {short_day(row.start)}",
            f"until {short_day(row.end)}" if row.end else "",
        ]
        return names.get(row.person, ""), ", ".join(part for part in parts if part)
    return row.table, ""
