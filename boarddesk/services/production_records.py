"""The formal records that a demand reaches (8 Del. C. §220(a)(1)): documents, minutes, consents, statements."""

from collections.abc import Iterator
from datetime import date

from boarddesk.domain.consents import ConsentState, effective_at, state_on
from boarddesk.domain.document_room import FormalRecord
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.happenings import Filing, FilingKind
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.meetings import BEGUN, STOCKHOLDERS, AgendaItem, Meeting
from boarddesk.domain.minute_book import Correction
from boarddesk.domain.minutes import FINAL, MinutesState, corrections_of, minutes_state, seal_of
from boarddesk.domain.motions import Consent
from boarddesk.domain.notices import Issue, IssuedKind
from boarddesk.domain.terms import name_of
from boarddesk.services.consent_text import title_of
from boarddesk.services.kind_words import kind_words
from boarddesk.services.production_found import FoundRecord, MissingRecord, Scope, source_of
from boarddesk.services.production_prints import attached, conformed, correction, minutes, questionnaire
from boarddesk.services.words import body_short, meeting_name, short_day

Found = FoundRecord | MissingRecord
GOVERNING = {FormalRecord.CERTIFICATE: DocumentKind.CERTIFICATE, FormalRecord.BYLAWS: DocumentKind.BYLAWS}
STATES = {
    MinutesState.NONE: "no minutes yet",
    MinutesState.DRAFT: "still a draft",
    MinutesState.CIRCULATED: "circulated, not approved",
}
ANNEX = "Privileged annex to the minutes"


def documents(scope: Scope, kind: FormalRecord) -> Iterator[Found]:
    """The versions of the certificate, or of the bylaws, that were in force on a day asked for."""
    rows = [d for d in scope.record.where(Document, "kind", GOVERNING[kind])
            if scope.overlaps(d.effective_from, d.effective_to)]  # fmt: skip
    for row in sorted(rows, key=lambda d: (d.effective_from or date.min, d.id)):
        title = ", ".join(part for part in (row.title, row.version) if part)
        kept = row.rendition or row.attachment
        if kept is None:
            yield MissingRecord(kind, title, "its file is not kept here")
            continue
        until = f" until {short_day(row.effective_to)}" if row.effective_to else ""
        yield FoundRecord(
            source_of(row), kind, title, row.effective_from, f"in force{until}", attached(kept),
            name="" if row.rendition else row.file_name,
            privileged="The document is marked as privileged." if row.privileged else "",
        )  # fmt: skip
    if not rows:
        yield MissingRecord(kind, kind_words(kind), "none in force in that time is on record")


def stockholder_minutes(scope: Scope) -> Iterator[Found]:
    """Minutes of stockholders' meetings of the three years before the demand, and their consents."""
    kind = FormalRecord.STOCKHOLDER_MINUTES
    held = [m for m in scope.record.where(Meeting, "body", STOCKHOLDERS)
            if m.state in BEGUN and scope.recent <= m.day <= scope.last]  # fmt: skip
    for meeting in sorted(held, key=lambda m: (m.starts, m.id)):
        yield from _minutes_of(scope, meeting, kind)
    yield from _consents(scope, kind, stockholders=True)
    if not held:
        since = f"{short_day(scope.recent)} to {short_day(scope.last)}"
        yield MissingRecord(kind, kind_words(kind), f"no meeting of stockholders from {since} is on record")


def stockholder_letters(scope: Scope) -> Iterator[Found]:
    """What went to stockholders generally in the three years before the demand: notices and proxy statements."""
    kind, record = FormalRecord.STOCKHOLDER_LETTERS, scope.record
    found: list[FoundRecord | MissingRecord] = []
    for meeting in record.where(Meeting, "body", STOCKHOLDERS):
        for issue in record.where(Issue, "meeting", meeting.id):
            if issue.kind is IssuedKind.NOTICE and scope.recent <= issue.issued_at.date() <= scope.last:
                title = f"Notice of the {meeting_name(record, meeting)}"
                day = issue.issued_at.date()
                found.append(FoundRecord(source_of(issue), kind, title, day, "as issued", attached(issue.attachment)))
    found += _filed(scope, kind, FilingKind.PROXY_STATEMENT, "Proxy statement")
    if not found:
        found.append(MissingRecord(kind, kind_words(kind), "nothing that went to stockholders generally is kept here"))
    yield from found


def _filed(scope: Scope, kind: FormalRecord, filed: FilingKind, name: str) -> list[FoundRecord | MissingRecord]:
    found: list[FoundRecord | MissingRecord] = []
    rows = [f for f in scope.record.where(Filing, "kind", filed) if scope.recent <= f.made_on <= scope.last]
    for row in sorted(rows, key=lambda f: (f.made_on, f.id)):
        title = f"{name}{f' for fiscal year {row.fiscal_year}' if row.fiscal_year else ''}"
        if row.attachment is None:
            found.append(MissingRecord(kind, f"{title}, {short_day(row.made_on)}", "its file is not kept here"))
        else:
            make = attached(row.attachment)
            found.append(FoundRecord(source_of(row), kind, title, row.made_on, "as filed", make))
    return found


def board_minutes(scope: Scope) -> Iterator[Found]:
    """Minutes that are final, with their corrections; privileged passages stand in an annex, which is withheld."""
    held = [m for m in scope.record.all(Meeting)
            if m.state in BEGUN and m.body != STOCKHOLDERS and scope.reaches(m)]  # fmt: skip
    for meeting in sorted(held, key=lambda m: (m.starts, m.id)):
        yield from _minutes_of(scope, meeting, FormalRecord.MINUTES)


def _minutes_of(scope: Scope, meeting: Meeting, kind: FormalRecord) -> Iterator[Found]:
    record = scope.record
    state, name = minutes_state(record, meeting), meeting_name(record, meeting)
    if state not in FINAL:
        yield MissingRecord(kind, f"Minutes of the {name}", f"{STATES[state]}; drafts are no formal records")
        return
    seal = seal_of(record, meeting.id)
    words = f"sealed, {seal.number}" if seal else "approved"
    yield FoundRecord(source_of(meeting), kind, f"Minutes, {name}", meeting.day, words, minutes(meeting.id))
    for row in corrections_of(record, meeting.id):
        yield _correction(scope, meeting, row, kind)
    for item in sorted(record.where(AgendaItem, "meeting", meeting.id), key=lambda i: i.position):
        if item.privileged.strip():
            yield FoundRecord(
                source_of(item), kind, f"{ANNEX}, {name}: item {item.position}", meeting.day, "kept apart",
                among=body_short(record, meeting.body),
                privileged=item.privilege_note.strip() or f"Advice of counsel on “{item.title}”.",
            )  # fmt: skip


def _correction(scope: Scope, meeting: Meeting, row: Correction, kind: FormalRecord) -> Found:
    title = f"Memorandum of correction {row.number}, {meeting_name(scope.record, meeting)}"
    return FoundRecord(source_of(row), kind, title, row.made_on, "as made", correction(row.id))


def consents(scope: Scope) -> Iterator[Found]:
    """Written consents of the board and its committees in effect."""
    yield from _consents(scope, FormalRecord.CONSENTS, stockholders=False)


def _consents(scope: Scope, kind: FormalRecord, *, stockholders: bool) -> Iterator[Found]:
    record = scope.record
    rows = [c for c in record.all(Consent) if (c.body == STOCKHOLDERS) is stockholders
            and state_on(record, c, scope.day) is ConsentState.EFFECTIVE]  # fmt: skip
    for row in sorted(rows, key=lambda c: (c.circulated_on, c.id)):
        at = effective_at(record, row)
        day = at.date() if at is not None else None
        within = scope.covers(row.body, day) if not stockholders else day and scope.recent <= day <= scope.last
        if within:
            about = title_of(record, row)
            title = f"Written consent {row.number}, {body_short(record, row.body)}{f': {about}' if about else ''}"
            filed = f"filed {short_day(row.filed_on)}" if row.filed_on else "in effect, not yet filed"
            yield FoundRecord(source_of(row), kind, title, day, filed, conformed(row.id))


def statements(scope: Scope) -> Iterator[Found]:
    """The annual reports with the financial statements of the three years before the demand."""
    kind = FormalRecord.STATEMENTS
    found = _filed(scope, kind, FilingKind.FORM_10K, "Annual report on Form 10-K")
    yield from found
    fiscal = FiscalCalendar(scope.record.company.fiscal_year_end)
    told = {row.fiscal_year for row in scope.record.where(Filing, "kind", FilingKind.FORM_10K) if row.fiscal_year}
    for year in range(fiscal.year_of(scope.recent), fiscal.year_of(scope.received)):
        ends = fiscal.year_ends(year)
        if scope.recent <= ends <= scope.last and year not in told and not _dated_after(scope, ends):
            yield MissingRecord(kind, f"Annual report on Form 10-K for fiscal year {year}", "it is not on record")


def _dated_after(scope: Scope, ends: date) -> bool:
    """Whether a report that names no year was filed within the year after a fiscal year's end."""
    rows = scope.record.where(Filing, "kind", FilingKind.FORM_10K)
    return any(row.fiscal_year is None and 0 < (row.made_on - ends).days <= YEAR_AFTER for row in rows)


YEAR_AFTER = 200
"""Days within which an annual report follows the end of its year."""


def agreements(_scope: Scope) -> Iterator[Found]:
    """Agreements under §122(18): the company file knows no such kind, so that one is always asked for."""
    kind = FormalRecord.AGREEMENTS
    yield MissingRecord(kind, kind_words(kind), "none is on record")


def questionnaires(scope: Scope) -> Iterator[Found]:
    """The questionnaires on independence as they came back."""
    kind, record = FormalRecord.QUESTIONNAIRES, scope.record
    rows = sorted(record.all(Questionnaire), key=lambda q: (q.year, name_of(record, q.person), q.id))
    found = False
    for row in rows:
        day = row.received_on or row.sent_on
        if day is None or not scope.first <= day <= scope.last:
            continue
        found = True
        title = f"Questionnaire {row.year}, {name_of(record, row.person)}"
        if row.received_on is None:
            yield MissingRecord(kind, title, f"sent {short_day(day)}, not back")
        elif not row.answered:
            yield MissingRecord(kind, title, "back; its answers are not entered here")
        else:
            yield FoundRecord(
                source_of(row), kind, title, row.received_on, "as answered", questionnaire(row.id),
                among=name_of(record, row.person),
            )  # fmt: skip
    if not found:
        yield MissingRecord(kind, kind_words(kind), "none of that time is on record")
