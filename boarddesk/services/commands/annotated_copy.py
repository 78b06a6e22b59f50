"""An annotated copy that a director brought back: noted, and kept apart from the record where its file came too."""

from dataclasses import dataclass, field
from typing import ClassVar

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.notices import Issue
from boarddesk.domain.packets import AnnotatedCopy
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, today_of
from boarddesk.services.packet_issues import OF_PACKETS
from boarddesk.services.words import meeting_name, short_day


@dataclass(frozen=True, slots=True)
class TakeBackCopy(Command):
    """A copy with notes came back; its id is given anew. It is not undone but disposed of."""

    undoable: ClassVar[bool] = False

    copy: AnnotatedCopy
    data: bytes = field(default=b"", repr=False)
    media_type: str = "application/pdf"

    def label(self, record: Record) -> str:
        """“Annotated copy of Ingrid Sørhaug came back: Board, regular meeting, 3 Dec 2026”."""
        meeting = record.find(Meeting, self.copy.meeting)
        where = f": {meeting_name(record, meeting)}" if meeting else ""
        return f"Annotated copy of {name_of(record, self.copy.person) or 'a director'} came back{where}"


@handles(TakeBackCopy)
def take_back_copy(command: TakeBackCopy, tx: Transaction) -> None:
    """Of a packet of that meeting, not before it went out and not after today."""
    row = command.copy
    meeting = find_meeting(tx.record, row.meeting)
    issue = tx.record.find(Issue, row.issue)
    if row.issue is not None and (issue is None or issue.meeting != meeting.id or issue.kind not in OF_PACKETS):
        raise UserError(
            "That is no packet of this meeting.", what_to_do="Choose one that was issued.", code="no_packet"
        )
    if issue is not None and row.returned_on < issue.issued_at.date():
        raise UserError(
            f"The packet went out on {short_day(issue.issued_at.date())}.",
            what_to_do="Give a later day.",
            code="too_early",
        )
    if row.returned_on > today_of(tx.record):
        raise UserError("That day is yet to come.", what_to_do="Give the day on which it came back.", code="too_late")
    digest = tx.keep(command.data, command.media_type) if command.data else None
    tx.put(replace(row, id=tx.new_id(AnnotatedCopy, f"{meeting.id}-annotated-{row.person}"), attachment=digest))
