"""One line of each register as its table shows it: words, and dates and numbers that sort."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody: what they are on the day, how to reach them, other spellings."""

    id: str
    name: str
    office: str
    email: str
    aliases: str


@dataclass(frozen=True, slots=True)
class TermLine:
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


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One role of one person."""

    id: str
    name: str
    role: str
    start: date
    end: date | None
    executive: bool


@dataclass(frozen=True, slots=True)
class CommitteeEntry:
    """One committee, in being or dissolved."""

    id: str
    letter: str
    name: str
    standing: bool
    chair: str
    members: int
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One version of a document."""

    id: str
    title: str
    kind: str
    version: str
    adopted: date | None
    start: date | None
    end: date | None
    attachment: str | None


@dataclass(frozen=True, slots=True)
class DeterminationLine:
    """One decision on one director under one standard."""

    id: str
    name: str
    standard: str
    independent: bool
    decided: date
    rationale: str
    superseded: bool


@dataclass(frozen=True, slots=True)
class QuestionnaireLine:
    """One questionnaire of one person."""

    id: str
    name: str
    year: int
    sent: date | None
    received: date | None
    state: str
    changed: bool | None
    note: str


@dataclass(frozen=True, slots=True)
class ElectionLine:
    """One class's election."""

    id: str
    held: date
    class_: str
    seats: int
    ballot: str
    present: int | None
    outstanding: int | None
    quorum: bool | None


@dataclass(frozen=True, slots=True)
class TransactionLine:
    """One dealing with a related person; amounts in US cents."""

    id: str
    counterparty: str
    related: str
    amount_cents: int | None
    start: date | None
    required: bool | None
    approval: str


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One decision between meetings."""

    id: str
    circulated: date
    body: str
    what: str
    kind: str
    state: str
    effective: bool
