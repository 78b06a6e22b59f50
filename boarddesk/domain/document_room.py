"""Who may sign what under which resolution, and the sets produced on a demand for books and records."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from boarddesk.domain.people import Role
from boarddesk.domain.row import (
    AttachmentId,
    BodyId,
    Count,
    DocumentId,
    Line,
    MotionId,
    PersonId,
    ProductionId,
    Row,
)


class SigningMatter(StrEnum):
    """What is signed."""

    CONTRACTS = "contracts"
    SPENDING = "spending"
    CAPITAL = "capital_expenditure"
    BORROWING = "borrowing"
    GUARANTEES = "guarantees"
    BANKING = "bank_accounts"
    REAL_ESTATE = "real_estate"
    ACQUISITIONS = "acquisitions"
    EQUITY = "equity_issuance"
    SETTLEMENTS = "settlement_of_claims"
    EMPLOYMENT = "employment"
    FILINGS = "filings"
    OTHER = "other"


class SigningAuthority(Row, frozen=True, kw_only=True):
    """Who may sign what up to which amount (US cents; None is without limit), [start, end).

    The holder is a person, or whoever holds a role; `joint` names who must sign besides, if anybody.
    """

    table: ClassVar[str] = "signing_authorities"

    matter: SigningMatter
    text: str = ""
    role: Role | None = None
    person: PersonId | None = None
    up_to_cents: Count | None = None
    joint_role: Role | None = None
    joint_person: PersonId | None = None
    motion: MotionId | None = None
    document: DocumentId | None = None
    start: date
    end: date | None = None
    note: str = ""


class FormalRecord(StrEnum):
    """The formal records of a company that a demand can reach (8 Del. C. §220(a)(1))."""

    CERTIFICATE = "certificate_of_incorporation"
    BYLAWS = "bylaws"
    STOCKHOLDER_MINUTES = "stockholder_minutes_and_consents"
    STOCKHOLDER_LETTERS = "communications_to_stockholders"
    MINUTES = "board_and_committee_minutes"
    CONSENTS = "board_and_committee_consents"
    MATERIALS = "materials_given_to_board_and_committees"
    STATEMENTS = "annual_financial_statements"
    AGREEMENTS = "agreements_of_section_122_18"
    QUESTIONNAIRES = "independence_questionnaires"


class Production(Row, frozen=True, kw_only=True):
    """One set of records produced on a demand: its scope, and what was handed over."""

    table: ClassVar[str] = "productions"

    title: Line
    demanded_by: Line = ""
    received_on: date | None = None
    purpose: str = ""
    kinds: tuple[FormalRecord, ...] = ()
    bodies: tuple[BodyId, ...] = ()
    first: date | None = None
    last: date | None = None
    prefix: Line = ""
    first_number: Count = 1
    """The number of the first page; a later set goes on where the one before it ended."""
    produced_on: date | None = None
    attachment: AttachmentId | None = None
    log: AttachmentId | None = None
    pages: Count | None = None
    note: str = ""


class Ruling(StrEnum):
    """What becomes of one record of a production set."""

    PRODUCE = "produce"
    WITHHOLD = "withhold"
    REDACT = "redact"


class WithholdingGround(StrEnum):
    """Why a record, or a part of it, is not produced."""

    PRIVILEGE = "attorney_client_privilege"
    WORK_PRODUCT = "work_product"
    UNRELATED = "not_related_to_purpose"
    OUTSIDE = "outside_scope"
    CONFIDENTIAL = "confidentiality_terms_pending"


class ProductionRuling(Row, frozen=True, kw_only=True):
    """What was decided about one record; `source` is “table:id”, `described` stands in the privilege log.

    Of a record that is redacted `pages` are withheld (“3, 5–7”) and `passages` are blacked out where they stand.
    """

    table: ClassVar[str] = "production_rulings"

    production: ProductionId
    source: Line
    ruling: Ruling = Ruling.PRODUCE
    ground: WithholdingGround | None = None
    described: str = ""
    pages: Line = ""
    passages: tuple[str, ...] = ()
    note: str = ""
