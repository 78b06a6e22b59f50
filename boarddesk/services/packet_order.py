"""The papers under an item and those still expected there, in one order."""

from collections.abc import Sequence
from typing import TypeAlias

from msgspec.structs import replace

from boarddesk.domain.papers import ExpectedPaper, Paper
from boarddesk.domain.record import Record
from boarddesk.services.bus import Transaction

Laid: TypeAlias = Paper | ExpectedPaper


def laid_under(record: Record, meeting: str, item: str | None) -> tuple[Laid, ...]:
    """The papers under an item, or under none, and those still expected, in one order."""
    there: list[Laid] = [paper for paper in record.where(Paper, "meeting", meeting) if paper.item == item]
    waits = [one for one in record.where(ExpectedPaper, "meeting", meeting) if one.item == item and one.paper is None]
    return tuple(sorted([*there, *waits], key=lambda one: (one.position, isinstance(one, ExpectedPaper), one.id)))


def number_laid(tx: Transaction, laid: Sequence[Laid]) -> None:
    """Give papers and expected ones the places of their order, from 1."""
    tx.put(*(replace(one, position=place) for place, one in enumerate(laid, start=1)))


def lay(tx: Transaction, one: Laid, item: str | None, position: int) -> None:
    """Put a paper, or one that is expected, under an item at a place; those it leaves and those it joins close up."""
    left = [other for other in laid_under(tx.record, one.meeting, one.item) if other.id != one.id]
    if item != one.item:
        number_laid(tx, left)
        left = list(laid_under(tx.record, one.meeting, item))
    left.insert(min(max(position, 1), len(left) + 1) - 1, replace(one, item=item))
    number_laid(tx, left)
