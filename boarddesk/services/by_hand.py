"""What people put beside a result by hand: rows they linked to its clause, what they attest, and what may be linked."""

from datetime import date

import msgspec

from boarddesk.domain.documents import Document
from boarddesk.domain.elections import Election
from boarddesk.domain.finding import Evidence, Finding
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.governance import Attestation, EvidenceLink
from boarddesk.domain.happenings import Event, Filing, Matter
from boarddesk.domain.independence import Designation, Determination, Questionnaire
from boarddesk.domain.meetings import AgendaItem, AgendaRequest, Meeting
from boarddesk.domain.motions import Consent, Motion, RelatedTransaction
from boarddesk.domain.record import Record
from boarddesk.domain.registers import AccessRequest, Biography, Contact, Delegation, Engagement
from boarddesk.domain.row import Row
from boarddesk.rules.beside import BY_HAND, day_of, span_of
from boarddesk.rules.case import Case
from boarddesk.services.clauses import chip_of
from boarddesk.services.compliance import findings_for, period_words
from boarddesk.services.motion_words import gist
from boarddesk.services.row_words import row_words
from boarddesk.services.workspace import Services

KINDS: dict[type[Row], str] = {
    Meeting: "Meeting",
    AgendaItem: "Agenda item",
    Motion: "Motion",
    Consent: "Written consent",
    Document: "Document",
    Filing: "Filing",
    Event: "Event",
    Questionnaire: "Questionnaire",
    Determination: "Determination",
    Designation: "Board’s finding",
    Election: "Election",
    Matter: "Matter voted on",
    RelatedTransaction: "Dealing",
    Engagement: "Adviser",
    Delegation: "Delegation",
    AgendaRequest: "Agenda request",
    AccessRequest: "Access request",
    Contact: "Outside contact",
    Biography: "Biography",
}
"""The rows that may be linked to a clause, and what each is called."""


class Linkable(msgspec.Struct, frozen=True):
    """A row that may be linked: its table and id, what it is, the words a person knows it by, the day it shows."""

    table: str
    id: str
    what: str
    words: str
    day: date | None

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.table}:{self.id}"


class Linked(msgspec.Struct, frozen=True):
    """A link and the evidence that it put beside a result."""

    link: EvidenceLink
    evidence: Evidence


class Attested(msgspec.Struct, frozen=True):
    """An attestation and the evidence that stands for it beside a result."""

    attestation: Attestation
    evidence: Evidence


class Parts(msgspec.Struct, frozen=True):
    """The evidence of a finding, by how it came there: found by the rule, linked by hand, attested."""

    found: tuple[Evidence, ...]
    linked: tuple[Linked, ...]
    attested: tuple[Attested, ...]


def parts_of(record: Record, finding: Finding) -> Parts:
    """A finding's evidence, told apart; the same pieces in the same order."""
    links = {(link.kind, link.row): link for link in record.where(EvidenceLink, "clause", finding.clause)}
    linked, attested, found = [], [], []
    for piece in finding.evidence:
        link = links.get((piece.kind, piece.id))
        said = record.find(Attestation, piece.id) if piece.kind == Attestation.table else None
        if said is not None:
            attested.append(Attested(said, piece))
        elif link is not None:
            linked.append(Linked(link, msgspec.structs.replace(piece, label=piece.label.removesuffix(BY_HAND))))
        else:
            found.append(piece)
    return Parts(tuple(found), tuple(linked), tuple(attested))


def result_words(finding: Finding) -> str:
    """“Q3 2026, Board meeting, 13 Aug 2026”: the period of a result, and its subject where it is not the company."""
    period = period_words(finding.period)
    if finding.subject == "company" or not finding.subject_label:
        return period
    # A meeting names its own day.
    return finding.subject_label if period in finding.subject_label else f"{period}, {finding.subject_label}"


def results_of(services: Services, clause: str, year: int) -> tuple[Finding, ...]:
    """The results of a clause that somebody may attest on: those of a fiscal year and its neighbors."""
    return tuple(finding for finding in findings_for(services, year) if finding.clause == clause)


def linkable(services: Services, finding: Finding | None = None) -> tuple[Linkable, ...]:
    """The rows that may be linked, the newest first; those that would stand beside a finding, where one is given."""
    case = services.case()
    span = days_beside(services, finding) if finding is not None else None
    there = {(piece.kind, piece.id) for piece in finding.evidence} if finding is not None else set()
    found = []
    for kind, what in KINDS.items():
        for row in case.record.all(kind):
            day = day_of(case, row)
            within = span is None or span[0] <= (day or services.today) <= span[1]
            if within and (row.table, row.id) not in there:
                found.append(Linkable(row.table, row.id, what, _words(case, row), day))
    return tuple(sorted(found, key=lambda each: (each.day or date.max, each.words), reverse=True))


def _words(case: Case, row: Row) -> str:
    """A row as evidence names it; a motion also by what it resolves, since it is by that that people look for it."""
    label = case.labels.of(row).label
    return f"{label}: {gist(row)}" if isinstance(row, Motion) else label


def days_beside(services: Services, finding: Finding) -> tuple[date, date]:
    """The first and last day whose rows stand beside a finding once they are linked."""
    return span_of(FiscalCalendar(services.record.company.fiscal_year_end), finding.period)


def link_words(record: Record, link: EvidenceLink) -> str:
    """“Motion 2025-08, Board meeting, 15 May 2025 to GL-1.16”."""
    words = row_words(record, link.kind, link.row) or "A row that is no longer there"
    return f"{words}, to {chip_of(link.clause)}"


def attestation_words(record: Record, said: Attestation) -> str:
    """“GL-3.1 by Eleanor Tashiro-Vance, FY 2025”."""
    who = row_words(record, "people", said.by) or said.by_name
    return f"{chip_of(said.clause)} by {who}, {period_named(said.period)}"


def period_named(period: str) -> str:
    """A period in words; as it is written where an imported record names it otherwise than results do."""
    try:
        return period_words(period)
    except ValueError:
        return period
