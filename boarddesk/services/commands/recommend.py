"""Put what a committee recommended to the Board: an item of the Board's agenda that names the committee's motion."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.committees import Committee
from boarddesk.domain.meetings import AHEAD, BOARD, AgendaItem
from boarddesk.domain.motions import Motion, Result
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name
from boarddesk.domain.votes import tally
from boarddesk.services.agenda_laying import insert, new_item_id
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_state
from boarddesk.services.recommendations import board_item
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class PutToBoard(Command):
    """A committee's motion on the agenda of a meeting of the Board that is ahead."""

    motion: str
    meeting: str

    def label(self, record: Record) -> str:
        """“Put motion c2026-09 of the Compensation Committee to the Board, 3 Dec 2026”."""
        motion, meeting = record.get(Motion, self.motion), find_meeting(record, self.meeting)
        return (
            f"Put motion {motion.number} of the {body_name(record, motion.body)} to the Board, {short_day(meeting.day)}"
        )


@handles(PutToBoard)
def put_to_board(command: PutToBoard, tx: Transaction) -> None:
    """A motion that is proposed for a meeting ahead may be put too: the Board meets after its committee."""
    motion, meeting = tx.record.find(Motion, command.motion), find_meeting(tx.record, command.meeting)
    if motion is None or tx.record.find(Committee, motion.body) is None:
        raise UserError(
            "Only a committee recommends to the Board.", what_to_do="Choose its motion.", code="no_committee"
        )
    if not motion.waits and tally(tx.record, motion).result is not Result.CARRIED:
        raise UserError(
            f"Motion {motion.number} was not carried.", what_to_do="Choose one that was.", code="not_carried"
        )
    if meeting.body != BOARD:
        raise UserError("That is no meeting of the Board.", what_to_do="Choose one.", code="no_board")
    require_state(meeting, AHEAD, "Choose a meeting that is still ahead.")
    twice = [i for i in tx.record.where(AgendaItem, "recommendation", motion.id) if i.meeting == meeting.id]
    if twice:
        raise UserError(f"It stands on that agenda as item {twice[0].position}.", code="placed")
    insert(tx, replace(board_item(tx.record, motion, meeting), id=new_item_id(tx, tx.record, meeting.id)))
