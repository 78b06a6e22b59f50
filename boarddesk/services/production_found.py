"""What the search of the company file for a demand gives: records, what is missing, and what is no formal record."""

from collections.abc import Callable
from datetime import date

import msgspec

from boarddesk.common.business_days import sec_days
from boarddesk.domain.document_room import FormalRecord, Production
from boarddesk.domain.meetings import BOARD, INDEPENDENT, Meeting
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.services.workspace import Services

REPLY_DAYS = 5
"""Business days in which a company answers a demand before a court can be asked (8 Del. C. §220(c))."""
YEARS_BACK = 3
"""Minutes of stockholders, what went to them and financial statements are formal records for so long (§220(a)(1))."""


class PrivilegedPart(msgspec.Struct, frozen=True):
    """A part of a record that is privileged: what it is, by “table:id”, and the numbers printed on its pages."""

    source: str
    title: str
    numbers: tuple[str, ...]


class FoundRecord(msgspec.Struct, frozen=True):
    """One formal record within a demand: `source` is “table:id”; `make` gives its bytes.

    `privileged` says why it is withheld as a whole; `parts` are pages within it that are. `among` are its author and
    readers, for the log; `name` is its file's own name. `offered` ones are in the set only where somebody says so.
    """

    source: str
    kind: FormalRecord
    title: str
    day: date | None
    state: str
    make: Callable[[Services], bytes] | None = None
    among: str = ""
    name: str = ""
    privileged: str = ""
    parts: tuple[PrivilegedPart, ...] = ()
    offered: bool = False


class MissingRecord(msgspec.Struct, frozen=True):
    """A formal record that a demand reaches and that is not there, or not final: which, and why."""

    kind: FormalRecord
    what: str
    why: str


class Scope(msgspec.Struct, frozen=True):
    """What a demand reaches on a record: bodies and days; `recent` is the first day of the three years."""

    record: Record
    production: Production
    day: date

    @property
    def received(self) -> date:
        """The day of the demand; the day shown while none is entered."""
        return self.production.received_on or self.day

    @property
    def first(self) -> date:
        """The first day asked for."""
        return self.production.first or date.min

    @property
    def last(self) -> date:
        """The last day asked for, and never after the day shown."""
        return min(self.production.last or date.max, self.day)

    @property
    def recent(self) -> date:
        """The first day for records that are formal for three years before the demand."""
        received = self.received
        try:
            back = received.replace(year=received.year - YEARS_BACK)
        except ValueError:  # 29 February
            back = received.replace(year=received.year - YEARS_BACK, day=28)
        return max(self.first, back)

    def asks(self, kind: FormalRecord) -> bool:
        """Whether the demand names this kind of record; one that names none asks for all."""
        return not self.production.kinds or kind in self.production.kinds

    def covers(self, body: str, day: date | None, *, recent: bool = False) -> bool:
        """Whether a body's record of a day is within the scope."""
        bodies = self.production.bodies
        first = self.recent if recent else self.first
        return (not bodies or body in bodies) and day is not None and first <= day <= self.last

    def reaches(self, meeting: Meeting) -> bool:
        """Whether a meeting of the board, of its independent directors or of a committee is within the scope."""
        return any(self.covers(body, meeting.day) for body in meeting.bodies) or (
            meeting.body == INDEPENDENT and self.covers(BOARD, meeting.day)
        )

    def overlaps(self, start: date | None, end: date | None) -> bool:
        """Whether what was in force from one day up to another was so on a day asked for."""
        return start is not None and start <= self.last and (end is None or end > max(self.first, date.min))


def reply_due(production: Production) -> date | None:
    """The last day for the answer to a demand; None while no day of receipt is entered."""
    return sec_days().after(production.received_on, REPLY_DAYS) if production.received_on else None


def source_of(row: Row) -> str:
    """“table:id”."""
    return f"{row.table}:{row.id}"
