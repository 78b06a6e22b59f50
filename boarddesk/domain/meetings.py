"""Meetings, independent sessions, their agendas, presence and guests."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from boarddesk.domain.row import (
    BodyId,
    Count,
    DocumentId,
    ItemId,
    Line,
    LocalTime,
    MeetingId,
    MotionId,
    PersonId,
    RequestId,
    Row,
    Year,
)

BOARD = "board"
INDEPENDENT = "independent"
STOCKHOLDERS = "stockholders"
FIXED_BODIES = (BOARD, INDEPENDENT, STOCKHOLDERS)


class MeetingKind(StrEnum):
    """Regular and special meetings, the stockholders' annual meeting, the independent session."""

    REGULAR = "regular"
    SPECIAL = "special"
    ANNUAL = "annual"
    SESSION = "session"


class MeetingState(StrEnum):
    """Where a meeting stands; `held` has ended, `adjourned` goes on at a later date, unfinished."""

    PLANNED = "planned"
    NOTICED = "noticed"
    IN_SESSION = "in_session"
    RECESSED = "recessed"
    HELD = "held"
    ADJOURNED = "adjourned"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    FAILED_QUORUM = "failed_quorum"


AHEAD = frozenset({MeetingState.PLANNED, MeetingState.NOTICED})
BEGUN = frozenset(
    {MeetingState.IN_SESSION, MeetingState.RECESSED, MeetingState.HELD, MeetingState.ADJOURNED,
     MeetingState.FAILED_QUORUM}
)  # fmt: skip
CALLED_OFF = frozenset({MeetingState.CANCELLED, MeetingState.POSTPONED})


class PresidingBasis(StrEnum):
    """Why that person presided."""

    CHAIR = "chair"
    LEAD = "lead_independent_director"
    CHOSEN = "chosen_by_those_present"
    OTHER = "other"


class Meeting(Row, frozen=True, kw_only=True):
    """A meeting of a body, or the independent directors' session (never a meeting of the board).

    `parent` names the board meeting a session follows. Times are local to `time_zone` (empty: the
    company's). `scheduled_on` is the day it was put on the calendar; `decided_on` the day it was
    cancelled or postponed. `minutes_circulated_on` closes the meeting to undoing.
    """

    table: ClassVar[str] = "meetings"

    body: BodyId
    kind: MeetingKind = MeetingKind.REGULAR
    title: Line = ""
    number: Line = ""
    starts: LocalTime
    ends: LocalTime | None = None
    all_day: bool = False
    """The time of day is not known; only the date of `starts` counts."""
    time_zone: Line = ""
    place: Line = ""
    state: MeetingState = MeetingState.PLANNED
    parent: MeetingId | None = None
    called_to_order: LocalTime | None = None
    adjourned: LocalTime | None = None
    presiding: PersonId | None = None
    presiding_basis: PresidingBasis | None = None
    presiding_note: str = ""
    recording: PersonId | None = None
    could_hear: bool | None = None
    could_hear_at: LocalTime | None = None
    scheduled_on: date | None = None
    notice_on: date | None = None
    notice_manner: Line = ""
    notice_waived: bool = False
    reason: str = ""
    decided_on: date | None = None
    moved_to: MeetingId | None = None
    sequence: Count = 0
    minutes_circulated_on: date | None = None
    designated_for: date | None = None
    """Annual meetings: the day designated for it, where one was (8 Del. C. §211(c))."""
    record_date: date | None = None
    record_date_fixed_on: date | None = None
    shares_outstanding: Count | None = None
    shares_present: Count | None = None
    proxies_solicited: bool | None = None
    """Stockholders: whether proxies were solicited with a proxy statement (Nasdaq Rule 5620(b))."""
    purpose: str = ""
    """What a special meeting is called for, where the notice states it."""
    caller: PersonId | None = None
    dial_in: Line = ""
    """How to take part from elsewhere; no minutes print it."""
    emergency: bool = False
    joint_with: tuple[BodyId, ...] = ()
    """The other bodies that sit with this one; each has its own quorum and votes."""
    also_zones: tuple[Line, ...] = ()
    """Zones of those who take part from elsewhere: their times stand beside the place's own on the agenda."""
    continues: MeetingId | None = None
    """The adjourned meeting that this one goes on with."""
    inspectors: tuple[Line, ...] = ()
    """Stockholders: the inspectors of election (8 Del. C. §231)."""
    report_back: str = ""
    """Sessions: what is to be reported to the Board, for the Board's minutes."""
    note: str = ""
    source: Line = ""

    @property
    def day(self) -> date:
        """The local date it starts on."""
        return self.starts.date()

    @property
    def bodies(self) -> tuple[BodyId, ...]:
        """The bodies that sit: its own first, then those that sit with it."""
        return (self.body, *self.joint_with)


class Recess(Row, frozen=True, kw_only=True):
    """A pause within a meeting, [start, end)."""

    table: ClassVar[str] = "recesses"

    meeting: MeetingId
    start: LocalTime
    end: LocalTime | None = None


class Purpose(StrEnum):
    """What an item asks of the body."""

    DECIDE = "decide"
    DISCUSS = "discuss"
    INFORM = "inform"


class ItemType(StrEnum):
    """Types of agenda items; duties of the guidelines look for theirs."""

    CALL_TO_ORDER = "call_to_order"
    MINUTES = "minutes"
    CONSENT = "consent_agenda"
    BUSINESS_UPDATE = "business_update"
    FINANCE_UPDATE = "finance_update"
    ANNUAL_PLAN = "annual_plan"
    PLAN_V_ACTUAL = "plan_v_actual"
    EXECUTIVE_PAY = "executive_pay"
    DIRECTOR_PAY = "director_pay"
    SUCCESSION = "succession"
    GOVERNANCE_REVIEW = "governance_review"
    COMMITTEE_REPORT = "committee_report"
    NOMINATION = "nomination"
    APPOINTMENT = "appointment"
    DETERMINATION = "determination"
    RELATED_PERSON = "related_person"
    AUDIT_REPORT = "audit_report"
    AUDITOR = "auditor"
    INTERNAL_CONTROLS = "internal_controls"
    LEGAL_COMPLIANCE = "legal_compliance"
    FINANCIAL_STATEMENTS = "financial_statements"
    CHARTER_REVIEW = "charter_review"
    ELECTION = "election"
    INDEPENDENT_SESSION = "independent_session"
    ADJOURNMENT = "adjournment"
    BREAK = "break"
    OTHER = "other"


class ItemOutcome(StrEnum):
    """How an item ended."""

    RECEIVED = "received"
    DISCUSSED = "discussed"
    DECIDED = "decided"
    DEFERRED = "deferred"
    NO_ACTION = "no_action"
    WITHDRAWN = "withdrawn"


class AgendaItem(Row, frozen=True, kw_only=True):
    """One item of one meeting's agenda; positions count from 1. `text` is what the minutes say of it."""

    table: ClassVar[str] = "agenda_items"

    meeting: MeetingId
    position: Count
    title: Line
    type: ItemType = ItemType.OTHER
    presenter: PersonId | None = None
    presenter_note: Line = ""
    minutes: Count | None = None
    purpose: Purpose | None = None
    clauses: tuple[str, ...] = ()
    text: str = ""
    started: LocalTime | None = None
    ended: LocalTime | None = None
    outcome: ItemOutcome | None = None
    deferred_to: MeetingId | None = None
    reason: str = ""
    request: RequestId | None = None
    documents: tuple[DocumentId, ...] = ()
    carried_from: ItemId | None = None
    fiscal_year: Year | None = None
    within: ItemId | None = None
    """The consent agenda that the item is a part of, until it is pulled out."""
    recommendation: MotionId | None = None
    """The motion by which a committee recommended what is put here."""
    privileged: str = ""
    """Advice of counsel, kept apart from the minutes and printed only in their annex."""
    privilege_note: Line = ""
    """Who advised, and on what kind of matter, as the open minutes say it."""
    chair_note: str = ""
    """For the chair's script alone."""
    notes: str = ""
    """The secretary's working notes; no minutes print them, and the retention policy lets them go."""


class RequestOutcome(StrEnum):
    """What became of a director's request for an item."""

    PLACED = "placed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class AgendaRequest(Row, frozen=True, kw_only=True):
    """A director's request that an item be put on an agenda (guidelines GL-3.2)."""

    table: ClassVar[str] = "agenda_requests"

    person: PersonId
    requested_on: date
    text: str
    meeting: MeetingId | None = None
    outcome: RequestOutcome | None = None
    item: ItemId | None = None
    decided_on: date | None = None
    reason: str = ""


class Mode(StrEnum):
    """How someone takes part."""

    ROOM = "room"
    VIDEO = "video"
    PHONE = "phone"


class PresenceKind(StrEnum):
    """What a stamp says of one person.

    `recused_out` left the room for one item (in neither quorum nor number present); `recused_in`
    stayed (counts for both, does not vote); both last until `recusal_ended` (`law.md` 0.16).
    """

    PRESENT = "present"
    CHANGED_MODE = "changed_mode"
    LEFT = "left"
    RETURNED = "returned"
    RECUSED_OUT = "recused_out"
    RECUSED_IN = "recused_in"
    RECUSAL_ENDED = "recusal_ended"
    ABSENT = "absent"
    EXCUSED = "excused"


class PresenceStamp(Row, frozen=True, kw_only=True):
    """One stamp on the timeline of one member; without a time, `present` means throughout, times not recorded."""

    table: ClassVar[str] = "presence"

    meeting: MeetingId
    person: PersonId
    kind: PresenceKind
    at: LocalTime | None = None
    order: Count = 0
    mode: Mode | None = None
    item: ItemId | None = None
    reason: str = ""
    printed: Line = ""
    """The name as an imported source prints it."""


class GuestCapacity(StrEnum):
    """In what capacity someone who is not a member attends."""

    MANAGEMENT = "management"
    SECRETARY = "secretary"
    COUNSEL = "counsel"
    AUDITOR = "auditor"
    ADVISER = "adviser"
    OTHER = "other"


class Guest(Row, frozen=True, kw_only=True):
    """Someone present who is not a member of the body; no items means for the whole meeting."""

    table: ClassVar[str] = "guests"

    meeting: MeetingId
    name: Line
    person: PersonId | None = None
    capacity: GuestCapacity = GuestCapacity.OTHER
    title: Line = ""
    items: tuple[ItemId, ...] = ()
    arrived: LocalTime | None = None
    left: LocalTime | None = None
    mode: Mode | None = None
    reason: str = ""
