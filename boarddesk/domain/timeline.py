"""Rows with a start and an end laid on a time line, so that "who on that day?" is one bisection."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from typing import Generic, Protocol, TypeVar


class Dated(Protocol):
    """Anything that runs over [start, end)."""

    @property
    def start(self) -> date:
        """The first day."""

    @property
    def end(self) -> date | None:
        """The first day after, or None while it runs."""


class Served(Dated, Protocol):
    """A row of a person who held something from a first day on."""

    @property
    def person(self) -> str:
        """Whose time it is."""


T = TypeVar("T", bound=Dated)
S = TypeVar("S", bound=Served)


class Timeline(Generic[T]):
    """The rows in force on any day, in order of entry; built once in one sweep over the rows."""

    __slots__ = ("_in_force", "days")

    def __init__(self, rows: Iterable[T]) -> None:
        listed = tuple(rows)
        starts: dict[date, list[int]] = {}
        ends: dict[date, list[int]] = {}
        for index, row in enumerate(listed):
            starts.setdefault(row.start, []).append(index)
            if row.end is not None:
                ends.setdefault(max(row.end, row.start), []).append(index)
        self.days: tuple[date, ...] = tuple(sorted({*starts, *ends}))
        """The days on which anything begins or ends, in order."""
        self._in_force: list[tuple[T, ...]] = []
        running: set[int] = set()
        for day in self.days:
            running.update(starts.get(day, ()))
            running.difference_update(ends.get(day, ()))
            self._in_force.append(tuple(listed[index] for index in sorted(running)))

    def on(self, day: date) -> tuple[T, ...]:
        """The rows in force on `day`."""
        index = bisect_right(self.days, day) - 1
        return self._in_force[index] if index >= 0 else ()

    def changes(self, first: date, last: date) -> tuple[date, ...]:
        """The days after `first`, up to and with `last`, on which anything began or ended."""
        return self.days[bisect_right(self.days, first) : bisect_right(self.days, last)]

    def stretches(self, first: date, last: date) -> list[tuple[date, tuple[T, ...]]]:
        """What was in force from `first` to `last`: each stretch by its first day there."""
        return [(day, self.on(day)) for day in (first, *self.changes(first, last))]


class Service(Timeline[S]):
    """The time people served; who did on a day is asked far more often than it changes."""

    __slots__ = ("_people",)

    def __init__(self, rows: Iterable[S]) -> None:
        super().__init__(rows)
        self._people: dict[int, tuple[str, ...]] = {}

    def people(self, day: date) -> tuple[str, ...]:
        """Who served on `day`, each once, in order of entry."""
        index = bisect_right(self.days, day) - 1
        if index not in self._people:
            self._people[index] = tuple(dict.fromkeys([row.person for row in self.on(day)]))
        return self._people[index]
