"""The documents that can be printed from the record, and the making of each."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import AHEAD, BEGUN, STOCKHOLDERS, AgendaItem, ItemType, Meeting, MeetingKind
from boarddesk.domain.minutes import MinutesState, minutes_state
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.services.agenda_issues import issued_agenda
from boarddesk.services.compliance import years_to_judge
from boarddesk.services.every_report import BY_NAME, present_year
from boarddesk.services.every_report import REPORTS as EVERY_REPORT
from boarddesk.services.words import body_short, meeting_title, short_day
from boarddesk.services.workspace import Services

MINUTES_WORDS = {
    MinutesState.DRAFT: "Draft",
    MinutesState.CIRCULATED: "Circulated",
    MinutesState.APPROVED: "Approved",
    MinutesState.SEALED: "Sealed",
}
REPORTS, PACKETS, AGENDAS, MINUTES = "Reports", "Board packets", "Agendas", "Minutes"


class Printable(msgspec.Struct, frozen=True):
    """One document: its kind and what it is of make its id; `day` is the meeting's or the year's last day."""

    kind: str
    of: str
    group: str
    title: str
    detail: str
    day: date
    state: str

    @property
    def id(self) -> str:
        """“minutes-2026-10-22-board”, “compliance-2026”."""
        return f"{self.kind}-{self.of}"

    @property
    def file_name(self) -> str:
        """The name proposed for its file."""
        return f"{self.id}.pdf"


def printables(services: Services) -> tuple[Printable, ...]:
    """Everything that can be printed as of the chosen day: reports, then packets, agendas, minutes, newest first."""
    from boarddesk.services.record_reports import FIRST, record_printables

    of_record = tuple(record_printables(services))
    first = tuple(one for one in of_record if one.group in FIRST)
    return (*_reports(services), *first, *_of_meetings(services), *(one for one in of_record if one not in first))


def _reports(services: Services) -> Iterator[Printable]:
    fiscal = FiscalCalendar(services.record.company.fiscal_year_end)
    day, present = services.day, present_year(services)
    for year in years_to_judge(services):
        ends = fiscal.year_ends(year)
        state = "" if ends <= day else f"as of {short_day(day)}"
        for report in EVERY_REPORT:
            if report.yearly:
                yield Printable(report.name, str(year), REPORTS, f"{report.title}, FY {year}", "", ends, state)
            elif year == present:
                yield Printable(report.name, str(day), REPORTS, report.title, "", day, f"as of {short_day(day)}")


def _of_meetings(services: Services) -> list[Printable]:
    record = services.shown
    meetings = sorted(record.all(Meeting), key=lambda meeting: meeting.starts, reverse=True)
    # What is prepared next comes first; what is past follows, newest first.
    coming = [meeting for meeting in reversed(meetings) if meeting.day >= services.day]
    meetings = [*coming, *(meeting for meeting in meetings if meeting.day < services.day)]
    packets: list[Printable] = []
    agendas: list[Printable] = []
    minutes: list[Printable] = []
    for meeting in meetings:
        title, detail = _title(record, meeting), short_day(meeting.day)
        items = record.where(AgendaItem, "meeting", meeting.id)
        live = meeting.state in AHEAD | BEGUN
        if items and live:
            papers = len(record.where(Paper, "meeting", meeting.id))
            count = f"{papers or 'no'} {'paper' if papers == 1 else 'papers'}"
            packets.append(Printable("packet", meeting.id, PACKETS, title, detail, meeting.day, count))
            agendas += _of_agenda(record, meeting, title, sum(item.type is not ItemType.BREAK for item in items))
        if meeting.state in BEGUN:
            state = MINUTES_WORDS.get(minutes_state(record, meeting), "")
            minutes.append(Printable("minutes", meeting.id, MINUTES, title, detail, meeting.day, state))
    return [*packets, *agendas, *minutes]


def _of_agenda(record: Record, meeting: Meeting, title: str, count: int) -> Iterator[Printable]:
    """The agenda, as issued once it was, and the chair's script from the same items."""
    issue = issued_agenda(record, meeting.id)
    counted = f"{count} {'item' if count == 1 else 'items'}"
    state = f"Issued {short_day(issue.issued_at.date())}" if issue else counted
    detail = short_day(meeting.day)
    yield Printable("agenda", meeting.id, AGENDAS, title, detail, meeting.day, state)
    if meeting.state in AHEAD and meeting.body != STOCKHOLDERS:
        yield Printable("script", meeting.id, AGENDAS, f"{title}: chair’s script", detail, meeting.day, counted)


def _title(record: Record, meeting: Meeting) -> str:
    """The meeting's own title, else its body, and its kind where that is not the usual one."""
    usual = meeting.kind is MeetingKind.REGULAR and not meeting.title
    return body_short(record, meeting.body) if usual else meeting_title(record, meeting)


def make(services: Services, printable: Printable, progress: Progress | None = None, *, counsel: bool = False) -> bytes:
    """The PDF of a document, a report with counsel's line where chosen; meant to run off the window's thread."""
    from boarddesk.services import documents

    match printable.kind:
        case "agenda":
            return documents.agenda_pdf(services, printable.of)
        case "script":
            return documents.chair_script_pdf(services, printable.of)
        case "minutes":
            return documents.minutes_pdf(services, printable.of)
        case "packet":
            return _packet(services, printable.of, progress)
        case name if name in BY_NAME:
            return BY_NAME[name].make(services, int(printable.of) if BY_NAME[name].yearly else None, counsel)
        case _:
            from boarddesk.services.record_reports import make_record

            made = make_record(services, printable.kind, printable.of, progress)
            if made is None:
                raise UserError("There is no such document.", printable.id)
            return made


def _packet(services: Services, meeting: str, progress: Progress | None) -> bytes:
    from boarddesk.services.packets import write_packet

    with TemporaryDirectory(prefix="boarddesk-") as folder:
        path = Path(folder) / "packet.pdf"
        write_packet(services, meeting, path, progress)
        return path.read_bytes()
