"""Words and choices that the tabs and dialogs of a meeting share."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from boarddesk.domain.meetings import (
    GuestCapacity,
    ItemOutcome,
    ItemType,
    Mode,
    PresenceKind,
    PresidingBasis,
    Purpose,
    RequestOutcome,
)
from boarddesk.domain.motions import MotionKind, PayComponent, Result, VoteMethod, VoteRuleBase
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.meeting_overview import CAPACITY_NAMES
from boarddesk.services.motion_words import KIND_NAMES, RESULT_NAMES

E = TypeVar("E", bound=StrEnum)

TYPES = {
    ItemType.CALL_TO_ORDER: "Call to order",
    ItemType.MINUTES: "Minutes",
    ItemType.CONSENT: "Consent agenda",
    ItemType.BUSINESS_UPDATE: "Business update",
    ItemType.FINANCE_UPDATE: "Finance update",
    ItemType.ANNUAL_PLAN: "Annual plan",
    ItemType.PLAN_V_ACTUAL: "Performance against plan",
    ItemType.EXECUTIVE_PAY: "Executive pay",
    ItemType.DIRECTOR_PAY: "Director pay",
    ItemType.SUCCESSION: "Succession",
    ItemType.GOVERNANCE_REVIEW: "Governance review",
    ItemType.COMMITTEE_REPORT: "Committee report",
    ItemType.NOMINATION: "Nomination",
    ItemType.APPOINTMENT: "Appointment",
    ItemType.DETERMINATION: "Independence determination",
    ItemType.RELATED_PERSON: "Related-person transaction",
    ItemType.AUDIT_REPORT: "Audit report",
    ItemType.AUDITOR: "Auditor",
    ItemType.INTERNAL_CONTROLS: "Internal controls",
    ItemType.LEGAL_COMPLIANCE: "Legal and regulatory",
    ItemType.FINANCIAL_STATEMENTS: "Financial statements",
    ItemType.CHARTER_REVIEW: "Charter review",
    ItemType.ELECTION: "Election",
    ItemType.INDEPENDENT_SESSION: "Independent session",
    ItemType.ADJOURNMENT: "Adjournment",
    ItemType.BREAK: "Break",
    ItemType.OTHER: "Other",
}
PURPOSES = {Purpose.DECIDE: "Decide", Purpose.DISCUSS: "Discuss", Purpose.INFORM: "Inform"}
OUTCOMES = {
    ItemOutcome.RECEIVED: "Received",
    ItemOutcome.DISCUSSED: "Discussed",
    ItemOutcome.DECIDED: "Decided",
    ItemOutcome.DEFERRED: "Deferred",
    ItemOutcome.NO_ACTION: "No action",
    ItemOutcome.WITHDRAWN: "Withdrawn",
}
REQUESTS = {
    RequestOutcome.PLACED: "Placed on an agenda",
    RequestOutcome.DECLINED: "Declined",
    RequestOutcome.WITHDRAWN: "Withdrawn",
}
MODES = {Mode.ROOM: "In the room", Mode.VIDEO: "Video", Mode.PHONE: "Phone"}
STAMPS = {
    PresenceKind.PRESENT: "Arrived",
    PresenceKind.CHANGED_MODE: "Changed how they take part",
    PresenceKind.LEFT: "Left",
    PresenceKind.RETURNED: "Returned",
    PresenceKind.RECUSED_OUT: "Recused, out of the room",
    PresenceKind.RECUSED_IN: "Recused, in the room",
    PresenceKind.RECUSAL_ENDED: "Takes part again",
    PresenceKind.ABSENT: "Absent",
    PresenceKind.EXCUSED: "Excused",
}
BASES = {
    PresidingBasis.CHAIR: "As chair",
    PresidingBasis.LEAD: "As Lead Independent Director",
    PresidingBasis.CHOSEN: "Chosen by those present",
    PresidingBasis.OTHER: "Otherwise",
}
METHODS = {
    VoteMethod.BY_NAME: "By name",
    VoteMethod.BY_COUNTS: "By counts alone",
    VoteMethod.NOT_RECORDED: "No vote recorded",
}
RULE_BASES = {
    VoteRuleBase.PRESENT: "Those present",
    VoteRuleBase.CAST: "Votes cast",
    VoteRuleBase.IN_OFFICE: "Directors in office",
    VoteRuleBase.WHOLE_BOARD: "The whole board",
}
COMPONENTS = {PayComponent.CASH: "Cash", PayComponent.EQUITY: "Equity"}


def tr(text: str) -> str:
    """A text of the meeting's tabs and dialogs in the user's language."""
    return QCoreApplication.translate("meeting", text)


def choices(words: dict[E, str]) -> list[tuple[E, str]]:
    """Choices from a table of words."""
    return [(value, tr(text)) for value, text in words.items()]


def people_choices(record: Record, people: Sequence[str]) -> list[tuple[str, str]]:
    """Choices of people by name."""
    return [(person, name_of(record, person)) for person in people]


def kind_choices() -> list[tuple[MotionKind, str]]:
    """The kinds of motions."""
    return choices(KIND_NAMES)


def result_choices() -> list[tuple[Result, str]]:
    """The results of motions."""
    return choices(RESULT_NAMES)


def capacity_choices() -> list[tuple[GuestCapacity, str]]:
    """The capacities of guests."""
    return choices(CAPACITY_NAMES)
