"""People, and what they were: directors, officers."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

import msgspec

from boarddesk.domain.row import AppointmentId, ElectionId, Line, MotionId, Number, PersonId, Row, Year


class Person(Row, frozen=True, kw_only=True):
    """A person, under the name they sign with."""

    table: ClassVar[str] = "people"

    name: Line
    honorific: Line = ""
    surname: Line = ""
    aliases: tuple[Line, ...] = ()
    email: Line = ""
    born: date | None = None
    """For the ages that a proxy statement gives (S-K 401(a)); may stay empty."""
    note: str = ""

    @property
    def last(self) -> str:
        """The surname: as given, else the last word of the name."""
        return self.surname or (self.name.split()[-1] if self.name.split() else self.name)

    @property
    def formal(self) -> str:
        """“Ms. Nakagawa-Reyes” where the honorific is known, else the full name."""
        return f"{self.honorific} {self.last}" if self.honorific else self.name


class How(StrEnum):
    """How a director came into office."""

    ELECTED = "elected"
    APPOINTED = "appointed"
    INITIAL = "initial"


class EndReason(StrEnum):
    """Why a term or seat ended."""

    TERM_ENDED = "term_ended"
    RESIGNED = "resigned"
    RETIRED = "retired"
    REMOVED = "removed"
    DIED = "died"
    OTHER = "other"


class Appointment(Row, frozen=True, kw_only=True):
    """One director's term in one class, [start, end).

    A term ends at an annual meeting (`term_ends_year`), not on a guessed date; `end` is set only when
    the director really left or was elected anew. Past the meeting without a successor the director
    holds over (8 Del. C. §141(b)). Resignations carry the day notice came beside the effective day.
    """

    table: ClassVar[str] = "appointments"

    person: PersonId
    class_: Line = msgspec.field(name="class", default="")
    seat: Line = ""
    how: How = How.ELECTED
    start: date
    term_ends_year: Year | None = None
    end: date | None = None
    end_reason: EndReason | None = None
    notice_on: date | None = None
    will_not_stand_on: date | None = None
    election: ElectionId | None = None
    motion: MotionId | None = None
    replaces: AppointmentId | None = None
    note: str = ""

    def serves_on(self, day: date) -> bool:
        """Whether the term runs on `day`."""
        return self.start <= day and (self.end is None or day < self.end)


class BoardSize(Row, frozen=True, kw_only=True):
    """The authorized number of directors from a date on: the whole board, vacancies included."""

    table: ClassVar[str] = "board_sizes"

    size: Number
    effective_from: date
    motion: MotionId | None = None
    source: Line = ""


class Role(StrEnum):
    """Offices and board roles that rules ask for; any other office is an executive or other officer."""

    CHAIR = "chair"
    LEAD = "lead_independent_director"
    CEO = "ceo"
    PRESIDENT = "president"
    COO = "coo"
    CFO = "cfo"
    ACCOUNTING = "principal_accounting_officer"
    SECRETARY = "secretary"
    GENERAL_COUNSEL = "general_counsel"
    EXECUTIVE_OFFICER = "executive_officer"
    OTHER_OFFICER = "other_officer"


class RoleTenure(Row, frozen=True, kw_only=True):
    """A person's role, [start, end). `executive` marks an Executive Officer (Rule 16a-1(f)).

    `named` marks a named executive officer of the last proxy statement (S-K 402(a)(3)); `notice_on` is the
    day notice of the end came.
    """

    table: ClassVar[str] = "roles"

    person: PersonId
    role: Role
    title: Line = ""
    start: date
    end: date | None = None
    end_reason: EndReason | None = None
    notice_on: date | None = None
    executive: bool = False
    named: bool = False
    motion: MotionId | None = None
    note: str = ""

    def held_on(self, day: date) -> bool:
        """Whether the role was held on `day`."""
        return self.start <= day and (self.end is None or day < self.end)
