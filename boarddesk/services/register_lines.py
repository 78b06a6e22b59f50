"""One line of each register as its table shows it: words, and dates and numbers that sort."""

from datetime import date

import msgspec


class PersonLine(msgspec.Struct, frozen=True):
    """Somebody: what they are on the day, how to reach them, other spellings."""

    id: str
    name: str
    office: str
    email: str
    aliases: str


class TermLine(msgspec.Struct, frozen=True):
    """One term as director."""

    id: str
    name: str
    class_: str
    seat: str
    how: str
    start: date
    end: date | None
    until: str
    why: str


class SizeLine(msgspec.Struct, frozen=True):
    """One size of the whole board, from a day on, and what set it."""

    id: str
    start: date
    size: int
    source: str
    motion: str


class RoleLine(msgspec.Struct, frozen=True):
    """One role of one person."""

    id: str
    name: str
    role: str
    start: date
    end: date | None
    executive: bool


class CommitteeEntry(msgspec.Struct, frozen=True):
    """One committee, in being or dissolved."""

    id: str
    letter: str
    name: str
    standing: bool
    chair: str
    members: int
    start: date
    end: date | None


class PlaceLine(msgspec.Struct, frozen=True):
    """One person's time on a committee, or as its chair."""

    id: str
    committee: str
    name: str
    start: date
    end: date | None
    why: str = ""


class DocumentLine(msgspec.Struct, frozen=True):
    """One version of a document."""

    id: str
    title: str
    kind: str
    version: str
    adopted: date | None
    start: date | None
    end: date | None
    attachment: str | None


class DeterminationLine(msgspec.Struct, frozen=True):
    """One decision on one director under one standard."""

    id: str
    name: str
    standard: str
    independent: bool
    decided: date
    rationale: str
    superseded: bool


class QuestionnaireLine(msgspec.Struct, frozen=True):
    """One questionnaire of one person."""

    id: str
    name: str
    year: int
    sent: date | None
    received: date | None
    state: str
    changed: bool | None
    note: str


class ElectionLine(msgspec.Struct, frozen=True):
    """One class's election."""

    id: str
    held: date
    class_: str
    seats: int
    ballot: str
    count: str
    present: int | None
    outstanding: int | None
    quorum: bool | None


class TransactionLine(msgspec.Struct, frozen=True):
    """One dealing with a related person; amounts in US cents."""

    id: str
    counterparty: str
    related: str
    amount_cents: int | None
    start: date | None
    required: bool | None
    approval: str


class ConsentLine(msgspec.Struct, frozen=True):
    """One decision between meetings."""

    id: str
    circulated: date
    body: str
    what: str
    kind: str
    state: str
    tone: str = "ink2"
