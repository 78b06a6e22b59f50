"""The minute book: minutes, memoranda of correction and consents of a year or of all years, in order, in one PDF."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.common.years import FIRST_YEAR
from boarddesk.domain.consents import ConsentState, effective_at, state_on
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import BEGUN, INDEPENDENT, Meeting
from boarddesk.domain.minute_book import Correction
from boarddesk.domain.minutes import (
    FINAL,
    MinutesState,
    correcting_motion,
    corrections_of,
    decided_on,
    minutes_state,
    seal_of,
)
from boarddesk.domain.motions import Consent, Motion
from boarddesk.domain.people import Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import holder_of, name_of
from boarddesk.reports.packet.plan import BookWords, PacketPlan, Paper, Tab
from boarddesk.services.consent_text import title_of
from boarddesk.services.resolutions import Adopted, adopted
from boarddesk.services.words import body_short, joined, meeting_title, short_day
from boarddesk.services.workspace import Services

WORDS = BookWords(
    tab="No.",
    paper="Minutes, consents and memoranda",
    explained="In order of their days. Page numbers run through the whole book and are stamped at the top right of "
    "every page.",
    bookmark="",
    labels=False,
)
INDEX = "index"
KEPT_APART = (
    "Minutes of the independent directors’ sessions and privileged annexes are kept apart and are not in this book. "
    "Sealed minutes are printed from the sealed file; the sealed file itself, with any signature, is the original."
)


class Entry(msgspec.Struct, frozen=True):
    """One entry of the book: a meeting with its minutes and memoranda, or a consent."""

    day: date
    order: str
    title: str
    papers: tuple["BookPaper", ...]
    final: bool


class BookPaper(msgspec.Struct, frozen=True):
    """One document of an entry; `sealed` ones come from their stored file."""

    title: str
    make: Callable[[], bytes]
    sealed: bool = False
    meeting: str | None = None
    consent: str | None = None


def period(services: Services, year: int | None) -> tuple[date, date]:
    """The first and last day of a fiscal year, up to the day shown; without a year everything up to that day."""
    if year is None:
        return date(FIRST_YEAR, 1, 1), services.day
    fiscal = FiscalCalendar(services.record.company.fiscal_year_end)
    return fiscal.year_starts(year), min(fiscal.year_ends(year), services.day)


def entries(services: Services, year: int | None) -> tuple[Entry, ...]:
    """The entries of a year, or of all years, in order."""
    first, last = period(services, year)
    found = [*_meetings(services, first, last), *_consents(services, first, last)]
    return tuple(sorted(found, key=lambda entry: (entry.day, entry.order)))


def _meetings(services: Services, first: date, last: date) -> Iterator[Entry]:
    record = services.shown
    for meeting in record.all(Meeting):
        if meeting.state not in BEGUN or meeting.body == INDEPENDENT or not first <= meeting.day <= last:
            continue
        state = minutes_state(record, meeting)
        papers = [_minutes(services, meeting, state)]
        papers += [_correction(services, row) for row in corrections_of(record, meeting.id)]
        title = f"{meeting_title(record, meeting)}, {short_day(meeting.day)}"
        order = f"{meeting.starts.isoformat()} {meeting.id}"
        yield Entry(meeting.day, order, title, tuple(papers), final=state in FINAL)


def _minutes(services: Services, meeting: Meeting, state: MinutesState) -> BookPaper:
    from boarddesk.reports.documents.minutes import minutes_pdf
    from boarddesk.services.minutes_printing import sealed_pdf

    record, seal = services.shown, seal_of(services.shown, meeting.id)
    linked = links_of(record, meeting)
    if seal is not None:
        return BookPaper(
            f"Minutes, sealed {seal.number}{linked}", lambda: sealed_pdf(services, meeting.id) or b"", True, meeting.id
        )
    words = {MinutesState.APPROVED: "approved, not sealed", MinutesState.CIRCULATED: "circulated, not approved"}
    footer = f"{record.company.brief} · minute book"
    said = f"Minutes, {words.get(state, 'draft, not approved')}{linked}"
    return BookPaper(said, lambda: minutes_pdf(record, meeting.id, book_footer=footer), False, meeting.id)


def links_of(record: Record, meeting: Meeting) -> str:
    """“; corrected by memorandum 1”, “; approves memorandum 1 to the minutes of 22 Oct 2026”: both ends of the link."""
    approved = [row for row in corrections_of(record, meeting.id) if correcting_motion(record, row) is not None]
    numbers = joined([str(row.number) for row in approved])
    named = "memorandum" if len(approved) == 1 else "memoranda"
    corrected = f"; corrected by {named} {numbers}" if approved else ""
    return f"{corrected}{corrected_by(record, record.where(Motion, 'meeting', meeting.id))}"


def corrected_by(record: Record, motions: Iterable[Motion]) -> str:
    """Which memoranda of correction these motions approved, and to which minutes."""
    said = ""
    for motion in sorted(motions, key=lambda row: (row.order, row.id)):
        memo = record.find(Correction, motion.correction)
        of = record.find(Meeting, memo.meeting) if memo else None
        if memo is not None and of is not None and correcting_motion(record, memo) == motion:
            said += f"; approves memorandum {memo.number} to the minutes of {short_day(of.day)}"
    return said


def _correction(services: Services, correction: Correction) -> BookPaper:
    from boarddesk.services.minutes_printing import correction_pdf

    motion = correcting_motion(services.shown, correction)
    day = decided_on(services.shown, motion) if motion is not None else None
    by = f"motion {motion.number}" if motion is not None and motion.number else "a motion"
    state = f"approved {short_day(day)} by {by}" if day else "approved" if motion else "draft, not approved"
    title = f"Memorandum of correction {correction.number}, {short_day(correction.made_on)}, {state}"
    return BookPaper(title, lambda: correction_pdf(services, correction), True, correction.meeting)


def _consents(services: Services, first: date, last: date) -> Iterator[Entry]:
    from boarddesk.services.consent_documents import conformed_pdf

    record = services.shown
    for consent in record.all(Consent):
        effective = effective_at(record, consent)
        if effective is None or not first <= effective.date() <= last:
            continue
        if state_on(record, consent, services.day) is not ConsentState.EFFECTIVE:
            continue
        about = title_of(record, consent)
        title = f"{body_short(record, consent.body)}, unanimous written consent {consent.number}".rstrip()
        filed = f", filed {short_day(consent.filed_on)}" if consent.filed_on else ", not yet filed"
        make = partial(conformed_pdf, services, consent.id)
        corrects = corrected_by(record, record.where(Motion, "consent", consent.id))
        paper = BookPaper(f"{about or 'Consent'}{filed}{corrects}", make, False, None, consent.id)
        yield Entry(effective.date(), effective.isoformat(), f"{title}, {short_day(effective.date())}", (paper,), True)


def book_plan(services: Services, year: int | None, progress: Progress | None = None) -> PacketPlan:
    """The plan of the book; every document is made here, so that the building only puts them together."""
    from boarddesk.services.minute_book_index import IndexPages

    progress = progress or Progress()
    found = entries(services, year)
    if not found:
        raise UserError(
            "There are no minutes and no consents to bind.", what_to_do="Choose another year.", code="empty"
        )
    made: dict[str, bytes] = {}
    tabs = []
    for number, entry in enumerate(found, start=1):
        progress.step(number, len(found), "Printing the minutes")
        papers = []
        for place, paper in enumerate(entry.papers):
            label = f"{number}.{place}"
            made[label] = paper.make()
            content = made[label] if paper.sealed else _already(made[label])
            papers.append(Paper(label, paper.title, content))
        tabs.append(Tab(str(number), entry.title, tuple(papers), divider=False))
    record, company = services.shown, services.record.company
    first, last = period(services, year)
    resolutions = adopted(record, first, last)
    index = IndexPages(company.name, _period_words(year, first, last), resolutions, _labels(found), made)
    return PacketPlan(
        company=company.name,
        title="Minute Book",
        subtitle=_period_words(year, first, last),
        stamp=f"{company.brief} minute book · {_short_period(year, services)}",
        tabs=tuple(tabs),
        facts=_facts(services, found, resolutions),
        front=(Paper(INDEX, "Index of resolutions", index),),
        footer=f"Minute book · as of {short_day(services.day)}",
        contents_note=KEPT_APART,
        document_title=f"{company.name}: minute book, {_short_period(year, services)}",
        subject=_period_words(year, first, last),
        keywords=f"minute book; {last.isoformat()}",
        created=datetime.combine(services.day, time()),
        words=WORDS,
    )


def _already(data: bytes) -> Callable[[Mapping[str, str]], bytes]:
    return lambda _pages: data


def _labels(found: tuple[Entry, ...]) -> dict[str, tuple[str, str]]:
    """For each meeting and consent the number of its entry and the label of its minutes or text."""
    labels: dict[str, tuple[str, str]] = {}
    for number, entry in enumerate(found, start=1):
        for place, paper in enumerate(entry.papers):
            key = paper.consent or paper.meeting
            if key:
                labels.setdefault(key, (str(number), f"{number}.{place}"))
    return labels


def _period_words(year: int | None, first: date, last: date) -> str:
    return (
        f"Fiscal year {year}, {short_day(first)} to {short_day(last)}" if year else f"All years, to {short_day(last)}"
    )


def _short_period(year: int | None, services: Services) -> str:
    return f"FY {year}" if year else f"to {short_day(services.day)}"


def _facts(
    services: Services, found: tuple[Entry, ...], resolutions: tuple[Adopted, ...]
) -> tuple[tuple[str, str], ...]:
    record = services.shown
    meetings = sum(1 for entry in found if entry.papers[0].meeting)
    memos = sum(len(entry.papers) - 1 for entry in found)
    open_ones = [entry.title for entry in found if not entry.final]
    secretary = holder_of(record, Role.SECRETARY, services.day)
    said = f"{len(open_ones)}: {'; '.join(open_ones)}" if open_ones else "None"
    return (
        ("Secretary", name_of(record, secretary) if secretary else "Not recorded"),
        ("Minutes", f"{meetings}"),
        ("Written consents", f"{len(found) - meetings}"),
        ("Corrections", f"{memos}"),
        ("Resolutions", f"{len(resolutions)}"),
        ("Not approved yet", said),
        ("As of", short_day(services.day)),
        ("Pages", "{pages}"),
    )


def minute_book_pdf(services: Services, year: int | None, progress: Progress | None = None) -> bytes:
    """The book as PDF; meant to run off the window's thread."""
    return built(book_plan(services, year, progress), progress)


def built(plan: PacketPlan, progress: Progress | None = None) -> bytes:
    """A book made from its plan, as bytes."""
    from boarddesk.services.packets import build

    with TemporaryDirectory(prefix="boarddesk-book-") as folder:
        path = Path(folder) / "book.pdf"
        build(plan, path, progress)
        return path.read_bytes()
