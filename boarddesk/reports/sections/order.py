"""The order in which a document names people: who presides, then by class and seat, then by surname."""

import re
from collections.abc import Iterable
from datetime import date

from boarddesk.common.text import plain
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointments_on

Key = tuple[int, str, list[tuple[int, str]], str, str]

_DIGITS = re.compile(r"(\d+)")


def natural(text: str) -> list[tuple[int, str]]:
    """A key that sorts figures in a text by their value: "2-B" before "10-A"."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in _DIGITS.split(text) if part]


def roll_order(record: Record, people: Iterable[str], day: date, first: str | None = None) -> tuple[str, ...]:
    """`people` once each: `first`, then the directors of that day by seat, then the others by surname."""
    terms = {term.person: term for term in appointments_on(record, day)}

    def key(person: str) -> Key:
        term, row = terms.get(person), record.find(Person, person)
        rank = 0 if person == first else 1 if term else 2
        name = row.last if row else person
        seat = (term.class_, natural(term.seat)) if term and rank else ("", [])
        return (rank, *seat, plain(name), person)

    return tuple(sorted(dict.fromkeys(people), key=key))
