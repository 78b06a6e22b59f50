"""Who read what: a record that notes each look into it, so that a change tells which results it can touch."""

from collections.abc import Callable, Hashable, Iterator
from datetime import date
from functools import partial
from types import NoneType
from typing import Any, Generic, Protocol, TypeVar, cast

from boarddesk.domain.record import Record
from boarddesk.domain.row import Row

T = TypeVar("T")
R = TypeVar("R", bound=Row)

Keys = set[object]
"""Looks into a record: a whole table (kind), a row by its id (kind, id), rows sharing a value (kind, field, value)."""


PLAIN = (str, int, date, NoneType)
"""What rows are looked for by."""


class Reads:
    """What was read for one thing: of the record itself, and by way of what it shares with others."""

    __slots__ = ("keys", "shared")

    def __init__(self) -> None:
        self.keys: Keys = set()
        self.shared: set[Reads] = set()

    def touched(self, keys: Keys, known: "dict[Reads, bool]") -> bool:
        """Whether anything that was read is among the keys; `known` is kept between the calls for one change."""
        if not keys.isdisjoint(self.keys):
            return True
        for one in self.shared:
            if one not in known:
                known[one] = one.touched(keys, known)
            if known[one]:
                return True
        return False


class Shelf(Record):
    """A record with a shelf for what several results use; it shares its tables and indexes with the one it is made of.

    Nothing is noted: what is judged once and never again needs no notes.
    """

    __slots__ = ("_kept",)

    def __init__(self, record: Record) -> None:
        self._base = record._base
        self._rows = record._rows
        self._indexes = record._indexes
        self._source = record._source
        self._kept: dict[Hashable, Any] = {}

    def note(self, *keys: object) -> None:
        """Note looks that are taken another way, or later on."""

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What several results use, worked out when first asked for; whoever uses it has read what it is made of."""
        found = self._kept.get(key, self)
        if found is self:
            found = self._kept[key] = make()
        return cast("T", found)


class Watched(Shelf):
    """One that notes each look into it: for results that shall be carried over a change."""

    __slots__ = ("_keys", "_made", "_reads", "_shared")

    def __init__(self, record: Record) -> None:
        super().__init__(record)
        self._made: dict[Hashable, tuple[Any, Reads]] = {}
        self._reads = Reads()
        self.note_in(self._reads)

    def note_in(self, reads: Reads) -> Reads:
        """From now on note in `reads`; returns where it was noted up to now."""
        outer = self._reads
        self._reads, self._keys, self._shared = reads, reads.keys, reads.shared
        return outer

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every row of one table."""
        self._keys.add(kind)
        return super().all(kind)

    def find(self, kind: type[R], row_id: str | None) -> R | None:
        """The row with that id, or None."""
        if row_id is None:
            return None
        self._keys.add((kind, row_id))
        rows = self._rows.get(kind)
        return (self._table(kind) if rows is None else rows).get(row_id)  # type: ignore[return-value] # as in `Record`

    def get(self, kind: type[R], row_id: str) -> R:
        """The row with that id; MissingRowError where there is none."""
        self._keys.add((kind, row_id))
        return super().get(kind, row_id)

    def where(self, kind: type[R], field: str, value: object) -> tuple[R, ...]:
        """The rows whose `field` equals `value`."""
        self._keys.add((kind, field, value))
        return super().where(kind, field, value)

    def note(self, *keys: object) -> None:
        """Note looks that are taken another way, or later on."""
        self._keys.update(keys)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What several results use, worked out when first asked for; whoever uses it has read what it is made of."""
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = followed(self, make)
        self._shared.add(made[1])
        return cast("T", made[0])


def followed(record: Shelf, make: Callable[[], T]) -> tuple[T, Reads]:
    """What is made, and what was read of a watched record for it."""
    reads = Reads()
    if not isinstance(record, Watched):
        return make(), reads
    outer = record.note_in(reads)
    try:
        return make(), reads
    finally:
        record.note_in(outer)


def shelf(record: Record) -> Shelf:
    """The record with a shelf; itself where it has one."""
    return record if isinstance(record, Shelf) else Shelf(record)


class HasRecord(Protocol):
    """What is laid out from a record with a shelf."""

    record: Shelf


class Once(Generic[T]):
    """A property worked out once for each record; all its users have read what it is made of."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, case: HasRecord, owner: type | None = None) -> T:
        found = case.record.once(self, partial(self._make, case))
        if not isinstance(case.record, Watched):
            # From now on Python finds it before it comes here.
            vars(case)[self._name] = found
        return found


def keys_of(row: Row) -> Iterator[object]:
    """Every look that comes upon a row: one for a value in a field of many finds it too."""
    kind = type(row)
    yield kind
    yield kind, row.id
    for field in kind.__struct_fields__:
        value = getattr(row, field)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, PLAIN):
                yield kind, field, one
