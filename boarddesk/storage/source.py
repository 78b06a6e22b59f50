"""Tables fetched when a record first asks for them; the largest ones piece by piece while few pieces are wanted."""

from collections import Counter
from collections.abc import Mapping
from typing import Protocol

from boarddesk.domain.meetings import PresenceStamp
from boarddesk.domain.motions import Vote
from boarddesk.domain.row import Row

IN_PIECES: dict[type[Row], str] = {PresenceStamp: "meeting", Vote: "motion"}
"""Tables that grow with every meeting, with the indexed field that pages and rules ask by."""

ENOUGH_PIECES = 300
"""After so many pieces the whole table is cheaper."""


class Loading(Protocol):
    """What is asked of the store."""

    def load(self, kind: type[Row], where: str = "", values: tuple[object, ...] = ()) -> list[Row]:
        """The rows of one table, all or those that a condition leaves."""


class TableSource:
    """One store's tables, each fetched once."""

    def __init__(self, store: Loading) -> None:
        self._store = store
        self._tables: dict[type[Row], Mapping[str, Row]] = {}
        self._pieces: dict[tuple[type[Row], object], tuple[Row, ...]] = {}
        self._asked: Counter[type[Row]] = Counter()

    def table(self, kind: type[Row]) -> Mapping[str, Row]:
        """A whole table by id, in order of id."""
        if kind not in self._tables:
            self._tables[kind] = {row.id: row for row in self._store.load(kind)}
        return self._tables[kind]

    def some(self, kind: type[Row], field: str, value: object) -> tuple[Row, ...] | None:
        """A piece of a large table; None for the others, and once the whole is at hand or cheaper."""
        if IN_PIECES.get(kind) != field or kind in self._tables or self._asked[kind] >= ENOUGH_PIECES:
            return None
        key = (kind, value)
        if key not in self._pieces:
            self._asked[kind] += 1
            self._pieces[key] = tuple(self._store.load(kind, f'WHERE "{field}" = ?', (value,)))
        return self._pieces[key]
