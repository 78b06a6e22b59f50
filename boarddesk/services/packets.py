"""Board packets: what goes into one, from the record, and building it."""

from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path

import msgspec

from boarddesk.common import times
from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.domain.agenda import agenda_of
from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting
from boarddesk.domain.papers import Paper as PaperRow
from boarddesk.domain.people import Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name, holder_of, name_of
from boarddesk.reports.documents.agenda import InBook, agenda_pdf
from boarddesk.reports.documents.minutes import minutes_pdf
from boarddesk.reports.packet.build import build_packet
from boarddesk.reports.packet.plan import PacketPlan, Paper, Tab
from boarddesk.services.code_words import KIND, PURPOSE
from boarddesk.services.files import not_written, require_target
from boarddesk.services.prior_minutes import UNPLACED, minutes_laid, minutes_title
from boarddesk.services.words import body_short, short_day
from boarddesk.services.workspace import Services

AGENDA = "agenda"


class Built(msgspec.Struct, frozen=True):
    """A finished packet: its pages, and a line for each paper that was repaired, refused or lost something."""

    pages: int
    lines: tuple[str, ...]


def write_packet(services: Services, meeting: str, out: Path, progress: Progress | None = None) -> Built:
    """Build the packet of a meeting into `out`; nothing is left there when the work is cancelled or fails."""
    return build(packet_plan(services, meeting), out, progress)


def build(plan: PacketPlan, out: Path, progress: Progress | None = None) -> Built:
    """Build a packet from a plan that `packet_plan` made: reads no company file, so that it may run aside."""
    require_target(out)
    try:
        report = build_packet(plan, out, progress)
    except OSError as error:
        raise not_written(out, error) from None
    told = (paper for paper in report.papers if paper.examined.verdict != "used" or paper.examined.dropped)
    return Built(report.pages, tuple(f"{paper.label} {paper.title}: {paper.examined.sentence()}" for paper in told))


def packet_plan(services: Services, meeting: str) -> PacketPlan:
    """The plan of a meeting's packet as of the day shown: agenda, prior minutes, papers under their items."""
    record = services.shown
    row = record.find(Meeting, meeting)
    if row is None:
        raise UserError("There is no such meeting.", meeting, "Choose one of the company's meetings.")
    items = [item for item in agenda_of(record, meeting) if item.type is not ItemType.BREAK]
    tabs = tuple(tab for item in items if (tab := _tab(services, row, item)).papers)
    loose = _papers(services, row, None, str(len(items) + 1))
    if loose:
        tabs = (*tabs, Tab(str(len(items) + 1), UNPLACED, loose))
    day = short_day(row.day)
    return PacketPlan(
        company=record.company.name,
        title=body_name(record, row.body),
        subtitle=f"{KIND[row.kind].capitalize()}, {row.day:%B} {row.day.day}, {row.day.year}",
        stamp=_stamp(record, row),
        tabs=tabs,
        facts=_facts(record, row),
        front=(Paper(AGENDA, "Agenda", _agenda(record, row, items)),),
        footer=_footer(record, row),
        confidential="Confidential. For the directors of the Company only.",
        document_title=f"{record.company.name}: packet of the {body_name(record, row.body)}, {day}",
        subject=f"Packet for the {KIND[row.kind]} of {day}",
        keywords=f"packet; {row.body}; {row.day.isoformat()}",
        created=datetime.combine(services.day, time()),
    )


def _stamp(record: Record, meeting: Meeting) -> str:
    """“Larkfield Board · 3 Dec 2026”."""
    return f"{record.company.brief} {body_short(record, meeting.body)} · {short_day(meeting.day)}"


def _footer(record: Record, meeting: Meeting) -> str:
    return f"Confidential · {_stamp(record, meeting)}"


def _agenda(record: Record, meeting: Meeting, items: list[AgendaItem]) -> "_Agenda":
    return _Agenda(record, meeting, _footer(record, meeting), {str(item.position): item.id for item in items})


class _Agenda(msgspec.Struct, frozen=True):
    """Draws the agenda once the book's page numbers are known."""

    record: Record
    meeting: Meeting
    footer: str
    items: Mapping[str, str]

    def __call__(self, pages: Mapping[str, str]) -> bytes:
        known = {self.items[label]: int(page) for label, page in pages.items() if label in self.items}
        guess = known or dict.fromkeys(self.items.values(), 999)
        return agenda_pdf(self.record, self.meeting.id, book=InBook(guess, self.footer))


def _facts(record: Record, meeting: Meeting) -> tuple[tuple[str, str], ...]:
    secretary = meeting.recording or holder_of(record, Role.SECRETARY, meeting.day)
    when = f"{meeting.starts:%A}, {meeting.day:%B} {meeting.day.day}, {meeting.day.year}"
    hour = "" if meeting.all_day else f", {times.clock(meeting.starts)}"
    return (
        ("Date", when + hour),
        *((("Place", meeting.place),) if meeting.place else ()),
        *((("Secretary", name_of(record, secretary)),) if secretary else ()),
        ("Pages", "{pages}"),
    )


def _tab(services: Services, meeting: Meeting, item: AgendaItem) -> Tab:
    record = services.shown
    number = str(item.position)
    prior = minutes_laid(record, meeting, item)
    footer = _footer(record, meeting)
    minutes = tuple(
        Paper(_letter(number, at), minutes_title(record, other), minutes_pdf(record, other.id, book_footer=footer))
        for at, other in enumerate(prior)
    )
    papers = _papers(services, meeting, item.id, number, start=len(minutes))
    presenter = name_of(record, item.presenter) or item.presenter_note
    facts = (
        ("Presenter", presenter),
        ("Purpose", PURPOSE[item.purpose] if item.purpose else ""),
        ("Time", f"{item.minutes} minutes" if item.minutes else ""),
    )
    return Tab(number, item.title, (*minutes, *papers), tuple((name, value) for name, value in facts if value))


def _letter(number: str, index: int) -> str:
    """3-A, 3-B … 3-Z, 3-AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{number}-{letters}"


def _papers(services: Services, meeting: Meeting, item: str | None, number: str, start: int = 0) -> tuple[Paper, ...]:
    rows = [row for row in services.shown.where(PaperRow, "meeting", meeting.id) if row.item == item]
    rows.sort(key=lambda row: (row.position, row.id))
    return tuple(
        Paper(
            _letter(number, start + at),
            row.title,
            services.attachment(row.attachment),
            whole=_whole(services, row) if row.attach_original else None,
        )
        for at, row in enumerate(rows)
    )


def _whole(services: Services, row: PaperRow) -> tuple[str, bytes]:
    return row.file_name or f"{row.title}.pdf", services.attachment(row.original or row.attachment)
