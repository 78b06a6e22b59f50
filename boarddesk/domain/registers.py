"""Registers beside the board's own: skills, advisers, access, contacts, delegations, pay, biographies."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from boarddesk.domain.row import BodyId, CommitteeId, Count, Line, LocalTime, MotionId, PersonId, Row, Year


class Skill(Row, frozen=True, kw_only=True):
    """One line of the skills matrix: a director, a field, and what shows it (guidelines GL-1.10; S-K 401(e)(1))."""

    table: ClassVar[str] = "skills"

    person: PersonId
    field: Line
    shown_by: str = ""
    as_of: date
    until: date | None = None


class Biography(Row, frozen=True, kw_only=True):
    """Five years' experience and why this person should serve, as written for one proxy statement (S-K 401(e)(1))."""

    table: ClassVar[str] = "biographies"

    person: PersonId
    fiscal_year: Year
    written_on: date
    experience: str
    qualification: str = ""


class AdviserKind(StrEnum):
    """What an adviser is engaged for."""

    COMPENSATION = "compensation_consultant"
    COUNSEL = "counsel"
    ACCOUNTANT = "accountant"
    SEARCH = "search_firm"
    BANKER = "investment_banker"
    OTHER = "other"


class AdviserFactor(StrEnum):
    """The six factors of Rule 10C-1(b)(4) (Nasdaq 5605(d)(3)(D))."""

    SERVICES = "other_services_to_the_company"
    FEES = "fees_as_share_of_the_firms_revenue"
    POLICIES = "policies_against_conflicts"
    MEMBERS = "ties_to_committee_members"
    STOCK = "company_stock_held"
    EXECUTIVES = "ties_to_executive_officers"


class Engagement(Row, frozen=True, kw_only=True):
    """An adviser engaged by the board or a committee, [engaged_on, ended_on) (guidelines GL-1.12, GL-5.6).

    `management_approved` is True where management's consent was asked for. `exempt` says why the six factors
    need not be weighed (in-house counsel; a broad-based plan or survey).
    """

    table: ClassVar[str] = "engagements"

    adviser: Line
    kind: AdviserKind = AdviserKind.OTHER
    hired_by: BodyId
    engaged_on: date
    ended_on: date | None = None
    motion: MotionId | None = None
    management_approved: bool | None = None
    factors_weighed_on: date | None = None
    factors: tuple[AdviserFactor, ...] = ()
    exempt: Line = ""
    note: str = ""


class AccessRequest(Row, frozen=True, kw_only=True):
    """A director's wish to see managers or records, the notice to the CEO, and the access (guidelines GL-4.1)."""

    table: ClassVar[str] = "access_requests"

    person: PersonId
    asked_on: date
    text: str
    records: bool = False
    """Records rather than people."""
    notice_at: LocalTime | None = None
    access_at: LocalTime | None = None
    note: str = ""


class Contact(Row, frozen=True, kw_only=True):
    """A director's contact with outsiders on the company's affairs (guidelines GL-4.3)."""

    table: ClassVar[str] = "contacts"

    person: PersonId
    on: date
    with_whom: Line
    at_managements_request: bool | None = None
    text: str = ""


class DelegatedMatter(StrEnum):
    """What is delegated; the first two never may be (8 Del. C. §141(c)(2))."""

    STOCKHOLDER_VOTE = "adopting_or_recommending_what_stockholders_vote_on"
    BYLAWS = "bylaws"
    ELECTING_DIRECTORS = "electing_or_removing_directors"
    PAY = "pay"
    TRANSACTIONS = "transactions"
    OTHER = "other"


class Delegation(Row, frozen=True, kw_only=True):
    """What the board delegated, to a committee or a person, [start, end) (guidelines GL-5.8)."""

    table: ClassVar[str] = "delegations"

    committee: CommitteeId | None = None
    person: PersonId | None = None
    matter: DelegatedMatter
    text: str = ""
    start: date
    end: date | None = None
    motion: MotionId | None = None


class DirectorPay(Row, frozen=True, kw_only=True):
    """One director's pay for one fiscal year, US cents (S-K 402(k)); None where not yet known."""

    table: ClassVar[str] = "director_pay"

    person: PersonId
    fiscal_year: Year
    cash_cents: Count | None = None
    stock_cents: Count | None = None
    option_cents: Count | None = None
    incentive_cents: Count | None = None
    pension_cents: Count | None = None
    other_cents: Count | None = None
    options_held: Count | None = None
    stock_unvested: Count | None = None
    as_executive: bool = False
    """Fully shown in the executives' table, and therefore not in this one."""


class CompanyYear(Row, frozen=True, kw_only=True):
    """The company's own figures of a fiscal year, US cents: what shares of revenue and assets are taken of."""

    table: ClassVar[str] = "company_years"

    fiscal_year: Year
    revenue_cents: Count | None = None
    total_assets_cents: Count | None = None
    estimate: bool = False
