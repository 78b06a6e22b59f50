"""What a director or executive officer answers in the yearly questionnaire, question by question (`law.md` 1.3a)."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec

from boarddesk.domain.row import END, Count, Line, Year

Percent = Annotated[str, msgspec.Meta(pattern=r"^(100|[0-9]{1,2})(\.[0-9]{1,6})?" + END)]
"""A share in percent, exactly as answered: “9.95”."""


class Answer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One entry under a question. `of` names the family member whom it concerns; empty means the person."""

    of: Line = ""


class Question(StrEnum):
    """The questions, by the ids that findings name when an answer is missing."""

    EMPLOYMENT = "Q-EMP"
    FAMILY = "Q-FAM"
    PAYMENTS = "Q-PAY"
    ORGANIZATIONS = "Q-ORG"
    INTERLOCKS = "Q-INTERLOCK"
    AUDITOR = "Q-AUD"
    OWNERSHIP = "Q-OWN"
    FINANCE = "Q-FIN"
    SEATS = "Q-SEATS"
    LEGAL = "Q-LEGAL"
    DEALINGS = "Q-RPT"
    OTHER = "Q-OTHER"


class EmployerKind(StrEnum):
    """Whose employee; `target` is a business before the company acquired it."""

    COMPANY = "company"
    SUBSIDIARY = "subsidiary"
    PARENT = "parent"
    TARGET = "target_before_acquisition"
    OTHER = "other"


class Employment(Answer, frozen=True, kw_only=True):
    """One job, [since, until). `interim` marks an interim executive office (Nasdaq 5605(a)(2)(A))."""

    employer: Line
    kind: EmployerKind = EmployerKind.OTHER
    position: Line = ""
    executive: bool | None = None
    interim: bool = False
    since: date | None = None
    until: date | None = None


class Relation(StrEnum):
    """How a family member is related to the person."""

    SPOUSE = "spouse"
    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    STEP_CHILD = "step_child"
    STEP_PARENT = "step_parent"
    PARENT_IN_LAW = "parent_in_law"
    CHILD_IN_LAW = "child_in_law"
    SIBLING_IN_LAW = "sibling_in_law"
    HOUSEHOLD = "household"


class FamilyMember(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A member of the family or household; which of the three family circles it falls in is worked out from this."""

    name: Line
    relation: Relation
    minor: bool | None = None
    shares_home: bool | None = None
    employee_or_tenant: bool = False
    """A domestic employee or a tenant of the household."""


class PaymentCategory(StrEnum):
    """What a payment was for; all but `compensation` and `fee` are left out by one test or another."""

    COMPENSATION = "compensation"
    FEE = "consulting_or_advisory_fee"
    BOARD = "board_or_committee_fees"
    FAMILY_EMPLOYEE = "pay_of_a_family_member_not_an_executive_officer"
    PLAN = "tax_qualified_plan_or_non_discretionary"
    INTERIM = "interim_executive_service"
    PAST_SERVICE = "fixed_deferred_pay_for_past_service"


class Payment(Answer, frozen=True, kw_only=True):
    """One payment from the company or a subsidiary, in US cents; `through` is the firm that received it."""

    on: date
    cents: Count
    category: PaymentCategory = PaymentCategory.COMPENSATION
    nature: Line = ""
    through: Line = ""


class OrganizationTie(StrEnum):
    """What the person or family member is at an organization."""

    PARTNER = "partner"
    LIMITED_PARTNER = "limited_partner"
    CONTROLLING_SHAREHOLDER = "controlling_shareholder"
    EXECUTIVE_OFFICER = "executive_officer"
    MANAGING_MEMBER = "member_or_managing_director"
    EMPLOYEE = "employee"
    DIRECTOR = "director"


class Excluded(StrEnum):
    """Payments that Nasdaq 5605(a)(2)(D) leaves out."""

    INVESTMENT = "solely_from_investing_in_the_companys_securities"
    MATCHING = "non_discretionary_charitable_matching"


class OrganizationYear(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Payments with one organization in a fiscal year, US cents; `revenue_cents` is its consolidated gross revenue."""

    year: Year
    paid_to_cents: Count = 0
    received_from_cents: Count = 0
    revenue_cents: Count | None = None
    estimate: bool = False
    excluded: Excluded | None = None


class Organization(Answer, frozen=True, kw_only=True):
    """An organization the person or family member belongs to, [since, until).

    `adviser` says that it gives the company accounting, consulting, legal, investment banking or financial
    advice for a fee (Rule 10A-3(e)(8)); `active` is False for a limited partner without a role in that.
    """

    name: Line
    tie: OrganizationTie
    since: date | None = None
    until: date | None = None
    adviser: bool = False
    active: bool = True
    years: tuple[OrganizationYear, ...] = ()


class Interlock(Answer, frozen=True, kw_only=True):
    """Another entity where the person is an executive officer and one of the company's serves, [since, until)."""

    entity: Line
    executive: Line
    """The company's executive officer who serves there."""
    compensation_committee: bool = False
    director_there: bool = False
    since: date | None = None
    until: date | None = None


class AuditorTie(Answer, frozen=True, kw_only=True):
    """A tie to the outside auditor, [since, until); `worked_until` is when work on the company's audit ended."""

    firm: Line
    partner: bool
    since: date | None = None
    until: date | None = None
    worked_on_audit: bool | None = None
    worked_until: date | None = None


class Holding(Answer, frozen=True, kw_only=True):
    """Voting securities owned, in percent of a class, and any tie of control."""

    security: Line = ""
    percent: Percent
    controls: bool = False
    """Controls the company or is under common control with it, whatever the percentage."""
    affiliate_office: Line = ""
    """Executive officer, employee-director, general partner or managing member of an affiliate."""


class Expertise(StrEnum):
    """The five attributes of an audit committee financial expert (S-K 407(d)(5)(ii))."""

    STATEMENTS = "understands_gaap_and_statements"
    ESTIMATES = "applies_them_to_estimates_accruals_reserves"
    COMPLEXITY = "prepared_audited_analyzed_or_supervised"
    CONTROLS = "internal_control_over_financial_reporting"
    COMMITTEE = "audit_committee_functions"


class Finance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Financial background. `prepared_until` is the last day the person took part in the company's statements."""

    reads_statements: bool | None = None
    sophisticated: bool | None = None
    """Past finance or accounting work, a certification, or comparable experience."""
    prepared: bool | None = None
    prepared_until: date | None = None
    expertise: tuple[Expertise, ...] = ()
    background: str = ""


class OutsideSeat(Answer, frozen=True, kw_only=True):
    """A seat elsewhere, [since, until); `registered` under Exchange Act §12 or §15(d), or an investment company."""

    company: Line
    registered: bool | None = None
    committees: Line = ""
    since: date | None = None
    until: date | None = None


class LegalEvent(Answer, frozen=True, kw_only=True):
    """A proceeding of the kinds listed in S-K 401(f), past ten years."""

    text: str
    on: date | None = None


class Dealing(Answer, frozen=True, kw_only=True):
    """A dealing with the company since the start of the last fiscal year, or proposed; `entry` is its register id."""

    text: str
    cents: Count | None = None
    entry: Line = ""
