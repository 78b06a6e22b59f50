"""People and terms as director from a CSV or XLSX file, made into a document that is imported like any other."""

import hashlib
from collections.abc import Mapping

import msgspec

from boarddesk.domain.people import Appointment
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.interchange import people_fields, people_rows
from boarddesk.interchange.formats import tabular
from boarddesk.interchange.formats.record_json import Document
from boarddesk.services.people import term_end_year


def read_table(record: Record, name: str, data: bytes, table: str, mapping: Mapping[str, str]) -> Document:
    """The rows of a table file; `mapping` is column → field and goes before what the titles say.

    UserError names every fault by file, row and column. A term without an end year gets its class's.
    """
    rows = people_rows.read_rows(record, tabular.read(data, name), name, table, mapping)
    return Document(tuple(_completed(record, row) for row in rows), (), hashlib.sha256(data).hexdigest())


def columns_of(name: str, data: bytes, table: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """The titles of a file's columns, and which of them are recognized as which field."""
    header = tabular.read(data, name).header
    return header, people_fields.guessed(header, table)


def fields_of(table: str) -> tuple[str, ...]:
    """The fields that a column may fill."""
    return tuple(people_fields.FIELDS[table])


def _completed(record: Record, row: Row) -> Row:
    if not isinstance(row, Appointment) or row.term_ends_year is not None or not row.class_:
        return row
    return msgspec.structs.replace(row, term_ends_year=term_end_year(record, row.class_, row.start, row.how))
