"""Papers that somebody is to send: from whom, by when, about how many pages; until each is in."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.papers import ExpectedPaper, Paper
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import find_item
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.packet_order import laid_under, lay, number_laid


@dataclass(frozen=True, slots=True)
class ExpectPaper(Command):
    """A paper that is expected, or one as it shall be; a new one has the id “new” and stands last under its item."""

    paper: ExpectedPaper

    def label(self, record: Record) -> str:
        """“Expect “Audit committee report””."""
        del record
        return f"Expect “{self.paper.title.strip()}”"


@dataclass(frozen=True, slots=True)
class MoveExpected(Command):
    """An expected paper stands under `item` at `position`, counted from 1 among all papers there."""

    paper: str
    item: str | None
    position: int

    def label(self, record: Record) -> str:
        """“Move “Audit committee report””."""
        return f"Move “{find_expected(record, self.paper).title}”"


@dataclass(frozen=True, slots=True)
class StopExpecting(Command):
    """A paper is no longer expected."""

    paper: str

    def label(self, record: Record) -> str:
        """“No longer expect “Audit committee report””."""
        return f"No longer expect “{find_expected(record, self.paper).title}”"


@dataclass(frozen=True, slots=True)
class TakeAsExpected(Command):
    """A paper that is in is the one that was expected: it takes that one's place."""

    expected: str
    paper: str

    def label(self, record: Record) -> str:
        """““Audit committee report” is in”."""
        return f"“{find_expected(record, self.expected).title}” is in"


def find_expected(record: Record, paper: str) -> ExpectedPaper:
    """The expected paper; UserError where it is no longer there."""
    found = record.find(ExpectedPaper, paper)
    if found is None:
        raise UserError("That paper is no longer expected.", what_to_do="Look at the list anew.", code="no_paper")
    return found


@handles(ExpectPaper)
def expect_paper(command: ExpectPaper, tx: Transaction) -> None:
    """A new one goes behind what is there; one that is known keeps its place unless its item changes."""
    wanted = replace(command.paper, title=command.paper.title.strip(), note=command.paper.note.strip())
    meeting = find_meeting(tx.record, wanted.meeting)
    require_takes_place(meeting)
    if not wanted.title:
        raise UserError("The paper has no title.", what_to_do="Say what it is.", code="no_title")
    if wanted.item is not None and find_item(tx.record, wanted.item).meeting != meeting.id:
        raise UserError("That item is on another agenda.", what_to_do="Choose one of this one.", code="other_agenda")
    there = tx.record.find(ExpectedPaper, wanted.id)
    last = len(laid_under(tx.record, meeting.id, wanted.item)) + 1
    if there is None:
        row_id = tx.new_id(ExpectedPaper, f"{meeting.id}-{wanted.title}")
        tx.put(replace(wanted, id=row_id, position=last, paper=None))
        return
    tx.put(replace(wanted, meeting=there.meeting, item=there.item, position=there.position, paper=there.paper))
    if wanted.item != there.item:
        lay(tx, find_expected(tx.record, there.id), wanted.item, last)


@handles(MoveExpected)
def move_expected(command: MoveExpected, tx: Transaction) -> None:
    """The papers it leaves and those it joins close up."""
    expected = find_expected(tx.record, command.paper)
    if command.item is not None and find_item(tx.record, command.item).meeting != expected.meeting:
        raise UserError("That item is on another agenda.", what_to_do="Choose one of this one.", code="other_agenda")
    lay(tx, expected, command.item, command.position)


@handles(StopExpecting)
def stop_expecting(command: StopExpecting, tx: Transaction) -> None:
    """The others close up; a paper that came for it stays."""
    expected = find_expected(tx.record, command.paper)
    tx.remove(ExpectedPaper, expected.id)
    number_laid(tx, laid_under(tx.record, expected.meeting, expected.item))


@handles(TakeAsExpected)
def take_as_expected(command: TakeAsExpected, tx: Transaction) -> None:
    """Refuse where another came for it already."""
    expected, paper = find_expected(tx.record, command.expected), tx.record.find(Paper, command.paper)
    if paper is None or paper.meeting != expected.meeting or expected.paper is not None:
        raise UserError("That paper cannot be the one.", what_to_do="Choose one of this meeting.", code="no_paper")
    tx.put(replace(expected, paper=paper.id))
    lay(tx, paper, expected.item, expected.position)
