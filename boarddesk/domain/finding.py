"""What a rule says: one finding per clause, subject and period."""

from datetime import date
from enum import StrEnum

import msgspec


class Status(StrEnum):
    """The one vocabulary of results (`law.md` §0). Absence of data is `cannot_judge`, never `met`."""

    MET = "met"
    NOT_MET = "not_met"
    IN_CURE = "in_cure"
    CURE_EXPIRED = "cure_expired"
    IN_PHASE_IN = "in_phase_in"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    NOT_YET_DUE = "not_yet_due"
    EXCEPTION_RELIED_ON = "exception_relied_on"
    EXEMPT = "exempt"
    NOT_APPLICABLE = "not_applicable"
    DISCLOSURE_REQUIRED = "disclosure_required"
    SAFE_HARBOR_NOT_SHOWN = "safe_harbor_not_shown"
    JUDGMENT_NEEDED = "judgment_needed"
    CANNOT_JUDGE = "cannot_judge"
    RECORDED = "recorded"
    NOT_RECORDED = "not_recorded"
    INFORMATION = "information"


ADVERSE = frozenset({Status.NOT_MET, Status.OVERDUE, Status.CURE_EXPIRED, Status.DISCLOSURE_REQUIRED})
UNDECIDED = frozenset({Status.CANNOT_JUDGE, Status.JUDGMENT_NEEDED, Status.NOT_RECORDED})

WORST_FIRST = (
    Status.CURE_EXPIRED,
    Status.NOT_MET,
    Status.NOT_RECORDED,
    Status.OVERDUE,
    Status.DISCLOSURE_REQUIRED,
    Status.CANNOT_JUDGE,
    Status.JUDGMENT_NEEDED,
    Status.SAFE_HARBOR_NOT_SHOWN,
    Status.IN_CURE,
    Status.DUE_SOON,
    Status.IN_PHASE_IN,
    Status.EXCEPTION_RELIED_ON,
    Status.MET,
    Status.RECORDED,
    Status.INFORMATION,
    Status.NOT_YET_DUE,
    Status.EXEMPT,
    Status.NOT_APPLICABLE,
)
RANK = {status: place for place, status in enumerate(WORST_FIRST)}
"""The place of each status in that order: the worst has the lowest."""


class Origin(StrEnum):
    """Where a clause comes from; results of different origin are never merged."""

    GUIDELINE = "guideline"
    LAW = "law"
    PRACTICE = "practice"


class Kind(StrEnum):
    """R computable rule, D periodic duty, X recorded decision, G register, P policy statement."""

    RULE = "R"
    DUTY = "D"
    DECISION = "X"
    REGISTER = "G"
    POLICY = "P"


# Frozen through and through, so the collector need not look at them: a record of many years gives thousands.
class Evidence(msgspec.Struct, frozen=True, gc=False):
    """One place in the record: the table's name, the row's id, and words for a person."""

    kind: str
    id: str
    label: str


class UsedParameter(msgspec.Struct, frozen=True, gc=False):
    """A value a result relied on; `confidence` is confirmed, partly or unconfirmed; `company` marks an override."""

    key: str
    value: str
    citation: str
    confidence: str
    company: bool = False


class Finding(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The judgment of one clause for one subject and period, with its reason and evidence.

    `subject` is an id or `company`; `period` is `2026-Q3`, `FY2026` or an ISO date. `title` and
    `subject_label` are words for a person.
    """

    clause: str
    origin: Origin
    kind: Kind
    subject: str
    period: str
    status: Status
    because: str
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()
    responsible: str = ""
    due: date | None = None
    parameters: tuple[UsedParameter, ...] = ()
    title: str = ""
    subject_label: str = ""
    remedy: str = ""
    """What would put it right, or that it cannot be cured; never a change of the record."""
