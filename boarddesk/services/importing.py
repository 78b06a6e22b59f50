"""Importing files of any known kind: what would happen, and doing it."""

from collections import Counter
from pathlib import Path
from typing import Any

from boarddesk.common.errors import UserError
from boarddesk.domain.checks import warnings_for
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.interchange.formats import record_json
from boarddesk.interchange.formats.record_json import Document
from boarddesk.services.commands.import_record import ImportRecord, Plan, plan_import, require_faultless
from boarddesk.services.references import attachments_of
from boarddesk.services.workspace import Services, company_from

TABULAR = (".csv", ".xlsx")
SHOWN = 40
"""So many questions are said one by one."""


def is_table(name: str) -> bool:
    """Whether the file is a table rather than a document of the whole record."""
    return name.lower().endswith(TABULAR)


def read_source(
    services: Services, name: str, data: bytes, table: str | None = None, mapping: tuple[str, ...] = ()
) -> Document:
    """The rows that a file holds; UserError with every fault."""
    if not is_table(name):
        return record_json.read(data, name)
    if table is None:
        raise UserError("A table file needs to say what it holds.", name, "Add --table people or --table appointments.")
    from boarddesk.services.commands.import_table import read_table

    pairs = [pair.rpartition("=") for pair in mapping]
    if any(not column or not field for column, _equals, field in pairs):
        raise UserError("A mapping is written COLUMN=FIELD.", name, 'For example --map "Full name=name".')
    return read_table(services.record, name, data, table, {column: field for column, _equals, field in pairs})


def planned(services: Services, document: Document, name: str) -> Plan:
    """What importing would do."""
    kept = frozenset(digest for digest, _size, _media in services.attachments())
    return plan_import(document, services.record, kept, name)


def plan_file(services: Services, document: Document, name: str) -> tuple[str, ...]:
    """Lines that say what would happen; UserError where the import would be refused."""
    plan = planned(services, document, name)
    require_faultless(plan, name)
    after = services.record.changed(put=plan.added)
    return (*_lines(plan, document, would=True), *_look_again(after, plan))


def run_import(services: Services, document: Document, name: str) -> tuple[str, ...]:
    """Import, and lines that say what was done."""
    plan = planned(services, document, name)
    services.bus.do(ImportRecord(document, name))
    return (*_lines(plan, document, would=False), *_look_again(services.record, plan))


def schema() -> dict[str, Any]:
    """The JSON Schema of the document that is imported and exported."""
    return record_json.schema()


def make_company(path: Path, name: str, data: bytes) -> tuple[str, ...]:
    """Make a new company file from a document, and lines that say what was done."""
    document = record_json.read(data, name)
    services = company_from(path, document, name)
    plan = Plan(document.rows, (), ())
    said = _look_again(services.record, plan)
    services.close()
    return (f"Made {path}.", *_lines(plan, document, would=False), *said)


def _look_again(record: Record, plan: Plan) -> tuple[str, ...]:
    """What a careful colleague would ask about the rows that are added; they are kept as they are."""
    people = [row for row in plan.added if isinstance(row, Person)]
    found = [f"Look again: {row.name}. {sentence}" for row in people for sentence in warnings_for(record, [row])]
    others = [row for row in plan.added if not isinstance(row, Person)]
    found += [f"Look again: {sentence}" for sentence in warnings_for(record, others)]
    if len(found) > SHOWN:
        found = [*found[:SHOWN], f"Look again: {len(found) - SHOWN} more of this kind."]
    return tuple(found)


def _lines(plan: Plan, document: Document, *, would: bool) -> tuple[str, ...]:
    added = Counter(row.table for row in plan.added)
    equal = Counter(row.table for row in plan.equal)
    verb = "would be added" if would else "added"
    lines = [f"{table.replace('_', ' ')}: {count} {verb}" for table, count in added.items()]
    lines += [f"{table.replace('_', ' ')}: {count} already there" for table, count in equal.items()]
    named = attachments_of(Record.of((*plan.added, *plan.equal)))
    idle = sum(attachment.sha256 not in named for attachment in document.attachments)
    if len(document.attachments) > idle:
        lines.append(f"attachments: {len(document.attachments) - idle} in the document")
    if idle:
        lines.append(f"attachments: {idle} that nothing in the document names, left out")
    return tuple(lines) or ("Nothing to import.",)
