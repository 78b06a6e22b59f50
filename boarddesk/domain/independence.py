"""Independence: the board's dated determinations and the questionnaires they rest on."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from boarddesk.domain.answers import (
    AuditorTie,
    Dealing,
    Employment,
    FamilyMember,
    Finance,
    Holding,
    Interlock,
    LegalEvent,
    Organization,
    OutsideSeat,
    Payment,
    Question,
)
from boarddesk.domain.row import (
    CommitteeId,
    DesignationId,
    DeterminationId,
    Line,
    MeetingId,
    MotionId,
    PersonId,
    Row,
    TransactionId,
    Year,
)


class Standard(StrEnum):
    """The standard a determination answers."""

    NASDAQ = "nasdaq_general"
    AUDIT = "audit_10a3"
    COMPENSATION = "compensation_10c1"


class Outcome(StrEnum):
    """What the board determined."""

    INDEPENDENT = "independent"
    NOT_INDEPENDENT = "not_independent"


class Determination(Row, frozen=True, kw_only=True):
    """The board's decision on one director under one standard (Nasdaq Rule 5605(a)(2); Rules 10A-3, 10C-1).

    Never edited: a later one supersedes it.
    """

    table: ClassVar[str] = "determinations"

    person: PersonId
    standard: Standard = Standard.NASDAQ
    outcome: Outcome
    decided_on: date
    meeting: MeetingId | None = None
    motion: MotionId | None = None
    rationale: str = ""
    considered: tuple[str, ...] = ()
    supersedes: DeterminationId | None = None


class Questionnaire(Row, frozen=True, kw_only=True):
    """A yearly questionnaire: when it went out and came back, what was answered, and whether an answer changed.

    `answered` names the questions that were answered: one among them without an entry means “none”, one not
    among them is unanswered. `changed` is None while nobody has compared the answers. A changed answer that
    is newer than the determination makes the determination stale (practice).
    """

    table: ClassVar[str] = "questionnaires"

    person: PersonId
    year: Year
    sent_on: date | None = None
    received_on: date | None = None
    attested_on: date | None = None
    attested_as: Line = ""
    """The name under which the person attested that the answers are complete and correct."""
    changed: bool | None = None
    change_note: str = ""
    answered: tuple[Question, ...] = ()
    employments: tuple[Employment, ...] = ()
    family: tuple[FamilyMember, ...] = ()
    payments: tuple[Payment, ...] = ()
    organizations: tuple[Organization, ...] = ()
    interlocks: tuple[Interlock, ...] = ()
    auditor_ties: tuple[AuditorTie, ...] = ()
    holdings: tuple[Holding, ...] = ()
    finance: Finance | None = None
    seats: tuple[OutsideSeat, ...] = ()
    legal: tuple[LegalEvent, ...] = ()
    dealings: tuple[Dealing, ...] = ()
    other: str = ""


class DesignationKind(StrEnum):
    """What the board found of a person, other than independence."""

    LITERATE = "financially_literate"
    SOPHISTICATED = "financially_sophisticated"
    EXPERT = "financial_expert"
    EXCEPTIONAL = "exceptional_and_limited_member"
    COMMITMENTS = "other_commitments_reviewed"
    DISINTERESTED = "disinterested"


class Designation(Row, frozen=True, kw_only=True):
    """A dated finding of the board about a person (Nasdaq 5605(c)(2), (d)(2)(B), (e)(3); S-K 407(d)(5); §144(a)).

    Never edited: a later one supersedes it. `committee` is where an exceptional and limited member serves,
    `ends_on` the last day of that service, `disclosed_on` the day its reasons were published.
    """

    table: ClassVar[str] = "designations"

    person: PersonId
    kind: DesignationKind
    found: bool = True
    decided_on: date
    committee: CommitteeId | None = None
    ends_on: date | None = None
    disclosed_on: date | None = None
    meeting: MeetingId | None = None
    motion: MotionId | None = None
    transaction: TransactionId | None = None
    reasons: str = ""
    supersedes: DesignationId | None = None
