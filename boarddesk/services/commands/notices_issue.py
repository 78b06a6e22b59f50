"""Keep a document as it was issued for a meeting: its bytes stay, whatever the record says later."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.notices import Issue, IssuedKind
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.words import meeting_name

NAMES = {
    IssuedKind.NOTICE: "notice",
    IssuedKind.AGENDA: "agenda",
    IssuedKind.PACKET: "packet",
    IssuedKind.SUPPLEMENT: "supplement",
    IssuedKind.REPLACEMENT: "replacement packet",
    IssuedKind.OTHER: "document",
}


@dataclass(frozen=True, slots=True)
class IssueDocument(Command):
    """A document that left the house, to people of the record and to others by name.

    It cannot be undone, and so neither can the scheduling before it: what others know of is called off instead.
    """

    undoable: ClassVar[bool] = False

    meeting: str
    kind: IssuedKind
    data: bytes = field(repr=False)
    issued_at: datetime
    variant: str = ""
    people: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    media_type: str = "application/pdf"
    note: str = ""

    def label(self, record: Record) -> str:
        """“Issue the notice: Board, regular meeting, 3 Dec 2026”."""
        meeting = record.find(Meeting, self.meeting)
        what = self.variant or NAMES[self.kind]
        return f"Issue the {what}: {meeting_name(record, meeting)}" if meeting else f"Issue the {what}"


@handles(IssueDocument)
def issue_document(command: IssueDocument, tx: Transaction) -> None:
    """Keep the bytes, numbered among those of the same kind and variant."""
    issue(
        tx, tx.record.get(Meeting, command.meeting), command.kind, command.data, command.issued_at, command.variant,
        people=command.people, others=command.others, media_type=command.media_type, note=command.note,
    )  # fmt: skip


def issue(
    tx: Transaction,
    meeting: Meeting,
    kind: IssuedKind,
    data: bytes,
    at: datetime,
    variant: str = "",
    *,
    people: tuple[str, ...] = (),
    others: tuple[str, ...] = (),
    media_type: str = "application/pdf",
    note: str = "",
) -> None:
    """Keep one document of a meeting as it was issued, within another command."""
    before = [
        row for row in tx.record.where(Issue, "meeting", meeting.id) if (row.kind, row.variant) == (kind, variant)
    ]
    tx.put(
        Issue(
            id=tx.new_id(Issue, f"{meeting.id}-{variant or kind.value}"),
            meeting=meeting.id,
            kind=kind,
            number=max((row.number for row in before), default=0) + 1,
            variant=variant,
            issued_at=at,
            attachment=tx.keep(data, media_type),
            people=people,
            others=others,
            note=note,
        )
    )
