"""Issue an agenda: its PDF is kept as it went out, whatever the agenda becomes later."""

from dataclasses import dataclass
from typing import ClassVar

from boarddesk.common.errors import UserError
from boarddesk.domain.notices import Issue
from boarddesk.domain.record import Record
from boarddesk.services.agenda_issues import issued_agendas
from boarddesk.services.agenda_order import items_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.notices_issue import issue
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.words import meeting_name


@dataclass(frozen=True, slots=True)
class IssueAgenda(Command):
    """An issue with the PDF that goes out; its id is given anew. What others hold in their hands is not undone."""

    undoable: ClassVar[bool] = False

    issue: Issue
    pdf: bytes

    def label(self, record: Record) -> str:
        """“Issue the agenda of Board, regular meeting, 3 Dec 2026”."""
        return f"Issue the agenda of {meeting_name(record, find_meeting(record, self.issue.meeting))}"


@handles(IssueAgenda)
def issue_agenda(command: IssueAgenda, tx: Transaction) -> None:
    """Only an agenda that has items, and each under a number of its own."""
    meeting = find_meeting(tx.record, command.issue.meeting)
    require_takes_place(meeting)
    if not items_of(tx.record, meeting.id):
        raise UserError("The agenda has no items yet.", what_to_do="Add the first one.", code="no_items")
    if any(other.number >= command.issue.number for other in issued_agendas(tx.record, meeting.id)):
        raise UserError("The agenda was issued meanwhile.", what_to_do="Look at it, and issue it again.", code="issued")
    row = command.issue
    issue(tx, meeting, row.kind, command.pdf, row.issued_at, people=row.people, others=row.others, note=row.note)
