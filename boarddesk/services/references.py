"""Whether every id in a record names something that is there."""

import typing
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import msgspec

from boarddesk.common.errors import Fault
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.tables import BY_NAME, TABLES


def _refs_in(hint: Any) -> Iterator[str]:
    if get_origin(hint) is Annotated:
        for meta in get_args(hint)[1:]:
            ref = (getattr(meta, "extra", None) or {}).get("ref")
            if ref:
                yield ref
    for part in get_args(hint):
        yield from _refs_in(part)


@cache
def references(kind: type[Row]) -> tuple[tuple[str, str, str], ...]:
    """The fields of a table that name rows: attribute, name in the file, table named."""
    hints = typing.get_type_hints(kind, include_extras=True)
    return tuple(
        (field.name, field.encode_name, ref)
        for field in msgspec.structs.fields(kind)
        for ref in tuple(_refs_in(hints[field.name]))[:1]
    )


def attachments_of(record: Record) -> frozenset[str]:
    """The SHA-256 of every attachment that a row names."""
    return frozenset(
        digest
        for kind in TABLES
        for attribute, _name, ref in references(kind)
        if ref == "attachments"
        for row in record.all(kind)
        if (digest := getattr(row, attribute)) is not None
    )


def dangling(
    record: Record, attachments: Iterable[str], unread: frozenset[tuple[str, str]] = frozenset()
) -> Iterator[Fault]:
    """A fault for each id that names nothing; `unread` are (table, id) known to be there but not readable."""
    kept = set(attachments)
    for kind in TABLES:
        for attribute, name, ref in references(kind):
            for row in record.all(kind):
                value = getattr(row, attribute)
                for one in value if isinstance(value, tuple) else (value,):
                    there = one in kept if ref == "attachments" else record.find(BY_NAME[ref], one) is not None
                    if one is not None and not there and (ref, one) not in unread:
                        yield Fault(
                            f"“{one}” is not in {ref}.",
                            f"{kind.table} {row.id}, field {name}",
                            "Add it, or correct the id.",
                        )
