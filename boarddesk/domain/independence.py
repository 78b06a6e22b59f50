"""Independence: the board's dated determinations and the questionnaires they rest on."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from boarddesk.domain.row import DeterminationId, MeetingId, MotionId, PersonId, Row, Year


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
    """A yearly questionnaire: when it went out and came back, and whether an answer changed.

    `changed` is None while nobody has compared the answers. A changed answer that is newer than the
    determination makes the determination stale (practice).
    """

    table: ClassVar[str] = "questionnaires"

    person: PersonId
    year: Year
    sent_on: date | None = None
    received_on: date | None = None
    changed: bool | None = None
    change_note: str = ""
