"""Elections of directors by stockholders."""

from datetime import date
from typing import ClassVar

import msgspec

from boarddesk.domain.row import Count, ElectionId, Line, MeetingId, MotionId, Number, PersonId, Row


class Election(Row, frozen=True, kw_only=True):
    """One class's election at one meeting of stockholders; shares are whole votes."""

    table: ClassVar[str] = "elections"

    held_on: date
    class_: Line = msgspec.field(name="class", default="")
    seats: Number
    meeting: MeetingId | None = None
    shares_outstanding: Count | None = None
    shares_present: Count | None = None
    quorum: bool | None = None
    note: str = ""


class Nominee(Row, frozen=True, kw_only=True):
    """One candidate on one ballot: shares for and withheld, and whether the candidate was seated."""

    table: ClassVar[str] = "nominees"

    election: ElectionId
    person: PersonId
    class_: Line = msgspec.field(name="class", default="")
    shares_for: Count | None = None
    withheld: Count | None = None
    broker_non_votes: Count | None = None
    seated: bool | None = None
    nominated_by: MotionId | None = None
    consented_on: date | None = None
    """The day of the written consent to be named and to serve (S-K 401(a))."""
    proposed_by: Line = ""
    """Who put a new candidate forward (S-K 407(c)(2)(vii))."""
