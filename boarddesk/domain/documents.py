"""Governing documents: charters, bylaws, guidelines, plans, and who adopted them."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

import msgspec

from boarddesk.domain.row import AttachmentId, CommitteeId, DocumentId, Line, MotionId, Number, PersonId, Row, Year


class DocumentKind(StrEnum):
    """What a document is."""

    CERTIFICATE = "certificate_of_incorporation"
    BYLAWS = "bylaws"
    GUIDELINES = "guidelines"
    COMMITTEE_CHARTER = "committee_charter"
    POLICY = "policy"
    CODE_OF_CONDUCT = "code_of_conduct"
    CLAWBACK_POLICY = "clawback_policy"
    RELATED_PERSON_POLICY = "related_person_policy"
    HEDGING_POLICY = "hedging_policy"
    NOMINATION_POLICY = "nomination_policy"
    COMMUNICATION_POLICY = "stockholder_communication_policy"
    ATTENDANCE_POLICY = "annual_meeting_attendance_policy"
    COMPLAINT_PROCEDURES = "complaint_procedures"
    AUDITOR_LETTER = "auditor_independence_letter"
    PROXY_STATEMENT = "proxy_statement"
    FINANCIAL_PLAN = "financial_plan"
    LETTER = "letter"
    OTHER = "other"


class CharterPart(StrEnum):
    """The parts that a charter must or should have (Nasdaq 5605(c)(1), (d)(1); guidelines GL-5.5)."""

    PURPOSE = "purpose"
    RESPONSIBILITIES = "responsibilities"
    PROCESS = "how_responsibilities_are_carried_out"
    STRUCTURE = "structure_and_membership"
    QUALIFICATIONS = "qualifications"
    AUDITOR_INDEPENDENCE = "auditor_independence_duties"
    POWERS = "powers_of_rule_10a3"
    PAY_AUTHORITY = "determine_or_recommend_executive_pay"
    CEO_ABSENT = "ceo_absent_from_his_own_pay"
    ADVISERS = "advisers_rule_5605d3"
    NOMINATIONS = "nominations_process"
    REASSESSMENT = "yearly_reassessment"


class Criteria(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """What a charter asks of members, as far as it can be checked; `other` is left to judgment."""

    least_members: Number | None = None
    independent: bool = False
    literate: bool = False
    sophisticated: bool = False
    expert: bool = False
    other: tuple[Line, ...] = ()


class Document(Row, frozen=True, kw_only=True):
    """One version of a document, in force [effective_from, effective_to)."""

    table: ClassVar[str] = "documents"

    kind: DocumentKind
    title: Line
    version: Line = ""
    committee: CommitteeId | None = None
    adopted_on: date | None = None
    adopted_by: MotionId | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    fiscal_year: Year | None = None
    author: PersonId | None = None
    parts: tuple[CharterPart, ...] = ()
    """Which parts somebody found in it; empty means that nobody has looked."""
    criteria: Criteria | None = None
    public_on: date | None = None
    public_where: Line = ""
    attachment: AttachmentId | None = None
    note: str = ""
    file_name: Line = ""
    media_type: Line = "application/pdf"
    rendition: AttachmentId | None = None
    """The pages made of a file that has none of its own, when it came in."""
    review_due: date | None = None
    """The day by which it is to be looked at again, where the company set one."""
    supersedes: DocumentId | None = None
    privileged: bool = False

    def in_force_on(self, day: date) -> bool:
        """Whether this version was in force on `day`; without a first day it never is."""
        begun = self.effective_from is not None and self.effective_from <= day
        return begun and (self.effective_to is None or day < self.effective_to)
