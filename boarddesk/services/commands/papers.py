"""Lay papers before a meeting; their bytes are kept whole in the file."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.papers import ExpectedPaper, Paper
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handler_of, handles
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.packet_order import laid_under, number_laid


@dataclass(frozen=True, slots=True)
class AddPaper(Command):
    """One file under an item or before the whole meeting; id, place and attachments are given anew.

    `data` are the bytes that a packet takes; `original` the file as it came where these were made from it.
    `awaited` names the expected paper that it is: it takes that one's place.
    """

    paper: Paper
    data: bytes
    original: bytes = b""
    awaited: str = ""

    def label(self, record: Record) -> str:
        """“Add “Finance report””."""
        del record
        return f"Add “{self.paper.title}”"


@dataclass(frozen=True, slots=True)
class TakePapers(Command):
    """Several papers at once, added or in place of others; one step for Undo."""

    deeds: tuple[Command, ...]

    def label(self, record: Record) -> str:
        """“Add “Finance report””, or “Take 12 papers”."""
        return self.deeds[0].label(record) if len(self.deeds) == 1 else f"Take {len(self.deeds)} papers"


@handles(AddPaper)
def add_paper(command: AddPaper, tx: Transaction) -> None:
    """The same bytes are stored once, whatever meetings they are laid before."""
    paper = command.paper
    meeting = find_meeting(tx.record, paper.meeting)
    require_takes_place(meeting)
    kept = with_files(tx, paper, command.data, command.original)
    kept = replace(kept, id=tx.new_id(Paper, f"{meeting.id}-{kept.title}"))
    awaited = tx.record.find(ExpectedPaper, command.awaited)
    if awaited is not None and awaited.meeting == meeting.id and awaited.paper is None:
        place = awaited.position if awaited.item == paper.item else len(laid_under(tx.record, meeting.id, paper.item))
        tx.put(replace(kept, position=place))
        tx.put(replace(awaited, paper=kept.id))
    else:
        tx.put(replace(kept, position=len(laid_under(tx.record, meeting.id, paper.item)) + 1))
    number_laid(tx, laid_under(tx.record, meeting.id, paper.item))


@handles(TakePapers)
def take_papers(command: TakePapers, tx: Transaction) -> None:
    """One after the other; where one is refused none is taken."""
    for deed in command.deeds:
        handler_of(deed)(deed, tx)


def with_files(tx: Transaction, paper: Paper, data: bytes, original: bytes) -> Paper:
    """The paper with its bytes kept; UserError where it has none, or no title."""
    if not data:
        raise UserError("The file is empty.", paper.file_name, "Choose another file.", code="empty")
    if not paper.title.strip():
        raise UserError("The paper has no title.", what_to_do="Say what it is.", code="no_title")
    return replace(
        paper,
        title=paper.title.strip(),
        attachment=tx.keep(data, paper.media_type),
        original=tx.keep(original, paper.original_type) if original else None,
    )
