"""Things found for one subject, each with its status, and what they come to by those that weigh most."""

from collections.abc import Sequence
from typing import NamedTuple

from boarddesk.domain.finding import WORST_FIRST, Status
from boarddesk.domain.row import Row


class Point(NamedTuple):
    """One thing found, in words without a full stop, with what shows it and what is missing."""

    status: Status
    text: str
    rows: tuple[Row, ...] = ()
    missing: tuple[str, ...] = ()


class Worst(NamedTuple):
    """Those of some points that weigh most, in their order."""

    status: Status
    points: tuple[Point, ...]

    @property
    def text(self) -> str:
        """What they say together, without a full stop."""
        return "; ".join(point.text for point in self.points)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What shows them, each row once."""
        return tuple(dict.fromkeys(row for point in self.points for row in point.rows))

    @property
    def missing(self) -> tuple[str, ...]:
        """What is missing, each once."""
        return tuple(dict.fromkeys(gap for point in self.points for gap in point.missing))


def worst(points: Sequence[Point]) -> Worst:
    """The points of the status that weighs most."""
    status = min((point.status for point in points), key=WORST_FIRST.index)
    return Worst(status, tuple(point for point in points if point.status is status))
