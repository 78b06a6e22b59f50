"""Committees of the board, their members and chairs over time."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from boarddesk.domain.people import EndReason
from boarddesk.domain.row import CommitteeId, Line, MotionId, PersonId, Row


class CommitteeKind(StrEnum):
    """Which rules a committee falls under."""

    AUDIT = "audit"
    COMPENSATION = "compensation"
    NOMINATING = "nominating"
    OTHER = "other"


class Committee(Row, frozen=True, kw_only=True):
    """A committee in being [start, end); its id is also the id of the body that meets."""

    table: ClassVar[str] = "committees"

    name: Line
    kind: CommitteeKind = CommitteeKind.OTHER
    letter: Line = ""
    standing: bool = True
    start: date
    end: date | None = None
    motion: MotionId | None = None
    mandate: str = ""

    def exists_on(self, day: date) -> bool:
        """Whether the committee was in being on `day`."""
        return self.start <= day and (self.end is None or day < self.end)


class CommitteeSeat(Row, frozen=True, kw_only=True):
    """One member's service on a committee, [start, end)."""

    table: ClassVar[str] = "committee_seats"

    committee: CommitteeId
    person: PersonId
    start: date
    end: date | None = None
    end_reason: EndReason | None = None
    motion: MotionId | None = None

    def serves_on(self, day: date) -> bool:
        """Whether the seat was held on `day`."""
        return self.start <= day and (self.end is None or day < self.end)


class CommitteeChair(Row, frozen=True, kw_only=True):
    """One member's time as chair of a committee, [start, end)."""

    table: ClassVar[str] = "committee_chairs"

    committee: CommitteeId
    person: PersonId
    start: date
    end: date | None = None
    motion: MotionId | None = None

    def serves_on(self, day: date) -> bool:
        """Whether the chair was held on `day`."""
        return self.start <= day and (self.end is None or day < self.end)
