"""What happened to the company beside its meetings, what was filed for it, and what was done about it."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from boarddesk.domain.row import (
    AttachmentId,
    Count,
    DocumentId,
    EventId,
    FilingId,
    Line,
    MeetingId,
    MotionId,
    PersonId,
    Row,
    Year,
)


class EventKind(StrEnum):
    """Facts that start a clock and stand in no other table."""

    DISAGREEMENT = "resignation_over_disagreement"
    REMOVAL_FOR_CAUSE = "removal_for_cause"
    OFFICER_PAY = "officer_pay_arrangement"
    CERTIFICATE_AMENDED = "certificate_amended"
    BYLAWS_AMENDED = "bylaws_amended"
    FISCAL_YEAR_CHANGED = "fiscal_year_changed"
    CODE_AMENDED = "code_amended"
    CODE_WAIVED = "code_waived"
    MEETING_DATE_MOVED = "annual_meeting_date_moved"
    EXCHANGE_NOTICE = "notice_from_the_exchange"
    COMPANY_NOTICE = "notice_to_the_exchange"
    REPRIMAND = "public_reprimand"
    DELISTING_DECISION = "decision_to_withdraw_or_transfer_listing"
    NONCOMPLIANCE = "noncompliance_learned"
    RESTATEMENT = "restatement_required"
    RECOVERY_WAIVED = "recovery_found_impracticable"
    FINAL_RESULTS = "final_voting_results_known"


class Event(Row, frozen=True, kw_only=True):
    """One such fact and its day (Form 8-K items 3.01, 5.02 to 5.08; Nasdaq Rules 5608, 5610, 5625)."""

    table: ClassVar[str] = "events"

    kind: EventKind
    on: date
    person: PersonId | None = None
    meeting: MeetingId | None = None
    document: DocumentId | None = None
    motion: MotionId | None = None
    clause: Line = ""
    """The law clause concerned, for notices and noncompliance."""
    text: str = ""


class FilingKind(StrEnum):
    """What was filed, sent or published."""

    FORM_8K = "form_8k"
    PROXY_STATEMENT = "proxy_statement"
    FORM_10K = "form_10k"
    EXCHANGE_NOTICE = "notice_to_the_exchange"
    WEBSITE = "website"
    PRESS_RELEASE = "press_release"
    OTHER = "other"


class Filing(Row, frozen=True, kw_only=True):
    """Something filed, sent or published, with the items it answers (“5.02(b)”, “S-K 407(a)”) and what it is about."""

    table: ClassVar[str] = "filings"

    kind: FilingKind
    made_on: date
    items: tuple[Line, ...] = ()
    fiscal_year: Year | None = None
    event: EventId | None = None
    person: PersonId | None = None
    meeting: MeetingId | None = None
    motion: MotionId | None = None
    document: DocumentId | None = None
    amends: FilingId | None = None
    attachment: AttachmentId | None = None
    note: str = ""


class FollowUp(Row, frozen=True, kw_only=True):
    """One thing done that a starting fact set off; `fact` is its table and id (“roles:cfo-2”), `step` its key."""

    table: ClassVar[str] = "follow_ups"

    fact: Line
    step: Line
    done_on: date | None = None
    not_needed: str = ""
    """Why the step is not needed, where it is not."""
    filing: FilingId | None = None
    document: DocumentId | None = None
    motion: MotionId | None = None
    note: str = ""


class MatterKind(StrEnum):
    """What stockholders vote on, beside the election of directors."""

    AUDITOR = "auditor"
    SAY_ON_PAY = "say_on_pay"
    SAY_ON_FREQUENCY = "say_on_frequency"
    PLAN = "equity_plan"
    CERTIFICATE = "certificate_amendment"
    MERGER = "merger"
    RELATED_PERSON = "related_person"
    STOCKHOLDER_PROPOSAL = "stockholder_proposal"
    OTHER = "other"


class Matter(Row, frozen=True, kw_only=True):
    """A matter put to the stockholders at a meeting, with its tally in whole votes (8 Del. C. §216)."""

    table: ClassVar[str] = "matters"

    meeting: MeetingId
    number: Line = ""
    title: Line
    kind: MatterKind = MatterKind.OTHER
    shares_for: Count | None = None
    against: Count | None = None
    abstained: Count | None = None
    broker_non_votes: Count | None = None
    carried: bool | None = None
    """The result as the inspectors of election stated it."""
    note: str = ""
    """Why the result stated departs from the tally; it prints beside it."""
