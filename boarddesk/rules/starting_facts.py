"""What starts a clock of Form 8-K: one fact, its day, who or what it is about, and what is not known of it."""

from datetime import date
from enum import StrEnum

import msgspec

from boarddesk.domain.row import Row
from boarddesk.rules.params import Value

Name = tuple[str, str]
"""What a filing may say it is about: the field of a filing, and the id named there."""


class Item(StrEnum):
    """Items of Form 8-K that facts of governance start (`law.md` 3)."""

    LISTING = "3.01"
    DISAGREEMENT = "5.02(a)"
    DEPARTURE = "5.02(b)"
    OFFICER = "5.02(c)"
    DIRECTOR = "5.02(d)"
    PAY = "5.02(e)"
    CHARTER = "5.03"
    CODE = "5.05"
    VOTE = "5.07"
    MOVED = "5.08"

    @property
    def clause(self) -> str:
        """The clause that judges it, e.g. LAW-8K-502b."""
        return f"LAW-8K-{self.value.replace('.', '').replace('(', '').replace(')', '')}"


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One starting fact.

    `day` starts the clock; where `missing` names what would settle it, it is the last day it can have been. An
    answer may be filed from `since` on. `doubts` names what would settle whether it starts a clock at all,
    `judgment` says what a person has to weigh first, `excused` why nothing need be filed.
    """

    item: Item
    day: date
    title: str
    """A few words: “Resignation of Ben Brook”."""
    said: str
    """A clause with its day: “Ben Brook gave notice on 5 May 2025 of resigning as director”."""
    subject: Row | str
    rows: tuple[Row, ...]
    names: frozenset[Name]
    since: date
    missing: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    judgment: str = ""
    excused: str = ""
    form: str = "Form 8-K"
    """What is to be filed, within a sentence."""
    relied: tuple[Value, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """How follow-ups name it: table and id of its rows, the first above all (“appointments:ben-1”)."""
        return tuple(f"{row.table}:{row.id}" for row in self.rows)

    @property
    def who(self) -> str:
        """The id of what it is about."""
        return self.subject if isinstance(self.subject, str) else self.subject.id
