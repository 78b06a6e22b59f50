"""Import a document: all of it or nothing, every fault named."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import msgspec

from boarddesk.common.errors import Fault, UserError
from boarddesk.domain.checks import impossible
from boarddesk.domain.company import Company
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.row_checks import faults_of
from boarddesk.interchange.formats.record_json import Document
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.closed import may_change
from boarddesk.services.references import attachments_of, dangling


@dataclass(frozen=True, slots=True)
class ImportRecord(Command):
    """The rows and attachments of one document; `name` is the file's, for messages and the history."""

    document: Document
    name: str
    undoable: ClassVar[bool] = True

    def label(self, record: Record) -> str:
        """“Import minutes-2019.json”."""
        del record
        return f"Import {Path(self.name).name}"


class Plan(msgspec.Struct, frozen=True):
    """What an import would do: rows to add, rows that are there already, and what stands against it."""

    added: tuple[Row, ...]
    equal: tuple[Row, ...]
    faults: tuple[Fault, ...]


def plan_import(document: Document, record: Record, kept: frozenset[str], name: str) -> Plan:
    """Compare a document with the record: an id not there is added, an equal one skipped, a differing one a fault."""
    added: list[Row] = []
    equal: list[Row] = []
    faults: list[Fault] = []
    for row in document.rows:
        there = record.find(type(row), row.id)
        if there is None or _only_named(there):
            added.append(row)
        elif there == row:
            equal.append(row)
        else:
            fields = ", ".join(_differing(there, row))
            faults.append(
                Fault(
                    "The file holds another entry of this id.",
                    f"{row.table} {row.id}, field {fields}",
                    "Correct the document, or give it another id.",
                )
            )
    merged = record.changed(put=added)
    attachments = kept | {attachment.sha256 for attachment in document.attachments}
    faults += [fault for row in added for fault in faults_of(row)]
    faults += [_closed(row) for row in added if not may_change(record, row)]
    faults += dangling(merged, attachments, document.unread)
    faults += impossible(merged)
    found = (*document.faults, *(_in_file(fault, name) for fault in faults))
    return Plan(tuple(added), tuple(equal), found)


def _closed(row: Row) -> Fault:
    return Fault(
        "The minutes of its meeting were circulated, so that record is closed.",
        f"{row.table} {row.id}",
        "Leave it out, or correct the record by a new entry.",
    )


def _in_file(fault: Fault, name: str) -> Fault:
    return Fault(fault.what, f"{name}, {fault.where}", fault.what_to_do)


def _only_named(row: Row) -> bool:
    """Whether the row is a company that has only its name."""
    return isinstance(row, Company) and row == Company(id=row.id, name=row.name)


def _differing(one: Row, other: Row) -> list[str]:
    return [name for name in one.__struct_fields__ if getattr(one, name) != getattr(other, name)]


def require_faultless(plan: Plan, name: str) -> None:
    """UserError with every fault, where there is any."""
    if not plan.faults:
        return
    faults = "1 fault" if len(plan.faults) == 1 else f"{len(plan.faults)} faults"
    raise UserError(
        f"{faults} in the document; nothing was imported.", name, "Correct them and import again.",
        code="faulty_document", faults=plan.faults,
    )  # fmt: skip


@handles(ImportRecord)
def import_record(command: ImportRecord, tx: Transaction) -> None:
    """Add what is new; refuse the whole where anything is wrong."""
    document = command.document
    plan = plan_import(document, tx.record, tx.kept(), command.name)
    require_faultless(plan, command.name)
    tx.add(plan.added)
    named = attachments_of(tx.record)
    for attachment in document.attachments:
        if attachment.disposed_of:
            tx.keep_name(attachment.sha256, attachment.size, attachment.media_type)
        elif attachment.sha256 in named:
            tx.keep(attachment.content(), attachment.media_type)
    tx.source = document.sha256
