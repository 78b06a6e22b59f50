"""The plan of a meeting's packet as plain data for the builder of books, made from the record."""

from collections.abc import Callable, Mapping
from datetime import datetime, time
from functools import partial

import msgspec

from boarddesk.common import times
from boarddesk.common.errors import UserError
from boarddesk.domain.agenda import agenda_of
from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting
from boarddesk.domain.packets import PacketSheet, PartKind, Variant
from boarddesk.domain.papers import Paper as PaperRow
from boarddesk.domain.people import Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import holder_of, name_of
from boarddesk.reports.documents.agenda import InBook, agenda_pdf
from boarddesk.reports.documents.minutes import minutes_pdf
from boarddesk.reports.packet.plan import HouseMade, PacketPlan, Paper, Tab
from boarddesk.reports.style import A4, LETTER
from boarddesk.services import packet_pages
from boarddesk.services.code_words import KIND, PURPOSE
from boarddesk.services.packet_parts import plan_of, session_of
from boarddesk.services.packet_tabs import AGENDA, NOT_IN_BOOK, Entry, EntryKind, PlannedTab, has_agenda, tabs_of
from boarddesk.services.words import body_short, short_day
from boarddesk.services.workspace import Services

SHEETS = {PacketSheet.AS_IS: None, PacketSheet.LETTER: LETTER, PacketSheet.A4: A4}
CONFIDENTIAL = {
    Variant.DIRECTORS: "Confidential. For the directors of the Company only.",
    Variant.COMMITTEE: "Confidential. For the members of the {body} only.",
    Variant.MANAGEMENT: "Confidential. Management’s book: parts of the directors’ book are left out.",
}


def packet_plan(
    services: Services,
    meeting: str,
    variant: Variant = Variant.DIRECTORS,
    body: str | None = None,
    person: str | None = None,
    *,
    read: bool = True,
) -> PacketPlan:
    """The plan of a meeting's packet as of the day shown; every book of it has the same page numbers.

    `body` is the committee of a committee book, `person` the director whose copy leaves out what is withheld from
    them. What a book leaves out is named in `PacketPlan.withheld`, and is not in its file. Without `read` the papers
    have no bytes: enough to number the pages and to draw the contents.
    """
    record = services.shown
    row = record.find(Meeting, meeting)
    if row is None:
        raise UserError("There is no such meeting.", meeting, "Choose one of the company's meetings.")
    if variant is Variant.COMMITTEE and body is None:
        raise UserError("No committee is named.", what_to_do="Say whose book it is.", code="no_committee")
    planned, tabs = plan_of(record, meeting), tabs_of(record, row, variant, body, person)
    footer = f"Confidential · {packet_pages.stamp_of(record, row)}"
    make = _Making(services, row, footer, read=read)
    title, subtitle = packet_pages.heading_of(record, row)
    if variant is Variant.MANAGEMENT:
        subtitle += "; management’s book"
    elif variant is Variant.COMMITTEE and body is not None and body != row.body:
        subtitle += f"; book of the {body_short(record, body)}"
    day = short_day(row.day)
    return PacketPlan(
        company=record.company.name,
        title=title,
        subtitle=subtitle,
        stamp=packet_pages.stamp_of(record, row),
        tabs=tuple(make.tab(tab, dividers=planned.dividers) for tab in tabs),
        facts=_facts(record, row),
        front=(Paper(AGENDA, "Agenda", _agenda(record, row, tabs, footer)),) if has_agenda(record, row) else (),
        footer=footer,
        confidential=CONFIDENTIAL[variant].format(body=body_short(record, body or row.body)),
        document_title=f"{record.company.name}: packet of the {title}, {day}",
        subject=f"Packet for the {KIND[row.kind]} of {day}",
        keywords=f"packet; {row.body}; {row.day.isoformat()}",
        created=datetime.combine(services.day, time()),
        scale_to=SHEETS[planned.sheet],
        withheld=_withheld(tabs),
    )


def _withheld(tabs: tuple[PlannedTab, ...]) -> dict[str, str]:
    """Whole tabs by their number, and single entries by their label, each with the words for the contents."""
    found = {tab.number: tab.withheld for tab in tabs if tab.withheld}
    single = {
        entry.label: entry.withheld for tab in tabs if not tab.withheld for entry in tab.entries if entry.withheld
    }
    return found | single


def _agenda(record: Record, meeting: Meeting, tabs: tuple[PlannedTab, ...], footer: str) -> "_Agenda":
    numbered = {
        str(item.position): item.id for item in agenda_of(record, meeting.id) if item.type is not ItemType.BREAK
    }
    closed = [tab.item for tab in tabs if tab.withheld and tab.item is not None]
    return _Agenda(_without(record, closed), meeting, footer, numbered)


def _without(record: Record, closed: list[AgendaItem]) -> Record:
    """The record for an agenda that does not tell what some of its items are about."""
    if not closed:
        return record
    bare = [
        AgendaItem(id=item.id, meeting=item.meeting, position=item.position, title=NOT_IN_BOOK, minutes=item.minutes,
                   within=item.within)
        for item in closed
    ]  # fmt: skip
    hidden = {item.id for item in closed}
    papers = [(PaperRow, paper.id) for paper in record.all(PaperRow) if paper.item in hidden]
    return record.changed(bare, papers)


class _Agenda(msgspec.Struct, frozen=True):
    """Draws the agenda once the book's page numbers are known."""

    record: Record
    meeting: Meeting
    footer: str
    items: Mapping[str, str]

    def __call__(self, pages: Mapping[str, str]) -> bytes:
        known = {self.items[label]: page for label, page in pages.items() if label in self.items}
        guess = known if pages else dict.fromkeys(self.items.values(), "999")
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


class _Making:
    """Turns the entries of tabs into papers: bytes of the file, or pages that the house draws."""

    def __init__(self, services: Services, meeting: Meeting, footer: str, *, read: bool) -> None:
        self.services, self.record, self.meeting, self.footer = services, services.shown, meeting, footer
        self.bytes_of: Callable[[str], bytes] = services.attachment if read else lambda _digest: b""

    def tab(self, tab: PlannedTab, *, dividers: bool) -> Tab:
        """One tab of the book; an item's presenter, purpose and time stand on its divider."""
        item = tab.item
        presenter = (name_of(self.record, item.presenter) or item.presenter_note) if item is not None else ""
        facts = (
            ("Presenter", presenter),
            ("Purpose", PURPOSE[item.purpose] if item is not None and item.purpose else ""),
            ("Time", f"{item.minutes} minutes" if item is not None and item.minutes else ""),
        )
        memo = next((entry for entry in tab.entries if entry.kind is EntryKind.MEMO), None)
        return Tab(
            tab.number,
            tab.title,
            tuple(self.paper(entry) for entry in tab.entries if entry is not memo),
            tuple((name, value) for name, value in facts if value),
            divider=dividers and tab.part.divider,
            presenter=presenter,
            memo=self.content(memo) if memo is not None else None,
        )

    def paper(self, entry: Entry) -> Paper:
        """One entry as a paper of the book."""
        source = entry.source
        whole, presenter = None, ""
        if entry.kind in {EntryKind.PAPER, EntryKind.EXPECTED}:
            presenter = name_of(self.record, source.presenter) or source.presenter_note
        if entry.kind is EntryKind.PAPER and source.attach_original:
            whole = (source.file_name or f"{source.title}.pdf",
                     self.bytes_of(source.original or source.attachment))  # fmt: skip
        remark = "to follow" if entry.kind is EntryKind.EXPECTED else ""
        return Paper(entry.label, entry.title, self.content(entry), remark, whole=whole, presenter=presenter)

    def content(self, entry: Entry) -> bytes | HouseMade:
        """The bytes of a file, or what draws the pages."""
        record, source, footer = self.record, entry.source, self.footer
        match entry.kind:
            case EntryKind.PAPER:
                return self.bytes_of(source.attachment)
            case EntryKind.MINUTES:
                return _house(partial(minutes_pdf, record, source.id, book_footer=footer))
            case EntryKind.RESOLUTIONS:
                return _house(partial(packet_pages.resolutions_page, record, source, footer))
            case EntryKind.MEMO:
                item = record.get(AgendaItem, source.item)
                return _house(partial(packet_pages.memo_page, record, item, source, footer))
            case EntryKind.EXPECTED:
                return _house(partial(packet_pages.awaited_page, record, entry.label, source, footer))
            case _:
                return self._page(entry)

    def _page(self, entry: Entry) -> HouseMade:
        from boarddesk.services.action_list import action_list_pdf
        from boarddesk.services.documents import compliance_pdf

        part, services, footer = entry.source, self.services, self.footer
        match part.kind:
            case PartKind.ACTIONS:
                return _house(partial(action_list_pdf, services, body=self.meeting.body, book_footer=footer))
            case PartKind.SESSION:
                session = session_of(self.record, self.meeting) or self.meeting
                return _house(partial(packet_pages.session_page, self.record, session, footer))
            case PartKind.CALENDAR:
                return _house(partial(packet_pages.calendar_page, self.record, self.meeting, footer))
            case PartKind.REGISTER:
                return _house(partial(packet_pages.register_page, self.record, self.meeting, part.register, footer))
            case _:
                return _house(partial(compliance_pdf, services))


def _house(draw: Callable[[], bytes]) -> HouseMade:
    """Pages that no page number stands in: drawn when first asked for, once."""
    made: list[bytes] = []

    def pages(_numbers: Mapping[str, str]) -> bytes:
        if not made:
            made.append(draw())
        return made[0]

    return pages
