"""Lay papers before a meeting; their bytes are kept whole in the file."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_takes_place


@dataclass(frozen=True, slots=True)
class AddPaper(Command):
    """One file under an item or before the whole meeting; id, place and attachment are given anew."""

    paper: Paper
    data: bytes

    def label(self, record: Record) -> str:
        """“Add “Finance report””."""
        del record
        return f"Add “{self.paper.title}”"


@handles(AddPaper)
def add_paper(command: AddPaper, tx: Transaction) -> None:
    """The same bytes are stored once, whatever meetings they are laid before."""
    paper = command.paper
    meeting = find_meeting(tx.record, paper.meeting)
    require_takes_place(meeting)
    if not command.data:
        raise UserError("The file is empty.", paper.file_name, "Choose another file.", code="empty")
    if not paper.title.strip():
        raise UserError("The paper has no title.", what_to_do="Say what it is.", code="no_title")
    place = len(papers_of(tx.record, meeting.id, paper.item)) + 1
    tx.put(
        replace(
            paper,
            id=tx.new_id(Paper, f"{meeting.id}-{paper.title}"),
            title=paper.title.strip(),
            position=place,
            attachment=tx.keep(command.data, paper.media_type),
        )
    )


def papers_of(record: Record, meeting: str, item: str | None) -> tuple[Paper, ...]:
    """The papers under one item, or before the whole meeting, in their order."""
    found = [paper for paper in record.where(Paper, "meeting", meeting) if paper.item == item]
    return tuple(sorted(found, key=lambda paper: (paper.position, paper.id)))
