"""The closing binder of one meeting: notice, agenda, packet, attendance, minutes, consents since the one before."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.domain.consents import effective_at
from boarddesk.domain.meetings import BEGUN, AgendaItem, Meeting
from boarddesk.domain.minutes import corrections_of, seal_of
from boarddesk.domain.motions import Consent
from boarddesk.domain.notices import Issue, IssuedKind
from boarddesk.domain.papers import Paper as PaperRow
from boarddesk.domain.presence import roll_taken
from boarddesk.domain.record import Record
from boarddesk.reports.packet.plan import BookWords, PacketPlan, Paper, Tab
from boarddesk.services.consent_text import title_of
from boarddesk.services.meeting_checks import find_meeting
from boarddesk.services.minute_book import built
from boarddesk.services.packet_issues import books_of, supplements_of
from boarddesk.services.words import body_short, meeting_title, short_day
from boarddesk.services.workspace import Services

WORDS = BookWords(
    tab="Part",
    paper="Document",
    explained="All that belongs to one meeting, in order. Page numbers are stamped at the top right of every page.",
    bookmark="",
    labels=False,
)
ISSUED = {IssuedKind.NOTICE: "Notice, as issued", IssuedKind.AGENDA: "Agenda, as issued",
          IssuedKind.PACKET: "Packet, as issued", IssuedKind.SUPPLEMENT: "Supplement, as issued",
          IssuedKind.REPLACEMENT: "Replacement packet, as issued",
          IssuedKind.OTHER: "Document, as issued"}  # fmt: skip
Content = bytes | Callable[..., bytes]


def binder_pdf(services: Services, meeting_id: str, progress: Progress | None = None) -> bytes:
    """The binder as one numbered PDF; UserError before the meeting has begun. Meant to run off the window's thread."""
    return built(binder_plan(services, meeting_id), progress)


def binder_plan(services: Services, meeting_id: str) -> PacketPlan:
    """The plan of the binder: what was issued comes as it was issued, the rest as the record has it."""
    record = services.shown
    meeting = find_meeting(record, meeting_id)
    if meeting.state not in BEGUN:
        raise UserError("The meeting has not been held.", what_to_do="Bind it once it has closed.", code="not_held")
    parts = (
        ("Notice", _issued(services, meeting, IssuedKind.NOTICE)),
        ("Agenda", _agenda(services, meeting)),
        ("Papers", _papers(services, meeting)),
        ("Attendance", _attendance(services, meeting)),
        ("Minutes", _minutes(services, meeting)),
        ("Written consents since the meeting before", _consents(services, meeting)),
    )
    filled = [(title, found) for title, documents in parts if (found := tuple(documents))]
    tabs = tuple(_tab(str(number), title, found) for number, (title, found) in enumerate(filled, start=1))
    name = f"{meeting_title(record, meeting)}, {short_day(meeting.day)}"
    return PacketPlan(
        company=record.company.name, title="Closing Binder", subtitle=name,
        stamp=f"{record.company.brief} · {body_short(record, meeting.body)} binder · {short_day(meeting.day)}",
        tabs=tabs, facts=(("Meeting", name), ("Place", meeting.place or "Not recorded"), ("Pages", "{pages}")),
        footer=f"Closing binder · {short_day(meeting.day)}", contents_note="Privileged annexes are kept apart.",
        document_title=f"{record.company.name}: closing binder, {name}", subject=name,
        keywords=f"closing binder; {meeting.body}; {meeting.day.isoformat()}",
        created=datetime.combine(services.day, time()), words=WORDS,
    )  # fmt: skip


def _tab(number: str, title: str, found: tuple[tuple[str, Content], ...]) -> Tab:
    papers = tuple(Paper(f"{number}.{place}", name, content) for place, (name, content) in enumerate(found))
    return Tab(number, title, papers, divider=False)


def _issued(services: Services, meeting: Meeting, *kinds: IssuedKind) -> Iterator[tuple[str, Content]]:
    emptied = services.emptied()
    rows = sorted(services.shown.where(Issue, "meeting", meeting.id), key=lambda row: (row.issued_at, row.number))
    for row in rows:
        if row.kind in kinds and row.attachment not in emptied:
            yield _as_issued(services, row)


def _as_issued(services: Services, row: Issue) -> tuple[str, Content]:
    variant = f", {row.variant}" if row.variant else ""
    return f"{ISSUED[row.kind]} {short_day(row.issued_at.date())}{variant}", services.attachment(row.attachment)


def _agenda(services: Services, meeting: Meeting) -> Iterator[tuple[str, Content]]:
    from boarddesk.services.documents import agenda_pdf

    found = tuple(_issued(services, meeting, IssuedKind.AGENDA))
    if found:
        yield from found[-1:]
    elif services.shown.where(AgendaItem, "meeting", meeting.id):
        yield "Agenda", _already(agenda_pdf(services, meeting.id))


def _papers(services: Services, meeting: Meeting) -> Iterator[tuple[str, Content]]:
    emptied = services.emptied()
    out = [issue for issue in books_of(services.shown, meeting.id)[-1:] if issue.attachment not in emptied]
    if out:
        for issue in (*out, *supplements_of(services.shown, meeting.id)):
            if issue.attachment not in emptied:
                yield _as_issued(services, issue)
        return
    rows = sorted(services.shown.where(PaperRow, "meeting", meeting.id), key=lambda row: (row.position, row.id))
    yield from ((row.title, services.attachment(row.attachment)) for row in rows if row.attachment not in emptied)


def _attendance(services: Services, meeting: Meeting) -> Iterator[tuple[str, Content]]:
    from boarddesk.services.attendance_certificate import attendance_certificate_pdf

    if roll_taken(services.shown, meeting):
        yield "Certificate of attendance", _already(attendance_certificate_pdf(services, meeting.id))


def _minutes(services: Services, meeting: Meeting) -> Iterator[tuple[str, Content]]:
    from boarddesk.services.documents import minutes_pdf
    from boarddesk.services.minutes_printing import correction_pdf

    record = services.shown
    seal = seal_of(record, meeting.id)
    data = minutes_pdf(services, meeting.id)
    yield (f"Minutes, sealed {seal.number}" if seal else "Minutes"), data if seal else _already(data)
    for row in corrections_of(record, meeting.id):
        yield f"Memorandum of correction {row.number}", correction_pdf(services, row)


def _consents(services: Services, meeting: Meeting) -> Iterator[tuple[str, Content]]:
    from boarddesk.services.consent_documents import conformed_pdf

    record = services.shown
    before = _meeting_before(record, meeting)
    for consent in record.where(Consent, "body", meeting.body):
        effective = effective_at(record, consent)
        if effective is not None and before < effective.date() <= meeting.day:
            title = f"Consent {consent.number}: {title_of(record, consent)}".rstrip(": ")
            yield title, _already(conformed_pdf(services, consent.id))


def _meeting_before(record: Record, meeting: Meeting) -> date:
    days = (m.day for m in record.where(Meeting, "body", meeting.body) if m.state in BEGUN and m.day < meeting.day)
    return max(days, default=date.min)


def _already(data: bytes) -> Callable[..., bytes]:
    return lambda _pages: data
