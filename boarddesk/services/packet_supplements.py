"""Supplements: what changed since the book went out, on a change sheet, and the book that takes its place."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.domain.notices import Issue, IssuedKind
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.reports.packet.change_sheet import ChangeSheet
from boarddesk.reports.packet.plan import PacketPlan, Paper, memo_label
from boarddesk.services.commands.packet_issue import Issued, IssuePacket
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.packet_change_sheets import Sheet, sending_words
from boarddesk.services.packet_changes import PartChange, changes_since, former_of, parts_now
from boarddesk.services.packet_copies import (
    Giving,
    Made,
    Recipient,
    Workshop,
    copy_footer,
    copy_row,
    file_name,
    personal,
    require_recipients,
)
from boarddesk.services.packet_editions import DIRECTORS, Book, Edition, book_documents, books_wanted, is_in
from boarddesk.services.packet_issues import book_out, books_of, copies_of, issues_of, supplements_of, variant_of
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

SHEET = "S-1"


def changes_now(services: Services, meeting_id: str) -> tuple[PartChange, ...]:
    """What a supplement would hold today; nothing where no packet is out, or nothing has changed. Off the window."""
    last = book_out(services.record, meeting_id)
    if last is None:
        return ()
    meeting = find_meeting(services.record, meeting_id)
    return changes_since(last.laid, parts_now(services, meeting))


def readers_out(record: Record, meeting_id: str) -> tuple[Recipient, ...]:
    """Everybody who has a copy of a version of the packet, each once: those who get what follows."""
    found: dict[tuple[object, ...], Recipient] = {}
    for issue in issues_of(record, meeting_id):
        for copy in copies_of(record, issue.id):
            name = name_of(record, copy.person) or copy.recipient
            reader = Recipient(name, copy.person, copy.variant, copy.body)
            found.setdefault((reader.person, name, *reader.book), reader)
    return tuple(found.values())


def supplementing(
    services: Services,
    meeting_id: str,
    giving: Giving,
    whys: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Made:
    """Build the supplement and the book that takes the place of the one that is out, with the copies.

    `whys` says of each change what changed and why, by its key. No page number moves. Meant to run off the window.
    """
    giving = require_recipients(services, giving)
    record = services.record
    meeting = find_meeting(record, meeting_id)
    require_takes_place(meeting)
    last = book_out(record, meeting_id)
    if last is None:
        raise UserError("No packet is out that could be supplemented.", what_to_do="Issue the packet first.")
    edition = Edition(services, meeting, last.number + 1, services.now, last.laid)
    changes = edition.changes()
    if not changes:
        raise UserError("Nothing has changed since the packet was issued.", what_to_do="Give further copies instead.")
    edition.require_one_file_will_do(giving)
    work = _Supplement(edition, last, changes, whys or {}, giving)
    return work.made(progress)


class _Supplement:
    """One supplement: the books first, since only then their pages are known; then sheet and pages for each reader."""

    def __init__(
        self, edition: Edition, last: Issue, changes: tuple[PartChange, ...], whys: Mapping[str, str], giving: Giving
    ) -> None:
        self.edition, self.last, self.changes, self.whys, self.giving = edition, last, changes, whys, giving
        self.services, self.meeting = edition.services, edition.meeting
        self.record = self.services.record

    def made(self, progress: Progress | None) -> Made:
        """Everything that goes out together."""
        giving = self.giving
        others = [book for book in books_wanted(giving) if book != DIRECTORS]
        each = 2 * len(giving.recipients) if giving.own else 0
        with Workshop(giving.folder, 2 * (1 + len(others)) + each, progress) as workshop:
            books = tuple(
                replace(one, issue=msgspec.structs.replace(one.issue, base=self.last.id))
                for one in book_documents(self.edition, workshop, giving, others, IssuedKind.REPLACEMENT)
            )
            self.laid = books[0].issue.laid
            supplements = [
                self._supplement(workshop, book, made) for book, made in zip((DIRECTORS, *others), books, strict=True)
            ]
            documents = (*filter(None, supplements), *books)
            return workshop.made(IssuePacket(self.meeting.id, documents), giving)

    def _supplement(self, workshop: Workshop, book: Book, made: Issued) -> Issued | None:
        """The supplement to one book; None where nothing of that book has changed."""
        whole = Recipient("", None, *book)
        shown = self._seen(whole)
        if not shown:
            return None
        number = max((one.number for one in supplements_of(self.record, self.meeting.id, *book)), default=0) + 1
        plan = self._plan(whole, shown, number, made)
        name = file_name(self.record, self.meeting, f"supplement {number}", whole)
        path, report = workshop.build(plan, name, given=not self.giving.own and book in books_wanted(self.giving))
        data = path.read_bytes()
        row = msgspec.structs.replace(
            made.issue, kind=IssuedKind.SUPPLEMENT, number=number, pages=report.pages, laid=(), base=self.last.id
        )
        copies = []
        for at, reader in enumerate(self.giving.recipients, start=1):
            seen = self._seen(reader) if reader.book == book else ()
            if seen:
                own = self._own(workshop, reader, at, seen, number, made) if self.giving.own else (data, report.pages)
                withheld = self.edition.withheld(reader)
                copies.append(copy_row(reader, at, *own, self.giving, self.edition.at, withheld))
        return Issued(row, data, tuple(copies))

    def _own(
        self, workshop: Workshop, reader: Recipient, at: int, seen: tuple[PartChange, ...], number: int, book: Issued
    ) -> tuple[bytes, int]:
        """The file of one reader, and its pages."""
        place, version = f"{at} of {len(self.giving.recipients)}", self.edition.number
        plan = self._plan(reader, seen, number, book, copy_footer(reader, place, version))
        name = file_name(self.record, self.meeting, f"supplement {number}", reader, at)
        path, report = workshop.build(personal(plan, reader, place, version, self.giving), name, given=True)
        return path.read_bytes(), report.pages

    def _seen(self, reader: Recipient) -> tuple[PartChange, ...]:
        """The changes of the parts that a reader's book holds, or held."""
        plan = self.edition.plan(reader.book, reader.person)
        had = self._had(reader)
        return tuple(
            change
            for change in self.changes
            if (change.label in had if change.kind == "remove" else not is_in(plan.withheld, change.label))
        )

    def _had(self, reader: Recipient) -> frozenset[str]:
        """The labels of what stood in a reader's book before."""
        issues = [one for one in books_of(self.record, self.meeting.id, *reader.book) if one.number <= self.last.number]
        laid = issues[-1].laid if issues else ()
        mine = [copy for one in issues for copy in copies_of(self.record, one.id) if copy.person == reader.person]
        without = frozenset(mine[-1].withheld) if mine and reader.person is not None else frozenset()
        return frozenset(part.label for part in laid if not part.removed and not is_in(without, part.label))

    def _plan(
        self, reader: Recipient, seen: tuple[PartChange, ...], number: int, book: Issued, footer: str = ""
    ) -> PacketPlan:
        """The change sheet and the pages that are new, under the numbers that they have in the book."""
        plan = self.edition.plan(reader.book, reader.person)
        fresh = {change.label for change in seen if change.kind != "remove"}
        old = {part.label for part in self.last.laid if not part.removed}
        tabs = []
        for tab in plan.tabs:
            papers = tuple(paper for paper in tab.papers if paper.label in fresh)
            memo = tab.memo if memo_label(tab.number) in fresh else None
            there = tab.number not in plan.withheld
            divider = there and tab.divider and (tab.number in fresh or tab.number not in old)
            if papers or memo is not None or divider:
                tabs.append(replace(tab, papers=papers, memo=memo, divider=divider))
        front = Paper(
            SHEET, f"Supplement {number}", self._sheet(seen, number, book, footer or plan.footer), numbered=SHEET
        )
        return replace(
            plan,
            opening=False,
            facts=(),
            stamp=f"{plan.stamp} · Supplement {number}",
            total=0,
            front=(front, *(paper for paper in plan.front if paper.label in fresh)),
            tabs=tuple(tabs),
            former=former_of(self.laid),
            document_title=f"{self.record.company.name}: supplement {number} to the packet of "
            f"{short_day(self.meeting.day)}",
            subject=f"Supplement {number}: version {self.last.number} becomes version {self.edition.number}",
        )

    def _sheet(self, seen: tuple[PartChange, ...], number: int, book: Issued, footer: str) -> ChangeSheet:
        before = books_of(self.record, self.meeting.id, *_book_of(book.issue))
        return Sheet(
            record=self.record,
            meeting=self.meeting,
            before=before[-1] if before else self.last,
            after=book.issue,
            sha256=hashlib.sha256(book.pdf).hexdigest(),
            laid=self.laid,
            changes=seen,
            number=number,
            zone=self.edition.zone,
            footer=footer,
            sending=sending_words(len(self.giving.recipients), self.giving.manner),
            whys=self.whys,
        ).drawn()


def _book_of(issue: Issue) -> Book:
    return variant_of(issue), issue.body
