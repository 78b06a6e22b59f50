"""Words of the minutes: of one block in the secretary's own, of an item's text, of a pattern in the company's own."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.blocks import Block, wording_fault
from boarddesk.domain.keeping import Wording
from boarddesk.domain.minute_book import MinutesBlock
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import find_item
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_begun
from boarddesk.services.minutes_blocks import block_id, find_block, note_item, note_with
from boarddesk.services.minutes_patterns import find_pattern
from boarddesk.services.words import meeting_name


@dataclass(frozen=True, slots=True)
class WordBlock(Command):
    """The wording of one block, facts as placeholders in braces; without words the block is left out."""

    meeting: str
    key: str
    wording: str

    def label(self, record: Record) -> str:
        """“Word the minutes: Board, regular meeting, 22 Oct 2026”."""
        return f"Word the minutes: {meeting_name(record, find_meeting(record, self.meeting))}"


@handles(WordBlock)
def word_block(command: WordBlock, tx: Transaction) -> None:
    """Refuse a placeholder that is missing or misspelled; an item's own text goes back into its item."""
    meeting = find_meeting(tx.record, command.meeting)
    require_begun(meeting)
    block = find_block(tx.record, meeting.id, command.key)
    if block is None:
        raise UserError("This part of the minutes is no longer there.", what_to_do="Look anew.", code="no_block")
    _require_wording(block, command.wording)
    if item := note_item(block.key):
        noted = find_item(tx.record, item)
        tx.put(replace(noted, text=note_with(tx.record, noted, block.key, command.wording)))
        return
    row = MinutesBlock(
        id=block_id(meeting.id, block.key), meeting=meeting.id, key=block.key, text=command.wording.strip()
    )
    if row.text != block.house:
        tx.put(row)
    elif tx.record.find(MinutesBlock, row.id) is not None:
        tx.remove(MinutesBlock, row.id)


def _require_wording(block: Block, wording: str) -> None:
    """Refuse a block of the record's own facts, and words that lost or misspelled one."""
    if block.fixed:
        raise UserError(
            "This part comes from the record.", what_to_do="Correct the record; the minutes follow.", code="fixed"
        )
    fault = wording_fault(wording, block.facts) if wording.strip() else ""
    if fault:
        raise UserError(fault, what_to_do="Put the fact back, or take your change back.", code="placeholder")


@dataclass(frozen=True, slots=True)
class RestoreBlock(Command):
    """A block in the words of its pattern again."""

    meeting: str
    key: str

    def label(self, record: Record) -> str:
        """“Restore the wording: Board, regular meeting, 22 Oct 2026”."""
        return f"Restore the wording: {meeting_name(record, find_meeting(record, self.meeting))}"


@handles(RestoreBlock)
def restore_block(command: RestoreBlock, tx: Transaction) -> None:
    """Take the secretary's own wording of it out."""
    found = tx.record.find(MinutesBlock, block_id(command.meeting, command.key))
    if found is None:
        raise UserError("These words are those of the pattern.", code="house_wording")
    tx.remove(MinutesBlock, found.id)


@dataclass(frozen=True, slots=True)
class WordPattern(Command):
    """The company's own wording of a pattern; None sets it back to the house wording."""

    name: str
    text: str | None

    def label(self, record: Record) -> str:
        """“Word the pattern “Arrival””, or “Set the pattern “Arrival” back”."""
        del record
        title = find_pattern(self.name).title
        return f"Word the pattern “{title}”" if self.text is not None else f"Set the pattern “{title}” back"


@handles(WordPattern)
def word_pattern(command: WordPattern, tx: Transaction) -> None:
    """Refuse a wording without the pattern's facts, naming line and reason."""
    pattern = find_pattern(command.name)
    rows = [row for row in tx.record.all(Wording) if row.key == pattern.key]
    if command.text is not None and (fault := pattern.fault(command.text)):
        raise UserError(fault, pattern.title, "Keep the facts in braces as they are.", code="bad_pattern")
    if command.text is None or command.text.strip() == pattern.text:
        tx.remove(Wording, *(row.id for row in rows))
        return
    row_id = rows[0].id if rows else tx.new_id(Wording, pattern.key.replace("_", "-"))
    tx.put(Wording(id=row_id, key=pattern.key, title=pattern.title, text=command.text.strip()))
