"""One version of a meeting's packet: its plans for every reader, in accord with the book that is out; issuing it."""

from collections.abc import Container, Sequence
from datetime import datetime
from functools import cache

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.notices import Issue, IssuedKind, IssuedPart
from boarddesk.domain.packets import PacketCopy, Variant
from boarddesk.reports.packet.build import PacketReport
from boarddesk.reports.packet.plan import PacketPlan
from boarddesk.reports.wording import zone_name
from boarddesk.services.bus import Command
from boarddesk.services.commands.packet_issue import GiveCopies, Issued, IssuePacket
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.packet_changes import (
    Part,
    PartChange,
    changes_since,
    in_accord,
    laid_out,
    parts_now,
    stable_labels,
)
from boarddesk.services.packet_copies import (
    PENDING,
    Giving,
    Made,
    Recipient,
    Workshop,
    copy_row,
    file_name,
    personal,
    require_recipients,
    versioned,
)
from boarddesk.services.packet_issues import book_out, book_words, books_of, copies_of
from boarddesk.services.packet_plan import packet_plan
from boarddesk.services.workspace import Services

Book = tuple[Variant, str | None]
DIRECTORS: Book = (Variant.DIRECTORS, None)


class Edition:
    """One version of the book; with `laid`, its parts keep the labels and the page numbers of the book before."""

    def __init__(
        self, services: Services, meeting: Meeting, number: int, at: datetime, laid: Sequence[IssuedPart] = ()
    ) -> None:
        self.services, self.meeting, self.number, self.at, self.laid = services, meeting, number, at, tuple(laid)
        self.zone = zone_name(services.record.company.time_zone)
        self.parts: tuple[Part, ...] = parts_now(services, meeting)
        self.labels = stable_labels(self.laid, self.parts)
        self.plan = cache(self._plan)

    def _plan(self, book: Book, person: str | None = None) -> PacketPlan:
        """The plan of a book of this version, of one reader where a person is named."""
        plan = packet_plan(self.services, self.meeting.id, *book, person)
        if self.laid:
            plan = in_accord(plan, self.laid, self.parts)
        return versioned(plan, self.number, self.at, self.zone)

    def changes(self) -> tuple[PartChange, ...]:
        """What is other than in the book before."""
        return changes_since(self.laid, self.parts)

    def withheld(self, reader: Recipient) -> tuple[str, ...]:
        """The labels of the tabs and papers that a reader's copy leaves out."""
        return tuple(self.plan(reader.book, reader.person).withheld)

    def issue(self, kind: IssuedKind, book: Book, giving: Giving, pages: int, laid: Sequence[IssuedPart]) -> Issue:
        """The row of one book; its bytes are named when they are kept."""
        readers = [reader for reader in giving.recipients if reader.book == book]
        return Issue(
            id="new",
            meeting=self.meeting.id,
            kind=kind,
            number=self.number,
            variant="" if book == DIRECTORS else book_words(self.services.record, *book),
            book=book[0],
            body=book[1],
            issued_at=self.at,
            attachment=PENDING,
            people=tuple(reader.person for reader in readers if reader.person is not None),
            others=tuple(reader.name for reader in readers if reader.person is None),
            note=giving.note,
            pages=pages,
            laid=tuple(laid),
        )

    def file_name(self, reader: Recipient, number: int = 0) -> str:
        """The name of a book's file, or of one copy of it."""
        return file_name(self.services.record, self.meeting, f"version {self.number}", reader, number)

    def laid_in(self, report: PacketReport) -> tuple[IssuedPart, ...]:
        """Where everything stands in the directors' book that was built."""
        return laid_out(report.placed, self.labels, self.parts, self.laid)

    def held(self, laid: Sequence[IssuedPart], plan: PacketPlan) -> tuple[IssuedPart, ...]:
        """The parts that a book holds which leaves some out."""
        return tuple(part for part in laid if not is_in(plan.withheld, part.label))

    def copies(
        self, workshop: Workshop, giving: Giving, book: Book, stored: bytes, pages: int, taken: int = 0
    ) -> tuple[PacketCopy, ...]:
        """A copy of a book for each of its readers, numbered after those given already."""
        rows = []
        total = len(giving.recipients) + taken
        for number, reader in enumerate(giving.recipients, start=taken + 1):
            if reader.book != book:
                continue
            data, count = stored, pages
            if giving.own:
                plan = personal(self.plan(book, reader.person), reader, f"{number} of {total}", self.number, giving)
                name = self.file_name(reader, number)
                path, report = workshop.build(plan, name, given=True)
                data, count = path.read_bytes(), report.pages
            rows.append(copy_row(reader, number, data, count, giving, self.at, self.withheld(reader)))
        return tuple(rows)

    def require_one_file_will_do(self, giving: Giving) -> None:
        """Refuse the same file for all where something is withheld from one of them."""
        for reader in giving.recipients if not giving.own else ():
            if self.withheld(reader) != self.withheld(Recipient("", None, *reader.book)):
                raise UserError(
                    f"A paper is withheld from {reader.name}.",
                    what_to_do="Make a copy for each reader; that copy leaves the paper out.",
                    code="withheld",
                )


def is_in(withheld: Container[str], label: str) -> bool:
    """Whether a part is among those left out, itself or with its tab."""
    return label in withheld or label.rpartition("-")[0] in withheld


def books_wanted(giving: Giving) -> tuple[Book, ...]:
    """The books of which copies are given, the directors' first."""
    order = list(Variant)
    return tuple(sorted({reader.book for reader in giving.recipients}, key=lambda b: (order.index(b[0]), b[1] or "")))


def issuing(services: Services, meeting_id: str, giving: Giving, progress: Progress | None = None) -> Made:
    """Build the packet as it is now as a new version, numbered from page 1, with the copies; runs off the window.

    The directors' book is kept whole, and each other book of which copies are given.
    """
    giving = require_recipients(services, giving)
    meeting = find_meeting(services.record, meeting_id)
    require_takes_place(meeting)
    last = book_out(services.record, meeting_id)
    edition = Edition(services, meeting, last.number + 1 if last is not None else 1, services.now)
    edition.require_one_file_will_do(giving)
    others = [book for book in books_wanted(giving) if book != DIRECTORS]
    count = 1 + len(others) + (len(giving.recipients) if giving.own else 0)
    with Workshop(giving.folder, count, progress) as workshop:
        documents = book_documents(edition, workshop, giving, others, IssuedKind.PACKET)
        return workshop.made(IssuePacket(meeting_id, documents), giving)


def book_documents(
    edition: Edition, workshop: Workshop, giving: Giving, others: Sequence[Book], kind: IssuedKind
) -> tuple[Issued, ...]:
    """The directors' book and the others of a version, each with its copies."""
    found = []
    laid: tuple[IssuedPart, ...] = ()
    for book in (DIRECTORS, *others):
        plan = edition.plan(book)
        what = edition.file_name(Recipient("", None, *book))
        path, report = workshop.build(plan, what, given=not giving.own and book in books_wanted(giving))
        laid = laid or edition.laid_in(report)
        data = path.read_bytes()
        row = edition.issue(kind, book, giving, report.pages, edition.held(laid, plan))
        found.append(Issued(row, data, edition.copies(workshop, giving, book, data, report.pages)))
    return tuple(found)


def further_copies(services: Services, issue: Issue, giving: Giving, progress: Progress | None = None) -> Made:
    """Copies of the version that is out for more readers; UserError where the packet has changed since."""
    giving = require_recipients(services, giving)
    meeting = find_meeting(services.record, issue.meeting)
    last = book_out(services.record, meeting.id)
    if last is None or last.number != issue.number:
        raise UserError("A later version is out.", what_to_do="Give copies of that one.", code="superseded")
    edition = Edition(services, meeting, last.number, last.issued_at, last.laid)
    if edition.changes():
        raise UserError(
            "The packet has changed since it was issued.", what_to_do="Issue a supplement first.", code="changed"
        )
    [book] = books_wanted(giving) if len(books_wanted(giving)) == 1 else [None]
    if book is None:
        raise UserError("These are copies of different books.", what_to_do="Give those of one first.", code="books")
    edition.require_one_file_will_do(giving)
    with Workshop(giving.folder, len(giving.recipients) * giving.own + 1, progress) as workshop:
        return workshop.made(_further(edition, last, book, giving, workshop), giving)


def _further(edition: Edition, last: Issue, book: Book, giving: Giving, workshop: Workshop) -> Command:
    """Copies of a book that is kept already, or that book and its copies."""
    services, meeting = edition.services, edition.meeting
    there = [one for one in books_of(services.record, meeting.id, *book) if one.number == last.number]
    if there:
        data = services.attachment(there[0].attachment)
        if not giving.own:
            workshop.put(data, edition.file_name(Recipient("", None, *book)))
        taken = max((copy.number for copy in copies_of(services.record, there[0].id)), default=0)
        return GiveCopies(there[0].id, edition.copies(workshop, giving, book, data, there[0].pages or 0, taken))
    plan = edition.plan(book)
    path, report = workshop.build(plan, edition.file_name(Recipient("", None, *book)), given=not giving.own)
    data = path.read_bytes()
    row = edition.issue(IssuedKind.PACKET, book, giving, report.pages, edition.held(last.laid, plan))
    return IssuePacket(meeting.id, (Issued(row, data, edition.copies(workshop, giving, book, data, report.pages)),))
