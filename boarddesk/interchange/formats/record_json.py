"""The whole record as one JSON document: strict in, canonical out, with a published schema."""

import base64
import binascii
import codecs
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from boarddesk.common.errors import Fault, UserError
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row, plain
from boarddesk.domain.row_checks import limit_words
from boarddesk.domain.tables import BY_NAME, TABLES

VERSION = 1


class Attachment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The bytes of one attachment, as base64, under their SHA-256.

    Of one that was disposed of only its size in bytes is told, and no data.
    """

    sha256: str
    media_type: str = "application/pdf"
    data: str = ""
    disposed_of: bool = False
    size: int = 0

    def content(self) -> bytes:
        """The bytes."""
        return base64.b64decode(self.data, validate=True)


class Document(msgspec.Struct, frozen=True):
    """What a JSON document holds: rows by table, attachments, and the SHA-256 of the text it was read from.

    `faults` are the rows that could not be read, by file, row and field; `unread` the (table, id) of
    those rows, so that what refers to them is not called a fault as well.
    """

    rows: tuple[Row, ...]
    attachments: tuple[Attachment, ...]
    sha256: str
    faults: tuple[Fault, ...] = ()
    unread: frozenset[tuple[str, str]] = frozenset()


def read(data: bytes, name: str) -> Document:
    """Read a document; UserError where it is not JSON at all, else every fault stands in `faults`."""
    text = data.removeprefix(codecs.BOM_UTF8)
    try:
        top = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UserError(f"This is not JSON ({error}).", name, "Save it as JSON in UTF-8.", code="not_json") from None
    if not isinstance(top, dict):
        raise UserError("The document must be an object of tables.", name, "See `boarddesk schema`.", code="not_json")
    document = _document(top, name, hashlib.sha256(data).hexdigest())
    return msgspec.structs.replace(document, faults=(*_twice(text, name), *document.faults))


def _twice(text: bytes, name: str) -> tuple[Fault, ...]:
    """A fault for each name that stands twice in one object: all but the last would be lost unseen."""
    found: list[Fault] = []

    def look(pairs: list[tuple[str, Any]]) -> None:
        known = dict(pairs)
        if len(known) < len(pairs):
            names = Counter(key for key, _value in pairs)
            where = f"{name}, row {known['id']}" if isinstance(known.get("id"), str) else name
            found.extend(
                Fault(f"“{key}” stands {count} times in one object.", where, "Keep one, or join them.")
                for key, count in names.items()
                if count > 1
            )

    json.loads(text, object_pairs_hook=look)
    return tuple(found)


def _document(top: Mapping[str, Any], name: str, digest: str) -> Document:
    faults: list[Fault] = []
    version = top.get("boarddesk", VERSION)
    if version != VERSION:
        faults.append(Fault(f"Version {version} of the format is not known here.", name, "Use a newer BoardDesk."))
    faults += [
        Fault(f"There is no table “{key}”.", name, "See `boarddesk schema` for the tables.")
        for key in sorted(top.keys() - {"boarddesk", "attachments", *BY_NAME})
    ]
    rows: list[Row] = []
    unread: set[tuple[str, str]] = set()
    for kind in TABLES:
        rows += _rows(kind, top.get(kind.table, []), name, faults, unread)
    attachments = _attachments(top.get("attachments", []), name, faults)
    return Document(tuple(rows), tuple(attachments), digest, tuple(faults), frozenset(unread))


def _rows(kind: type[Row], values: Any, name: str, faults: list[Fault], unread: set[tuple[str, str]]) -> Iterable[Row]:
    if not isinstance(values, list):
        faults.append(Fault("A table must be a list of rows.", f"{name}, {kind.table}", "Put the rows in [ ]."))
        return []
    found: list[Row] = []
    seen: set[str] = set()
    for index, value in enumerate(values, start=1):
        label = value.get("id", "") if isinstance(value, dict) else ""
        where = f"{name}, {kind.table} row {index}" + (f" ({label})" if label else "")
        try:
            row = msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            faults.extend(_field_faults(kind, value, where, str(error)))
            unread.add((kind.table, str(label)))
            continue
        if row.id in seen:
            faults.append(Fault("The id stands twice in this table.", f"{where}, field id", "Give each its own id."))
        seen.add(row.id)
        found.append(row)
    return found


def _field_faults(kind: type[Row], value: Any, where: str, error: str) -> list[Fault]:
    """Every field of a row that cannot be read, not just the first."""
    if not isinstance(value, dict):
        return [Fault(f"A row must be an object ({error}).", where, "Put the fields in { }.")]
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    faults = [
        Fault("There is no such field.", f"{where}, field {key}", "See `boarddesk schema`.")
        for key in value
        if key not in fields
    ]
    for key, field in fields.items():
        if key not in value:
            if field.required:
                faults.append(Fault("The field is missing.", f"{where}, field {key}", "Add it."))
            continue
        try:
            msgspec.convert(value[key], field.type)
        except msgspec.ValidationError as found:
            what = limit_words(str(found))
            faults.append(Fault(what, f"{where}, field {key}", "See `boarddesk schema` for what it takes."))
    return faults or [Fault(error, where, "See `boarddesk schema`.")]


def _attachments(values: Any, name: str, faults: list[Fault]) -> list[Attachment]:
    found = []
    for index, value in enumerate(values if isinstance(values, list) else [values], start=1):
        where = f"{name}, attachments row {index}"
        try:
            attachment = msgspec.convert(value, Attachment)
            wrong = hashlib.sha256(attachment.content()).hexdigest() != attachment.sha256
            if wrong and (attachment.data or not attachment.disposed_of):
                faults.append(Fault("The bytes do not have this SHA-256.", f"{where}, field data", "Export it again."))
            found.append(attachment)
        except (msgspec.ValidationError, binascii.Error, ValueError) as error:
            faults.append(Fault(f"It cannot be read ({error}).", where, "Export it again."))
    return found


def write(
    record: Record,
    attachments: Iterable[tuple[str, str, Callable[[], bytes]]],
    disposed: Iterable[tuple[str, int, str]] = (),
) -> bytes:
    """The canonical document: tables in their order, rows by id, keys as declared; the same record, the same bytes.

    `disposed` are attachments that the record names and that are there no more: SHA-256, size, media type.
    """
    top: dict[str, Any] = {"boarddesk": VERSION}
    for kind in TABLES:
        rows = sorted(record.all(kind), key=lambda row: row.id)
        if rows:
            top[kind.table] = [plain(row) for row in rows]
    kept: list[dict[str, Any]] = [
        {"sha256": digest, "media_type": media_type, "data": base64.b64encode(read_bytes()).decode()}
        for digest, media_type, read_bytes in sorted(attachments, key=lambda item: item[0])
    ]
    kept += [
        {"sha256": digest, "media_type": media_type, "disposed_of": True, "size": size}
        for digest, size, media_type in sorted(disposed)
    ]
    if kept:
        top["attachments"] = kept
    return (json.dumps(top, ensure_ascii=False, indent=1) + "\n").encode()


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document."""
    kinds = [*TABLES, Attachment]
    shapes, components = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    names = [*(kind.table for kind in TABLES), "attachments"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "BoardDesk record",
        "description": "The whole record, or any part of it. Dates are ISO; times are local wall-clock times.",
        "type": "object",
        "properties": {
            "boarddesk": {"const": VERSION, "description": "version of this format"},
            **{name: {"type": "array", "items": shape} for name, shape in zip(names, shapes, strict=True)},
        },
        "additionalProperties": False,
        "$defs": components,
    }
