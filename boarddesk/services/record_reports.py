"""Lists and books of the record: roster, actions, resolutions, the auditor's list, minute book, consents, binders."""

from collections.abc import Iterator

from boarddesk.common.progress import Progress
from boarddesk.common.years import FIRST_YEAR, LAST_YEAR
from boarddesk.domain.consents import effective_at
from boarddesk.domain.document_room import SigningAuthority
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import BEGUN, INDEPENDENT, Meeting
from boarddesk.domain.motions import Consent, ConsentKind
from boarddesk.domain.presence import roll_taken
from boarddesk.domain.record import Record
from boarddesk.services.consent_text import title_of
from boarddesk.services.consents import state_words
from boarddesk.services.documents_list import Printable
from boarddesk.services.every_report import Report
from boarddesk.services.words import body_short, capital, meeting_title, short_day
from boarddesk.services.workspace import Services

LISTS, BOOKS, CONSENTS, BINDERS = "Lists of the record", "Minute book", "Written consents", "Closing binders"
ATTENDANCE = "Certificates of attendance"
FIRST = frozenset({LISTS, BOOKS})
"""The groups that stand before what belongs to single meetings."""
ALL_YEARS = "all"
RECORD_REPORTS = (
    Report(
        name="roster",
        title="Board and committee roster",
        what="directors by class and seat with terms and determinations, members of each committee, officers",
        yearly=False,
        make=lambda services, _year, _counsel: _roster(services),
    ),
    Report(
        name="actions",
        title="Action list",
        what="what meetings asked to be done: by whom, until when, what is open and what was closed lately",
        yearly=False,
        make=lambda services, _year, _counsel: _actions(services),
    ),
    Report(
        name="authorities",
        title="Authority matrix",
        what="who may sign what up to which amount as of a day, and what is no longer in force and why",
        yearly=False,
        make=lambda services, _year, _counsel: _authorities(services),
    ),
    Report(
        name="completeness",
        title="List of minutes and consents",
        what="for the auditor: every meeting and consent, the state of the minutes, summaries of what is not approved",
        make=lambda services, year, _counsel: _completeness(services, year),
    ),
    Report(
        name="resolutions",
        title="Index of resolutions",
        what="number, day, where adopted and subject of every resolution, and what became of it",
        make=lambda services, year, _counsel: _resolutions(services, year),
    ),
    Report(
        name="minute-book",
        title="Minute book",
        what="minutes, memoranda of correction and consents in order, with contents and index",
        make=lambda services, year, _counsel: _book(services, year),
    ),
)
BY_NAME = {report.name: report for report in RECORD_REPORTS}


# What prints is imported when something is printed: listing what can be needs none of it.


def _roster(services: Services) -> bytes:
    from boarddesk.services.roster import roster_pdf

    return roster_pdf(services)


def _actions(services: Services) -> bytes:
    from boarddesk.services.action_list import action_list_pdf

    return action_list_pdf(services)


def _authorities(services: Services) -> bytes:
    from boarddesk.services.authority_printing import authority_pdf

    return authority_pdf(services)


def _completeness(services: Services, year: int | None) -> bytes:
    from boarddesk.services.completeness import completeness_pdf

    return completeness_pdf(services, year)


def _resolutions(services: Services, year: int | None) -> bytes:
    from boarddesk.services.minute_book_index import resolutions_of_year

    return resolutions_of_year(services, year)


def _book(services: Services, year: int | None, progress: Progress | None = None) -> bytes:
    from boarddesk.services.minute_book import minute_book_pdf

    return minute_book_pdf(services, year, progress)


def years_of(record: Record) -> tuple[int, ...]:
    """The fiscal years in which there is something to bind, the newest first."""
    fiscal = FiscalCalendar(record.company.fiscal_year_end)
    days = [m.day for m in record.all(Meeting) if m.state in BEGUN and m.body != INDEPENDENT]
    days += [at.date() for consent in record.all(Consent) if (at := effective_at(record, consent))]
    return tuple(sorted({fiscal.year_of(day) for day in days if FIRST_YEAR <= day.year <= LAST_YEAR}, reverse=True))


def record_printables(services: Services) -> Iterator[Printable]:
    """What can be printed of the record beside agendas, packets and minutes: lists, books, consents, binders."""
    record, day = services.shown, services.day
    fiscal = FiscalCalendar(record.company.fiscal_year_end)
    present = fiscal.year_of(day)
    as_of = f"as of {short_day(day)}"
    for report in RECORD_REPORTS:
        if not report.yearly and (report.name != "authorities" or record.all(SigningAuthority)):
            yield Printable(report.name, str(day), LISTS, report.title, "", day, as_of)
    years = years_of(record)
    for name in ("completeness", "resolutions"):
        for year in years:
            title, ends = f"{BY_NAME[name].title}, FY {year}", min(fiscal.year_ends(year), day)
            yield Printable(name, str(year), LISTS, title, "", ends, as_of if year == present else "")
    for year in years:
        state = as_of if year == present else ""
        yield Printable("minute-book", str(year), BOOKS, f"Minute book, FY {year}", "", fiscal.year_ends(year), state)
    if len(years) > 1:
        yield Printable("minute-book", ALL_YEARS, BOOKS, "Minute book, all years", "", day, as_of)
    yield from _consents(services)
    yield from _of_meetings(services)


def _consents(services: Services) -> Iterator[Printable]:
    record = services.shown
    rows = [c for c in record.all(Consent) if c.kind is ConsentKind.UNANIMOUS]
    for consent in sorted(rows, key=lambda c: (c.circulated_on, c.id), reverse=True):
        about = title_of(record, consent) or body_short(record, consent.body)
        state = state_words(record, consent, services.day)
        detail = short_day(consent.circulated_on)
        title = f"{consent.number}: {about}".lstrip(": ")
        yield Printable("consent", consent.id, CONSENTS, title, detail, consent.circulated_on, state)


def _of_meetings(services: Services) -> Iterator[Printable]:
    record = services.shown
    held = [m for m in record.all(Meeting) if m.state in BEGUN and m.body != INDEPENDENT]
    held.sort(key=lambda meeting: (meeting.starts, meeting.id), reverse=True)
    for kind, group in (("binder", BINDERS), ("attended", ATTENDANCE)):
        for meeting in held:
            if kind == "binder" or roll_taken(record, meeting):
                title = capital(meeting_title(record, meeting))
                yield Printable(kind, meeting.id, group, title, short_day(meeting.day), meeting.day, "")


def make_record(services: Services, kind: str, of: str, progress: Progress | None = None) -> bytes | None:
    """The PDF of such a document; None where it is of another kind. Meant to run off the window's thread."""
    from boarddesk.services.attendance_certificate import attendance_certificate_pdf
    from boarddesk.services.binder import binder_pdf
    from boarddesk.services.consent_documents import consent_pdf_now

    match kind:
        case "minute-book":
            return _book(services, None if of == ALL_YEARS else int(of), progress)
        case "consent":
            return consent_pdf_now(services, of)
        case "binder":
            return binder_pdf(services, of, progress)
        case "attended":
            return attendance_certificate_pdf(services, of)
        case name if name in BY_NAME:
            return BY_NAME[name].make(services, int(of) if BY_NAME[name].yearly else None, False)
    return None
