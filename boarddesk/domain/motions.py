"""Motions, votes, decisions between meetings, and the actions that follow."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

import msgspec

from boarddesk.domain.row import (
    END,
    AttachmentId,
    BodyId,
    ConsentId,
    CorrectionId,
    Count,
    DocumentId,
    ItemId,
    Line,
    LocalTime,
    MatterId,
    MeetingId,
    MotionId,
    PersonId,
    Row,
    TransactionId,
    VersionId,
    Year,
)

Fraction = Annotated[str, msgspec.Meta(pattern=r"^[1-9][0-9]*/[1-9][0-9]*" + END)]


class MotionKind(StrEnum):
    """What a motion does; rules look for their evidence by kind."""

    ORDINARY = "ordinary"
    FILL_VACANCY = "fill_vacancy"
    ADJOURN = "adjourn"
    APPROVE_MINUTES = "approve_minutes"
    NOMINATE = "nominate"
    DETERMINE_INDEPENDENCE = "determine_independence"
    EXECUTIVE_PAY = "executive_pay"
    DIRECTOR_PAY_RECOMMEND = "director_pay_recommend"
    DIRECTOR_PAY = "director_pay"
    RELATED_PERSON = "related_person"
    ADOPT_DOCUMENT = "adopt_document"
    APPOINT_OFFICER = "appoint_officer"
    CHANGE_COMMITTEE = "change_committee"
    SET_BOARD_SIZE = "set_board_size"
    LEADERSHIP_STRUCTURE = "leadership_structure"
    RECOMMEND = "recommend"
    RESCIND = "rescind"
    AMEND_ADOPTED = "amend_something_previously_adopted"
    CORRECT_MINUTES = "correct_minutes"


class MotionBase(StrEnum):
    """What a motion rests on (`law.md` 0.17)."""

    QUORUM = "quorum"
    DIRECTORS_IN_OFFICE = "directors_in_office"
    """Filling vacancies: a majority of the directors in office, though fewer than a quorum (§223(a))."""
    THOSE_PRESENT = "those_present"
    """Adjourning: those present, whatever their number."""


class Result(StrEnum):
    """How a motion ended; `no_action` was put and not acted on."""

    CARRIED = "carried"
    FAILED = "failed"
    NO_ACTION = "no_action"


class VoteMethod(StrEnum):
    """How the vote is on record."""

    BY_NAME = "by_name"
    BY_COUNTS = "by_counts"
    NOT_RECORDED = "not_recorded"


class Choice(StrEnum):
    """One member's vote; `absent` is out of the room at the vote, which is no abstention."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    RECUSED = "recused"
    ABSENT = "absent"


class PayComponent(StrEnum):
    """Parts of an officer's pay."""

    CASH = "cash"
    EQUITY = "equity"


class VoteRuleBase(StrEnum):
    """Of what number the fraction is taken."""

    PRESENT = "present"
    CAST = "cast"
    IN_OFFICE = "in_office"
    WHOLE_BOARD = "whole_board"


class Motion(Row, frozen=True, kw_only=True):
    """A motion put to a body at a meeting, or decided by a consent between meetings.

    `text` holds recitals and resolutions, one paragraph a line. `result_stated` is what a source says
    (then `stated_by` names it), or `no_action`; otherwise the result is computed from the votes.
    `rule_fraction` and `rule_base` replace the body's vote rule, with their citation. A motion is
    never edited once the minutes are approved: a later one supersedes it.
    """

    table: ClassVar[str] = "motions"

    number: Line = ""
    body: BodyId
    meeting: MeetingId | None = None
    consent: ConsentId | None = None
    item: ItemId | None = None
    at: LocalTime | None = None
    order: Count = 0
    text: str
    kind: MotionKind = MotionKind.ORDINARY
    base: MotionBase = MotionBase.QUORUM
    mover: PersonId | None = None
    seconders: tuple[PersonId, ...] = ()
    vote_method: VoteMethod = VoteMethod.NOT_RECORDED
    count_for: Count | None = None
    count_against: Count | None = None
    count_abstain: Count | None = None
    count_recused: Count | None = None
    count_absent: Count | None = None
    rule_fraction: Fraction | None = None
    rule_base: VoteRuleBase | None = None
    rule_citation: str = ""
    result_stated: Result | None = None
    stated_by: Line = ""
    subjects: tuple[PersonId, ...] = ()
    components: tuple[PayComponent, ...] = ()
    fiscal_year: Year | None = None
    approves_minutes_of: MeetingId | None = None
    transaction: TransactionId | None = None
    document: DocumentId | None = None
    effective_on: date | None = None
    supersedes: MotionId | None = None
    amends: MotionId | None = None
    """The motion under consideration that this one would amend; `replacement` is its text as amended."""
    replacement: str = ""
    substitute: bool = False
    """Whether the amendment puts another motion in the place of the one it amends."""
    as_corrected: bool = False
    """Minutes: approved as corrected at the meeting."""
    minutes_version: VersionId | None = None
    correction: CorrectionId | None = None
    """The memorandum of correction that the motion approves."""
    topic: Line = ""
    """What it is about, in a few words: its heading in a consent and its subject in the index of resolutions."""
    flags: tuple[str, ...] = ()
    """What an import noticed and kept: differences, proxies, voters not on the attendance list."""
    printed: Line = ""
    """The result as an imported source prints it."""

    @property
    def waits(self) -> bool:
        """Whether it is only proposed: no time, no vote, no result."""
        recorded = self.at is not None or self.result_stated is not None or bool(self.flags)
        return not recorded and self.vote_method is VoteMethod.NOT_RECORDED


class Vote(Row, frozen=True, kw_only=True):
    """One member's vote on one motion.

    `weight` is how many votes the member has; other than one it needs the certificate's citation (8 Del.
    C. §141(d)) and then counts in the quorum too.
    """

    table: ClassVar[str] = "votes"

    motion: MotionId
    person: PersonId
    choice: Choice
    weight: Count | None = None
    weight_citation: str = ""
    by_proxy: bool = False
    """Stated by a source; directors cannot vote by proxy, so it is flagged and gives no presence."""
    printed: Line = ""
    reason: str = ""


class ConsentKind(StrEnum):
    """A unanimous written consent (§141(f)), or a vote between meetings that is none."""

    UNANIMOUS = "unanimous_written_consent"
    VOTE_BETWEEN_MEETINGS = "vote_between_meetings"


class Consent(Row, frozen=True, kw_only=True):
    """A decision between meetings: not a meeting. Its motions name it."""

    table: ClassVar[str] = "consents"

    number: Line = ""
    body: BodyId
    kind: ConsentKind = ConsentKind.UNANIMOUS
    circulated_on: date
    stated_effective: LocalTime | None = None
    withdrawn_on: date | None = None
    note: str = ""
    source: Line = ""
    title: Line = ""
    attachment: AttachmentId | None = None
    """The text as circulated."""
    filed_on: date | None = None
    """The day it was filed with the minutes of the proceedings (§141(f))."""
    text_sha256: Line = ""
    """The hash of its words as circulated, which each signature page prints."""
    interested: tuple[PersonId, ...] = ()
    """Members who reported an interest; all must sign, so none of them can recuse."""
    interest_note: str = ""


class ConsentSignature(Row, frozen=True, kw_only=True):
    """One member's signature on a consent: dated, delivered, and revocable until it takes effect."""

    table: ClassVar[str] = "consent_signatures"

    consent: ConsentId
    person: PersonId
    signed_at: LocalTime | None = None
    delivered_at: LocalTime | None = None
    revoked_at: LocalTime | None = None
    effective_at: LocalTime | None = None
    """A future time, at most 60 days later, at which this consent is to take effect (§141(f))."""
    method: Line = ""
    attachment: AttachmentId | None = None
    certificate: AttachmentId | None = None
    """The certificate of completion of an electronic signature."""


class Action(Row, frozen=True, kw_only=True):
    """Something to be done after a meeting."""

    table: ClassVar[str] = "actions"

    meeting: MeetingId
    item: ItemId | None = None
    number: Line = ""
    text: str
    owner: PersonId | None = None
    owner_note: str = ""
    due: date | None = None
    done_on: date | None = None
    dropped_on: date | None = None
    outcome: str = ""
    carried_to: MeetingId | None = None


class RelatedTransaction(Row, frozen=True, kw_only=True):
    """A dealing with a related person; amounts are US cents, the aggregate over its life and with similar ones.

    Source: S-K 404(a); Nasdaq Rule 5630; guidelines GL-1.13.
    """

    table: ClassVar[str] = "related_transactions"

    person: PersonId | None = None
    related_name: Line = ""
    relation: Line = ""
    counterparty: Line
    description: str = ""
    interest: str = ""
    amount_cents: Count | None = None
    paid_cents: Count | None = None
    effective_on: date | None = None
    ends_on: date | None = None
    approval_required: bool | None = None
    approved_by: MotionId | None = None
    interest_cents: Count | None = None
    """The related person's own interest in dollars (S-K 404(a)(4))."""
    largest_debt_cents: Count | None = None
    debt_cents: Count | None = None
    debt_terms: Line = ""
    interested: tuple[PersonId, ...] = ()
    """Directors who are not disinterested (8 Del. C. §144(e))."""
    facts_disclosed: bool | None = None
    """Whether all material facts, also on who brought it about, were known to those who approved it (§144(a)(1))."""
    stockholder_vote: MatterId | None = None
    policy_followed: bool | None = None
    """Whether the company's review policy required review and was followed (S-K 404(b))."""
    note: str = ""
