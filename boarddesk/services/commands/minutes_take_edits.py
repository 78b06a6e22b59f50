"""Take edits of several blocks at once, as counsel returned them."""

from dataclasses import dataclass

from boarddesk.common.errors import UserError
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.minutes_word import WordBlock, word_block
from boarddesk.services.meeting_checks import find_meeting
from boarddesk.services.words import meeting_name


@dataclass(frozen=True, slots=True)
class TakeEdits(Command):
    """Keys and wordings of the blocks that were chosen, in the order of the page."""

    meeting: str
    edits: tuple[tuple[str, str], ...]

    def label(self, record: Record) -> str:
        """“Take 3 edits: Board, regular meeting, 22 Oct 2026”."""
        count = f"{len(self.edits)} edit{'' if len(self.edits) == 1 else 's'}"
        return f"Take {count}: {meeting_name(record, find_meeting(record, self.meeting))}"


@handles(TakeEdits)
def take_edits(command: TakeEdits, tx: Transaction) -> None:
    """Word each block; one that cannot be taken refuses them all."""
    if not command.edits:
        raise UserError("No edit is chosen.", what_to_do="Choose at least one.", code="no_edit")
    for key, wording in command.edits:
        word_block(WordBlock(command.meeting, key, wording), tx)
