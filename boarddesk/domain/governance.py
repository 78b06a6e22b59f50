"""The company's own guidelines, what people link and attest, the year's work and what-ifs."""

from datetime import date
from typing import Annotated, ClassVar

import msgspec

from boarddesk.domain.finding import Kind
from boarddesk.domain.meetings import ItemType
from boarddesk.domain.motions import MotionKind
from boarddesk.domain.row import BodyId, DocumentId, ItemId, Line, MeetingId, MotionId, PersonId, Row

Months = Annotated[int, msgspec.Meta(ge=1, le=120)]


class GuidelineClause(Row, frozen=True, kw_only=True):
    """One version of one clause of the company's guidelines, in force [effective_from, effective_to).

    A clause of the built-in book of the same id is replaced by it, or left out where `retired`; what a rule
    computes stays the rule's. Other ids are the company's own clauses: a duty looks for its item types and
    motions before its bodies.
    """

    table: ClassVar[str] = "guideline_clauses"

    clause: Line
    title: Line
    text: str
    source: Line = ""
    heading: Line = ""
    kind: Kind = Kind.POLICY
    body: BodyId = "board"
    interval: Months | None = None
    items: tuple[ItemType, ...] = ()
    motions: tuple[MotionKind, ...] = ()
    bodies: tuple[Line, ...] = ()
    related: tuple[Line, ...] = ()
    retired: bool = False
    effective_from: date
    effective_to: date | None = None
    motion: MotionId | None = None
    reason: str = ""


class EvidenceLink(Row, frozen=True, kw_only=True):
    """A row that somebody linked to a clause by hand; `kind` is its table. It is evidence on the day of that row."""

    table: ClassVar[str] = "evidence_links"

    clause: Line
    kind: Line
    row: Line
    linked_on: date
    note: str = ""


class Attestation(Row, frozen=True, kw_only=True):
    """What a person attests on a clause for a subject and period: shown as such, never as a computed result."""

    table: ClassVar[str] = "attestations"

    clause: Line
    subject: Line = "company"
    period: Line
    made_on: date
    by: PersonId | None = None
    by_name: Line = ""
    text: str
    document: DocumentId | None = None


class PlannedDuty(Row, frozen=True, kw_only=True):
    """A duty of one period laid on a meeting by hand, and the agenda item it became there."""

    table: ClassVar[str] = "planned_duties"

    clause: Line
    period: Line
    subject: Line = "company"
    meeting: MeetingId
    item: ItemId | None = None
    note: str = ""


class Change(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One supposed change: its kind and what it needs, written as in the interchange file."""

    kind: Line
    values: dict[str, str] = {}


class WhatIf(Row, frozen=True, kw_only=True):
    """A question kept as a note: what would change if; it never touches the record."""

    table: ClassVar[str] = "what_ifs"

    title: Line
    made_on: date
    as_of: date
    changes: tuple[Change, ...] = ()
    note: str = ""
