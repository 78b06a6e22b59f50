"""Governing documents: charters, bylaws, guidelines, plans, and who adopted them."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from boarddesk.domain.row import AttachmentId, CommitteeId, Line, MotionId, Row, Year


class DocumentKind(StrEnum):
    """What a document is."""

    CERTIFICATE = "certificate_of_incorporation"
    BYLAWS = "bylaws"
    GUIDELINES = "guidelines"
    COMMITTEE_CHARTER = "committee_charter"
    POLICY = "policy"
    FINANCIAL_PLAN = "financial_plan"
    LETTER = "letter"
    OTHER = "other"


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
    attachment: AttachmentId | None = None
    note: str = ""

    def in_force_on(self, day: date) -> bool:
        """Whether this version was in force on `day`; without a first day it never is."""
        begun = self.effective_from is not None and self.effective_from <= day
        return begun and (self.effective_to is None or day < self.effective_to)
