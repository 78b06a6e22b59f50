"""Rows to columns and back: scalars as themselves, dates as ISO text, lists and objects as JSON text."""

import types
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

import msgspec

from boarddesk.domain.row import Row

R = TypeVar("R", bound=Row)


class Column(NamedTuple):
    """One column: attribute, name in the file, SQL type, whether it holds JSON or a truth value."""

    attribute: str
    name: str
    sql: str
    json: bool
    truth: bool
    required: bool
    ref: str | None


def _bare(kind: Any) -> tuple[Any, str | None]:
    """A type without `Annotated` and `None`, and the table it refers to."""
    ref = None
    while True:
        origin = get_origin(kind)
        if origin is Annotated:
            for meta in get_args(kind)[1:]:
                ref = ref or (getattr(meta, "extra", None) or {}).get("ref")
            kind = get_args(kind)[0]
        elif origin in {Union, types.UnionType}:
            kind = next(part for part in get_args(kind) if part is not type(None))
        else:
            return kind, ref


@cache
def columns(kind: type[Row]) -> tuple[Column, ...]:
    """The columns of a table, in the order of the type's fields."""
    return tuple(map(_column, msgspec.structs.fields(kind)))


def _column(field: msgspec.structs.FieldInfo) -> Column:
    bare, ref = _bare(field.type)
    scalar = isinstance(bare, type) and issubclass(bare, (str, int, date, datetime, Enum))
    truth = bare is bool
    sql = "INTEGER" if scalar and issubclass(bare, int) and not issubclass(bare, Enum) else "TEXT"
    return Column(field.name, field.encode_name, sql, not scalar, truth, field.required, ref if scalar else None)


def to_columns(row: Row) -> dict[str, Any]:
    """A row as column values."""
    values: dict[str, Any] = {}
    for column in columns(type(row)):
        value = getattr(row, column.attribute)
        if column.json and value is not None:
            values[column.name] = msgspec.json.encode(value, order="sorted").decode()
        else:
            values[column.name] = msgspec.to_builtins(value)
    return values


@cache
def as_json(kind: type[Row]) -> str:
    """The SQL expression of a row as a JSON object, its fields in the order of `columns`."""
    return f"json_object({', '.join(map(_member, columns(kind)))})"


def _member(column: Column) -> str:
    value = f'"{column.name}"'
    if column.truth:
        value = f"json(CASE {value} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END)"
    elif column.json:
        value = f"json({value})"
    return f"'{column.name}', {value}"


@cache
def _decoder(kind: type[R]) -> msgspec.json.Decoder[list[R]]:
    return msgspec.json.Decoder(list[kind])  # type: ignore[valid-type]


def from_json(kind: type[R], text: str) -> list[R]:
    """Rows of a table from a JSON list of the objects of `as_json`."""
    return _decoder(kind).decode(text)


def from_columns(kind: type[R], rows: Iterable[Sequence[Any]]) -> list[R]:
    """Rows of a table from column values given in the order of `columns`."""
    shape = columns(kind)
    names = [column.name for column in shape]
    jsons = [(i, column.name) for i, column in enumerate(shape) if column.json]
    truths = [column.name for column in shape if column.truth]
    decode = msgspec.json.decode
    found: list[dict[str, Any]] = []
    for values in rows:
        fields = {name: value for name, value in zip(names, values, strict=True) if value is not None}
        for index, name in jsons:
            if values[index] is not None:
                fields[name] = decode(values[index])
        for name in truths:
            if name in fields:
                fields[name] = bool(fields[name])
        found.append(fields)
    return msgspec.convert(found, list[kind])  # type: ignore[valid-type]
