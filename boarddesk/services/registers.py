"""The registers as tables: one line an entry, in words, with what sorts it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from boarddesk.common.errors import UserError
from boarddesk.common.text import plain
from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeSeat
from boarddesk.domain.consents import ConsentState, state_on
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.independence import Determination, Outcome, Questionnaire
from boarddesk.domain.motions import Consent, ConsentKind, Motion, RelatedTransaction
from boarddesk.domain.people import Appointment, BoardSize, Person, RoleTenure
from boarddesk.domain.plurality import stockholder_quorum
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointment_of, body_name, chair_of, is_holdover, members_on, name_of
from boarddesk.services.committees import KIND_ORDER
from boarddesk.services.consent_text import title_of
from boarddesk.services.consents import state_words
from boarddesk.services.motion_words import gist, result_words
from boarddesk.services.people import WORDS, ballot_count, people_named, role_title, roles_line
from boarddesk.services.person_page import questionnaire_state
from boarddesk.services.register_lines import (
    CommitteeEntry,
    ConsentLine,
    DeterminationLine,
    DocumentLine,
    ElectionLine,
    PersonLine,
    PlaceLine,
    QuestionnaireLine,
    RoleLine,
    SizeLine,
    TermLine,
    TransactionLine,
)
from boarddesk.services.words import capital, short_day
from boarddesk.services.workspace import Services

DOCUMENT_WORDS = {
    DocumentKind.CERTIFICATE: "Certificate of incorporation",
    DocumentKind.BYLAWS: "Bylaws",
    DocumentKind.GUIDELINES: "Governance guidelines",
    DocumentKind.COMMITTEE_CHARTER: "Committee charter",
    DocumentKind.POLICY: "Policy",
    DocumentKind.CODE_OF_CONDUCT: "Code of conduct",
    DocumentKind.CLAWBACK_POLICY: "Clawback policy",
    DocumentKind.RELATED_PERSON_POLICY: "Related-person policy",
    DocumentKind.HEDGING_POLICY: "Hedging policy",
    DocumentKind.NOMINATION_POLICY: "Nomination policy",
    DocumentKind.COMMUNICATION_POLICY: "Stockholder communication policy",
    DocumentKind.ATTENDANCE_POLICY: "Annual meeting attendance policy",
    DocumentKind.COMPLAINT_PROCEDURES: "Complaint procedures",
    DocumentKind.AUDITOR_LETTER: "Auditor independence letter",
    DocumentKind.PROXY_STATEMENT: "Proxy statement",
    DocumentKind.FINANCIAL_PLAN: "Financial plan",
    DocumentKind.LETTER: "Letter",
    DocumentKind.OTHER: "Other",
}
SHORT_WORDS = {
    DocumentKind.CERTIFICATE: "Certificate",
    DocumentKind.GUIDELINES: "Guidelines",
    DocumentKind.COMMITTEE_CHARTER: "Charter",
}
"""What a narrow column calls them."""


def record_shown(services: Services) -> Record:
    """Everything entered while the day is today's, what lies ahead included; else the record as of the day."""
    return services.record if services.day == services.today else services.shown


def people_lines(services: Services) -> tuple[PersonLine, ...]:
    """Everybody, by surname."""
    record, day = record_shown(services), services.day
    return tuple(
        PersonLine(p.id, p.name, _office(record, p, day), p.email, "; ".join(p.aliases)) for p in people_named(record)
    )


def _office(record: Record, person: Person, day: date) -> str:
    term = appointment_of(record, person.id, day)
    director = f"Director, class {term.class_}" if term and term.class_ else "Director" if term else ""
    held = roles_line(role for role in record.where(RoleTenure, "person", person.id) if role.held_on(day))
    former = "" if director or not record.where(Appointment, "person", person.id) else "Former director"
    return ", ".join(part for part in (director or former, held) if part)


def term_lines(services: Services) -> tuple[TermLine, ...]:
    """Every term as director, the newest first."""
    record, day = record_shown(services), services.day
    terms = sorted(record.all(Appointment), key=lambda term: term.start, reverse=True)
    return tuple(
        TermLine(
            t.id, name_of(record, t.person), t.class_, t.seat, WORDS[t.how], t.start, t.end, _until(record, t, day),
            WORDS[t.end_reason] if t.end_reason else "",
        )
        for t in terms
    )  # fmt: skip


def _until(record: Record, term: Appointment, day: date) -> str:
    if term.end is not None:
        return short_day(term.end)
    if is_holdover(record, term, day):
        return "Holds over"
    return f"Annual meeting {term.term_ends_year}" if term.term_ends_year else "Not recorded"


def role_lines(services: Services) -> tuple[RoleLine, ...]:
    """Every role, those held first, the newest first."""
    record = record_shown(services)
    roles = sorted(record.all(RoleTenure), key=lambda r: (r.end is not None, -r.start.toordinal()))
    return tuple(RoleLine(r.id, name_of(record, r.person), role_title(r), r.start, r.end, r.executive) for r in roles)


def committee_entries(services: Services) -> tuple[CommitteeEntry, ...]:
    """Every committee, those in being first."""
    record, day = record_shown(services), services.day
    found = sorted(record.all(Committee), key=lambda c: (c.end is not None, KIND_ORDER.index(c.kind), c.name))
    return tuple(
        CommitteeEntry(
            c.id, c.letter, c.name, c.standing, name_of(record, chair_of(record, c.id, day)),
            len(members_on(record, c.id, day)), c.start, c.end,
        )
        for c in found
    )  # fmt: skip


def member_place_lines(services: Services) -> tuple[PlaceLine, ...]:
    """Every place on a committee, those held first, the newest first."""
    return _places(record_shown(services), CommitteeSeat)


def chair_place_lines(services: Services) -> tuple[PlaceLine, ...]:
    """Every time as chair of a committee, those that run first, the newest first."""
    return _places(record_shown(services), CommitteeChair)


def _places(record: Record, kind: type[CommitteeSeat | CommitteeChair]) -> tuple[PlaceLine, ...]:
    found = sorted(record.all(kind), key=lambda p: (p.end is not None, -p.start.toordinal()))
    return tuple(
        PlaceLine(p.id, body_name(record, p.committee), name_of(record, p.person), p.start, p.end, _why(p))
        for p in found
    )


def _why(place: CommitteeSeat | CommitteeChair) -> str:
    reason = place.end_reason if isinstance(place, CommitteeSeat) else None
    return WORDS[reason] if reason else ""


def document_lines(services: Services) -> tuple[DocumentLine, ...]:
    """Every version of every document, those in force first."""
    record = record_shown(services)
    order = list(DocumentKind)
    found = sorted(record.all(Document), key=lambda d: (d.effective_to is not None, order.index(d.kind), d.title))
    return tuple(
        DocumentLine(
            d.id, d.title, SHORT_WORDS.get(d.kind, DOCUMENT_WORDS[d.kind]), d.version, d.adopted_on,
            d.effective_from, d.effective_to, d.attachment,
        )
        for d in found
    )  # fmt: skip


def determination_lines(services: Services) -> tuple[DeterminationLine, ...]:
    """Every determination, the newest first."""
    record = record_shown(services)
    superseded = {row.supersedes for row in record.all(Determination)}
    found = sorted(
        record.all(Determination), key=lambda d: (-d.decided_on.toordinal(), plain(name_of(record, d.person)))
    )
    return tuple(
        DeterminationLine(
            d.id, name_of(record, d.person), WORDS[d.standard], d.outcome is Outcome.INDEPENDENT, d.decided_on,
            " ".join([d.rationale, *d.considered]).strip(), d.id in superseded,
        )
        for d in found
    )  # fmt: skip


def questionnaire_lines(services: Services) -> tuple[QuestionnaireLine, ...]:
    """Every questionnaire, the newest year first."""
    record = record_shown(services)
    found = sorted(record.all(Questionnaire), key=lambda q: (-q.year, plain(name_of(record, q.person))))
    return tuple(
        QuestionnaireLine(
            q.id, name_of(record, q.person), q.year, q.sent_on, q.received_on, capital(questionnaire_state(q)),
            q.changed, q.change_note,
        )
        for q in found
    )  # fmt: skip


def election_lines(services: Services) -> tuple[ElectionLine, ...]:
    """Every election, the newest first."""
    record = record_shown(services)
    found = sorted(record.all(Election), key=lambda e: (-e.held_on.toordinal(), e.class_))
    return tuple(
        ElectionLine(
            e.id, e.held_on, e.class_, e.seats, _ballot(record, e), _count(record, e), e.shares_present,
            e.shares_outstanding, stockholder_quorum(record, e),
        )
        for e in found
    )  # fmt: skip


def _ballot(record: Record, election: Election) -> str:
    nominees = record.where(Nominee, "election", election.id)
    ranked = sorted(nominees, key=lambda n: -(n.shares_for or 0))
    return ", ".join(f"{name_of(record, n.person)}{'' if n.seated is not False else ' (not seated)'}" for n in ranked)


def _count(record: Record, election: Election) -> str:
    """The count of each candidate on a line of its own."""
    nominees = record.where(Nominee, "election", election.id)
    ranked = sorted(nominees, key=lambda n: -(n.shares_for or 0))
    return "\n".join(f"{name_of(record, n.person)}: {ballot_count(n)}" for n in ranked)


def transaction_lines(services: Services) -> tuple[TransactionLine, ...]:
    """Every dealing with a related person, the newest first."""
    record = record_shown(services)
    found = sorted(record.all(RelatedTransaction), key=lambda t: t.effective_on or date.min, reverse=True)
    return tuple(
        TransactionLine(
            t.id, t.counterparty, ", ".join(p for p in (name_of(record, t.person) or t.related_name, t.relation) if p),
            t.amount_cents, t.effective_on, t.approval_required, _approval(record, t),
        )
        for t in found
    )  # fmt: skip


def _approval(record: Record, dealing: RelatedTransaction) -> str:
    motion = record.find(Motion, dealing.approved_by)
    if motion is not None:
        return f"Approved by {body_name(record, motion.body)}"
    return {True: "Not approved", False: "Not required", None: "Not assessed"}[dealing.approval_required]


def consent_lines(services: Services) -> tuple[ConsentLine, ...]:
    """Every decision between meetings, the newest first."""
    record = record_shown(services)
    found = sorted(record.all(Consent), key=lambda c: c.circulated_on, reverse=True)
    return tuple(_consent(record, consent, services.day) for consent in found)


CONSENT_TONES = {ConsentState.EFFECTIVE: "green", ConsentState.TO_COME: "green", ConsentState.WAITING: "amber",
                 ConsentState.VOID: "red"}  # fmt: skip


def _consent(record: Record, consent: Consent, day: date) -> ConsentLine:
    motions = record.where(Motion, "consent", consent.id)
    what = title_of(record, consent) or (gist(motions[0]) if motions else consent.note)
    if consent.kind is ConsentKind.VOTE_BETWEEN_MEETINGS:
        result = "; ".join(result_words(record, motion) for motion in motions) or "No vote recorded"
        return ConsentLine(
            consent.id, consent.circulated_on, body_name(record, consent.body), what, "Vote between meetings", result,
            tone="ink2",
        )  # fmt: skip
    state = state_words(record, consent, day)
    if consent.filed_on is not None:
        state += ", filed"
    tone = CONSENT_TONES.get(state_on(record, consent, day), "ink2")
    return ConsentLine(
        consent.id, consent.circulated_on, body_name(record, consent.body), what, "Unanimous consent", state, tone
    )


def size_lines(services: Services) -> tuple[SizeLine, ...]:
    """Every size that the board was given, the newest first."""
    record = record_shown(services)
    found = sorted(record.all(BoardSize), key=lambda size: size.effective_from, reverse=True)
    lines = []
    for size in found:
        motion = record.find(Motion, size.motion)
        lines.append(SizeLine(size.id, size.effective_from, size.size, size.source, gist(motion) if motion else ""))
    return tuple(lines)


def sheet_file(title: str, header: Sequence[str], rows: Iterable[Sequence[Any]], ending: str) -> bytes:
    """A table as shown, as CSV or XLSX: dates as dates, numbers as numbers, text as text."""
    from boarddesk.interchange.formats import tabular

    if ending == ".xlsx":
        return tabular.xlsx_bytes(header, rows, title)
    if ending == ".csv":
        return tabular.csv_bytes(header, rows)
    raise UserError("A table is written as .csv or .xlsx.", what_to_do="Give the file one of these endings.")
