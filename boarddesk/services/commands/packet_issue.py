"""Issue a packet, a supplement with the book that it makes, or a further book: bytes, rows and copies in one step."""

from dataclasses import dataclass, field
from typing import ClassVar

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.notices import Issue, IssuedKind
from boarddesk.domain.packets import PacketCopy
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.packet_issues import OF_PACKETS, book_out, books_of, copies_of, supplements_of, variant_of
from boarddesk.services.words import meeting_name

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Issued:
    """One document that goes out, and who gets a copy; the ids of its rows are given anew."""

    issue: Issue
    pdf: bytes = field(repr=False)
    copies: tuple[PacketCopy, ...] = ()


@dataclass(frozen=True, slots=True)
class IssuePacket(Command):
    """What goes out together. What others hold in their hands is not undone."""

    undoable: ClassVar[bool] = False

    meeting: str
    documents: tuple[Issued, ...]

    def label(self, record: Record) -> str:
        """“Issue the packet of Board, regular meeting, 3 Dec 2026”."""
        kinds = {document.issue.kind for document in self.documents}
        what = "a supplement" if IssuedKind.SUPPLEMENT in kinds else "the packet"
        return f"Issue {what} of {meeting_name(record, find_meeting(record, self.meeting))}"


@handles(IssuePacket)
def issue_packet(command: IssuePacket, tx: Transaction) -> None:
    """Each book under the version that follows, each supplement with the book that it makes."""
    meeting = find_meeting(tx.record, command.meeting)
    require_takes_place(meeting)
    if not command.documents:
        raise UserError("There is nothing to issue.", what_to_do="Build the packet first.", code="nothing")
    before = tx.record
    for document in command.documents:
        _require_next(before, meeting, document.issue)
        row = replace(
            document.issue,
            id=tx.new_id(Issue, f"{meeting.id}-{document.issue.kind.value}-{document.issue.number}"),
            meeting=meeting.id,
            attachment=tx.keep(document.pdf, PDF),
        )
        tx.put(row)
        put_copies(tx, row, document.copies)


def _require_next(record: Record, meeting: Meeting, issue: Issue) -> None:
    """Refuse what another issue has overtaken meanwhile, and what belongs to no book."""
    if issue.kind not in OF_PACKETS:
        raise UserError("This is no packet.", what_to_do="Issue it as what it is.", code="no_packet")
    whose = (variant_of(issue), issue.body)
    supplement = issue.kind is IssuedKind.SUPPLEMENT
    numbers = [one.number for one in (supplements_of if supplement else books_of)(record, meeting.id, *whose)]
    last = book_out(record, meeting.id)
    base = record.find(Issue, issue.base)
    followed = base is not None and base.kind is not IssuedKind.SUPPLEMENT and base.meeting == meeting.id
    if issue.number <= max(numbers, default=0) or (issue.base is not None and base != last):
        raise UserError("The packet was issued meanwhile.", what_to_do="Look at it, and issue it again.", code="issued")
    if issue.kind is not IssuedKind.PACKET and not followed:
        raise UserError("No packet is out that this follows.", what_to_do="Issue the packet first.", code="no_base")


@dataclass(frozen=True, slots=True)
class GiveCopies(Command):
    """Further copies of what was issued."""

    issue: str
    copies: tuple[PacketCopy, ...]

    def label(self, record: Record) -> str:
        """“Give 2 copies of the packet: Board, regular meeting, 3 Dec 2026”."""
        issue = record.find(Issue, self.issue)
        count = len(self.copies)
        what = f"Give {'a copy' if count == 1 else f'{count} copies'} of the packet"
        return f"{what}: {meeting_name(record, find_meeting(record, issue.meeting))}" if issue else what


@handles(GiveCopies)
def give_copies(command: GiveCopies, tx: Transaction) -> None:
    """Only of a book or a supplement that was issued."""
    issue = tx.record.find(Issue, command.issue)
    if issue is None or issue.kind not in OF_PACKETS:
        raise UserError("This packet was not issued.", what_to_do="Issue it first.", code="not_issued")
    put_copies(tx, issue, command.copies)


def put_copies(tx: Transaction, issue: Issue, copies: tuple[PacketCopy, ...]) -> None:
    """Note copies of an issue, each under a number of its own; somebody gets each."""
    taken = {copy.number for copy in copies_of(tx.record, issue.id)}
    for copy in copies:
        if copy.person is None and not copy.recipient.strip():
            raise UserError("Nobody is named to whom a copy goes.", what_to_do="Choose at least one.", code="nobody")
        number = copy.number if copy.number and copy.number not in taken else max(taken, default=0) + 1
        taken.add(number)
        tx.put(replace(copy, id=tx.new_id(PacketCopy, f"{issue.id}-copy-{number}"), issue=issue.id, number=number))
