"""What a register asks for and shows, described field by field: one description makes its form and its table."""

import typing
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin

import msgspec

from boarddesk.domain.motions import MotionKind
from boarddesk.domain.record import Record
from boarddesk.domain.row import BodyId, Row
from boarddesk.services.references import references

DIRECTORS = "directors"
"""Of people, those in office."""


class Sort(StrEnum):
    """What kind of value a field holds, and so which field of the kit asks for it."""

    LINE = "line"
    LINES = "lines"
    CLAUSE = "clause"
    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    COUNT = "count"
    MONEY = "money"
    YEAR = "year"
    TICK = "tick"
    ANSWER = "answer"
    KIND = "kind"
    KINDS = "kinds"
    BODY = "body"
    ROW = "row"
    ROWS = "rows"
    FILE = "file"


class Ask(msgspec.Struct, frozen=True):
    """One field of a form: its label, and one line on what is meant, with the source.

    `when` are the kinds of the row with which it is asked (none: always), `needed` says that the form insists
    where the row itself would not. `answers` are the words of yes and no. `motions` are offered first;
    `among` narrows the meetings offered to those of one body, or the people to directors. `fills` is the day
    that a chosen meeting gives.
    """

    field: str
    label: str
    hint: str = ""
    when: frozenset[StrEnum] = frozenset()
    needed: bool = False
    answers: tuple[str, str] = ("Yes", "No")
    motions: tuple[MotionKind, ...] = ()
    among: str = ""
    fills: str = ""
    lines: int = 3
    grow: int = 1
    """How much of its line it takes, beside the others."""


class Shown(msgspec.Struct, frozen=True):
    """One column: a field of the row, or what `words` makes of several; `right` sets words like a number."""

    field: str
    title: str
    width: int = 0
    stretch: bool = False
    words: Callable[[Record, Any], Any] | None = None
    right: bool = False
    answers: tuple[str, str] = ("Yes", "No")


class Book(msgspec.Struct, frozen=True):
    """One register: the rows it holds, how its form asks, what its table shows, and which entry comes first.

    `thing` names an entry (“a filing”). `told` says of a kind what it sets off or rests on. `of` keeps it to
    the rows with a value in a field. `once`: entries are never changed, a later one supersedes; `added` is
    False where entries come from elsewhere and only some of their fields are filled in here. Where there is a
    `group`, entries stand under its headings, and the last column, which says the same, is for finding and export.
    """

    kind: type[Row]
    thing: str
    lines: tuple[tuple[Ask, ...], ...]
    shown: tuple[Shown, ...]
    order: Callable[[Record, Any], Any]
    begin: Callable[[Record, date], dict[str, Any]] = lambda _record, _day: {}
    told: dict[StrEnum, str] = {}
    of: tuple[str, str] | None = None
    says: str = ""
    once: bool = False
    added: bool = True
    group: str = ""
    width: int = 600

    @property
    def table(self) -> str:
        """The name of the record's table."""
        return self.kind.table

    @property
    def asks(self) -> tuple[Ask, ...]:
        """Every field of the form, from top to bottom."""
        return tuple(ask for line in self.lines for ask in line)

    def rows(self, record: Record) -> tuple[Row, ...]:
        """The rows of a record that belong here, in the order of the register."""
        found = record.where(self.kind, *self.of) if self.of else record.all(self.kind)
        return tuple(sorted(found, key=lambda row: self.order(record, row)))


def ref_of(kind: type[Row], field: str) -> str:
    """The table that a field names rows of; empty where it names none."""
    return next((ref for attribute, _name, ref in references(kind) if attribute == field), "")


@cache
def default_of(kind: type[Row], field: str) -> Any:
    """What a field holds when nothing is said; `msgspec.NODEFAULT` where something must be."""
    found = next(each for each in msgspec.structs.fields(kind) if each.name == field)
    return found.default if found.default_factory is msgspec.NODEFAULT else found.default_factory()


@cache
def sort_of(kind: type[Row], field: str) -> Sort:
    """What a field of a table holds, read from its type."""
    hint = typing.get_type_hints(kind, include_extras=True)[field]
    ref, many = ref_of(kind, field), get_origin(_bare(hint)) is tuple
    if ref:
        return Sort.FILE if ref == "attachments" else Sort.ROWS if many else Sort.ROW
    if hint == BodyId:
        return Sort.BODY
    inner = _bare(get_args(_bare(hint))[0]) if many else _bare(hint)
    if issubclass(inner, StrEnum):
        return Sort.KINDS if many else Sort.KIND
    if inner is bool:
        return Sort.ANSWER if default_of(kind, field) is None else Sort.TICK
    if inner is int:
        return Sort.MONEY if field.endswith("_cents") else Sort.YEAR if field.endswith("year") else Sort.COUNT
    if field == "clause":
        return Sort.CLAUSE
    if inner is str:
        return Sort.LINES if many else Sort.LINE if _is_line(hint) else Sort.TEXT
    return {datetime: Sort.MOMENT, date: Sort.DAY}[inner]


def enum_of(kind: type[Row], field: str) -> type[StrEnum]:
    """The enumeration whose members a field holds."""
    hint = _bare(typing.get_type_hints(kind, include_extras=True)[field])
    found: type[StrEnum] = _bare(get_args(hint)[0]) if get_origin(hint) is tuple else hint
    return found


def _bare(hint: Any) -> Any:
    """A type without “or nothing” and without what is noted of it."""
    while get_origin(hint) is typing.Annotated or type(None) in get_args(hint):
        hint = get_args(hint)[0]
    return hint


def _is_line(hint: Any) -> bool:
    metas = (meta for meta in get_args(hint)[1:] if isinstance(meta, msgspec.Meta))
    return any(meta.max_length is not None for meta in metas)
