"""Rule books: what each clause asks, in our own words, with its source and its dated parameters; read strictly."""

from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from boarddesk.common import resources
from boarddesk.domain.finding import Kind, Origin
from boarddesk.domain.meetings import ItemType
from boarddesk.domain.motions import MotionKind
from boarddesk.rules.strict_yaml import BookError, Node, read

BOOKS = ("guidelines", "nasdaq", "sec", "delaware", "practice")
SHARED = "parameters.yaml"
ALWAYS = "always"
YEAR = 12
"""The months of the one interval that a clause may state: “each year”, judged by fiscal years."""


class DatedValue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A parameter's value from a day on, with its source and how far that source was confirmed."""

    value: str
    citation: str
    as_of: date
    confidence: str
    effective_from: date = date.min

    @property
    def fraction(self) -> Fraction:
        """The value as an exact number."""
        return Fraction(self.value)


class Parameter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number of law or a choice of the company: never in code, always dated.

    `editable` says that the company supplies it. `clauses` are those whose results can depend on it, where it is
    stated outside of them.
    """

    key: str
    label: str
    unit: str
    editable: bool
    values: tuple[DatedValue, ...]
    clauses: tuple[str, ...] = ()

    @property
    def may_be_set(self) -> bool:
        """Whether the company may set it, or override a number that its rule states: the rule may have changed."""
        return self.editable or (self.values[-1].value[:1].isdigit() and self.unit not in {"", "choice"})


class Duty(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What counts as doing a periodic duty: items taken up or motions carried, before which bodies."""

    bodies: tuple[str, ...]
    done: str
    undone: str
    items: tuple[ItemType, ...] = ()
    motions: tuple[MotionKind, ...] = ()
    documents: tuple[str, ...] = ()
    by_quarter: bool = False


class Clause(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One clause of one book. `interval` is in months and only where the clause states one (`law.md` 0.14).

    `body` is the kind of body responsible: board, audit, compensation, nominating, independent or
    stockholders. `chip` is how the window names it, `heading` the part of the book it stands in.
    """

    id: str
    book: str
    chip: str
    title: str
    clause: str
    source: str
    heading: str
    kind: Kind
    origin: Origin
    body: str
    per: str
    evidence: tuple[str, ...]
    interval: int | None = None
    related: tuple[str, ...] = ()
    statement: str = ""
    duty: Duty | None = None
    parameters: tuple[Parameter, ...] = ()
    since: date = date.min
    until: date | None = None
    """In force [since, until): a clause of the company's own guidelines may have several versions."""

    def judges(self, day: date) -> bool:
        """Whether this version was in force on a day."""
        return self.since <= day and (self.until is None or day < self.until)


class Books(msgspec.Struct, frozen=True):
    """The clauses in book order, and every parameter by its key."""

    clauses: tuple[Clause, ...]
    parameters: dict[str, Parameter]
    by_id: dict[str, Clause] = msgspec.field(default_factory=dict)

    @classmethod
    def of(cls, clauses: tuple[Clause, ...], shared: tuple[Parameter, ...] = ()) -> "Books":
        """Books of these clauses and parameters that several of them share."""
        parameters = {p.key: p for p in (*shared, *(p for clause in clauses for p in clause.parameters))}
        return cls(clauses, parameters, {clause.id: clause for clause in clauses})

    def get(self, clause: str) -> Clause:
        """The clause with that id; KeyError where no book has it."""
        return self.by_id[clause]

    def only(self, *books: str) -> "Books":
        """The clauses of some books alone; every parameter stays known."""
        kept = tuple(clause for clause in self.clauses if clause.book in books)
        return Books(kept, self.parameters, {clause.id: clause for clause in kept})


@cache
def built_in() -> Books:
    """The books that ship with the program, read once per process."""
    return load(resources.path("rulebooks"))


def load(folder: Path) -> Books:
    """Read a folder of books; BookError names file, line and reason of the first fault."""
    clauses: list[Clause] = []
    seen: dict[str, str] = {}
    for book in BOOKS:
        found = [_clause(read(path), book) for path in sorted((folder / book).glob("*.yaml"))]
        clauses.extend(sorted(found, key=lambda clause: reading_order(clause.id)))
    shared = _shared(folder / SHARED)
    for parameter in (*shared, *(p for clause in clauses for p in clause.parameters)):
        if parameter.key in seen:
            raise BookError(f"Parameter “{parameter.key}” stands twice: {seen[parameter.key]}, {parameter.label}.")
        seen[parameter.key] = parameter.label
    return Books.of(tuple(clauses), shared)


def _shared(path: Path) -> tuple[Parameter, ...]:
    return _parameters(read(path)) if path.exists() else ()


def _clause(node: Node, book: str) -> Clause:
    fields: dict[str, Any] = {key: child.plain for key, child in node.items() if key != "parameters"}
    inside = next((child for key, child in node.items() if key == "parameters"), None)
    fields["parameters"] = _parameters(inside) if inside is not None else ()
    clause = node.convert(fields | {"book": book}, Clause)
    if clause.id != node.path.stem:
        raise node.fault(f"The clause is “{clause.id}”, but its file is named {node.path.name}.")
    if clause.interval not in (None, YEAR):
        raise node.fault("A clause states an interval of 12 months, once in each fiscal year, or none.")
    if (clause.kind is Kind.DUTY) != (clause.duty is not None):
        raise node.fault("A clause of kind D, and only such a one, says under “duty” what counts as done.")
    return clause


def _parameters(node: Node) -> tuple[Parameter, ...]:
    found: list[Parameter] = []
    for key, child in node.items():
        fields: dict[str, Any] = {name: inner.plain for name, inner in child.items() if name != "values"}
        values = next((inner for name, inner in child.items() if name == "values"), None)
        if values is None or not values.items():
            raise child.fault(f"Parameter “{key}” has no values.")
        dated = [_value(day, value) for day, value in values.items()]
        dated.sort(key=lambda value: value.effective_from)
        fields |= {"key": key, "values": tuple(dated)}
        found.append(child.convert(fields, Parameter))
    return tuple(found)


def _value(day: str, node: Node) -> DatedValue:
    """A dated value; `always` marks one with no earlier value known."""
    since = {} if day == ALWAYS else {"effective_from": day}
    value: DatedValue = node.convert(dict(node.plain) | since, DatedValue)
    if value.confidence not in ("confirmed", "partly", "unconfirmed"):
        raise node.fault(f"The confidence is “{value.confidence}”; use confirmed, partly or unconfirmed.")
    return value


def reading_order(clause: str) -> tuple[object, ...]:
    """Clause ids in reading order: 1.2 before 1.13."""
    parts: list[object] = []
    digits = ""
    for letter in f"{clause} ":
        if letter.isdigit():
            digits += letter
            continue
        if digits:
            parts.append((0, int(digits)))
            digits = ""
        parts.append((1, letter))
    return tuple(parts)
