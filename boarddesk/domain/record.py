"""The record: every row by table, with the lookups that rules, documents and pages need."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Protocol, TypeVar, cast

from boarddesk.domain.company import Company
from boarddesk.domain.row import Row

R = TypeVar("R", bound=Row)


FEW = 50
"""So many changed rows of a table are worked into its indexes; beyond that they are built anew when asked for."""


class MissingRowError(KeyError):
    """A row of a kind was asked for by an id that the record does not have."""

    def __init__(self, kind: type[Row], row_id: str) -> None:
        super().__init__(row_id)
        self.kind = kind


class Source(Protocol):
    """Where a record's tables come from when they are first asked for."""

    def table(self, kind: type[Row]) -> Mapping[str, Row]:
        """A whole table by id, in order of id."""

    def some(self, kind: type[Row], field: str, value: object) -> tuple[Row, ...] | None:
        """The rows whose field has that value, without fetching the table; None where that is no gain."""


def in_order(rows: dict[str, Row]) -> dict[str, Row]:
    """Rows by id in order of id."""
    ids = list(rows)
    wanted = sorted(ids)
    return rows if ids == wanted else {row_id: rows[row_id] for row_id in wanted}


class Record:
    """An immutable set of rows; tables are fetched on first use and indexed as they are asked for.

    Two records never share mutable state; `changed` gives a new one, for what-if and as-of views.
    """

    __slots__ = ("_base", "_indexes", "_rows", "_source")

    def __init__(
        self,
        rows: Mapping[type[Row], Mapping[str, Row]] | None = None,
        source: Source | None = None,
        base: "Record | None" = None,
    ) -> None:
        self._base = base
        """A record whose indexes serve for the tables that both share."""
        self._rows: dict[type[Row], Mapping[str, Row]] = dict(rows or {})
        self._indexes: dict[tuple[type[Row], str], dict[object, tuple[Row, ...]]] = {}
        self._source = source

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Record":
        """A record of these rows, in their order."""
        tables: dict[type[Row], dict[str, Row]] = {}
        for row in rows:
            tables.setdefault(type(row), {})[row.id] = row
        return cls({kind: in_order(table) for kind, table in tables.items()})

    def loaded(self, kind: type[Row]) -> Mapping[str, Row] | None:
        """A table by id; None where it was not fetched yet."""
        found = self._rows.get(kind)
        return {} if found is None and self._source is None else found

    def table(self, kind: type[Row]) -> Mapping[str, Row]:
        """A whole table by id, in order of id."""
        return self._table(kind)

    def _table(self, kind: type[Row]) -> Mapping[str, Row]:
        if kind not in self._rows:
            self._rows[kind] = self._source.table(kind) if self._source else {}
        return self._rows[kind]

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every row of one table, in order of id: the same rows, the same order, however they were entered."""
        return cast("tuple[R, ...]", tuple(self._table(kind).values()))

    def find(self, kind: type[R], row_id: str | None) -> R | None:
        """The row with that id, or None."""
        if row_id is None:
            return None
        rows = self._rows.get(kind)
        return (self._table(kind) if rows is None else rows).get(row_id)  # type: ignore[return-value] # rows of its kind

    def get(self, kind: type[R], row_id: str) -> R:
        """The row with that id; MissingRowError, a KeyError, where there is none."""
        try:
            return cast("R", self._table(kind)[row_id])
        except KeyError:
            raise MissingRowError(kind, row_id) from None

    def where(self, kind: type[R], field: str, value: object) -> tuple[R, ...]:
        """The rows whose `field` equals `value`; indexed on first use."""
        if kind not in self._rows and self._source is not None:
            some = self._source.some(kind, field, value)
            if some is not None:
                return cast("tuple[R, ...]", some)
        found = self._indexes.get((kind, field)) or self._index(kind, field)
        return found.get(value, ())  # type: ignore[return-value] # as in `find`

    def _index(self, kind: type[Row], field: str) -> dict[object, tuple[Row, ...]]:
        """The rows of a table by what they hold in a field, made on first use."""
        key, table, base = (kind, field), self._table(kind), self._base
        if base is not None and base._rows.get(kind) is table:
            found = self._indexes[key] = base._indexes.get(key) or base._index(kind, field)
            return found
        index: defaultdict[object, list[Row]] = defaultdict(list)
        rows = table.values()
        for shared, row in zip(map(attrgetter(field), rows), rows, strict=True):
            index[shared].append(row)
        found = self._indexes[key] = {shared: tuple(same) for shared, same in index.items()}
        return found

    @property
    def company(self) -> Company:
        """The company; one without a name where the record has none."""
        rows = self.all(Company)
        return rows[0] if rows else Company(id="company", name="")

    def with_tables(self, tables: Mapping[type[Row], Iterable[Row]]) -> "Record":
        """A record with whole tables replaced; the others are shared, their indexes too."""
        fresh = Record(self._rows, self._source, self._base)
        fresh._indexes = {key: index for key, index in self._indexes.items() if key[0] not in tables}
        for kind, rows in tables.items():
            fresh._rows[kind] = in_order({row.id: row for row in rows})
        return fresh

    def changed(self, put: Iterable[Row] = (), removed: Iterable[tuple[type[Row], str]] = ()) -> "Record":
        """A record with rows put (added or replaced) and rows removed."""
        steps: dict[type[Row], dict[str, Row | None]] = {}
        for row in put:
            steps.setdefault(type(row), {})[row.id] = row
        for kind, row_id in removed:
            steps.setdefault(kind, {})[row_id] = None
        tables = {kind: _with(self._table(kind), changes) for kind, changes in steps.items()}
        fresh = Record({**self._rows, **tables}, self._source, self._base)
        for key, index in self._indexes.items():
            kind, field = key
            if kind not in steps:
                fresh._indexes[key] = index
            elif len(steps[kind]) <= FEW:
                fresh._indexes[key] = _reindexed(index, field, self._rows[kind], steps[kind])
        return fresh


def _with(table: Mapping[str, Row], changes: Mapping[str, Row | None]) -> dict[str, Row]:
    """A table with rows put and, where there is None, removed."""
    found = {**table, **{row_id: row for row_id, row in changes.items() if row is not None}}
    for row_id in (row_id for row_id, row in changes.items() if row is None):
        found.pop(row_id, None)
    return found if all(row_id in table for row_id in changes) else in_order(found)


def _reindexed(
    index: dict[object, tuple[Row, ...]], field: str, table: Mapping[str, Row], changes: Mapping[str, Row | None]
) -> dict[object, tuple[Row, ...]]:
    """An index after a few changes: only the values that they touch are made anew."""
    found = dict(index)
    for row_id, row in changes.items():
        before = table.get(row_id)
        if before is not None:
            value = getattr(before, field)
            found[value] = tuple(other for other in found[value] if other.id != row_id)
        if row is not None:
            value = getattr(row, field)
            found[value] = tuple(sorted((*found.get(value, ()), row), key=lambda other: other.id))
    return found
