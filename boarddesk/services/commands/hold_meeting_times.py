"""Correct when a meeting was called to order and adjourned."""

from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import BEGUN
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.live_order import last_entry
from boarddesk.services.meeting_checks import (
    RUNNING,
    find_meeting,
    refuse_impossible,
    require_moment,
    require_state,
)


@dataclass(frozen=True, slots=True)
class CorrectTimes(Command):
    """The times as they were; an adjournment is only corrected once there was one."""

    meeting: str
    called_to_order: datetime | None
    adjourned: datetime | None = None

    def label(self, record: Record) -> str:
        """The deed in words."""
        del record
        return "Correct the times of the meeting"


@handles(CorrectTimes)
def correct_times(command: CorrectTimes, tx: Transaction) -> None:
    """Replace both times."""
    meeting = find_meeting(tx.record, command.meeting)
    require_state(meeting, BEGUN, "Call it to order first.")
    if meeting.state in RUNNING and command.adjourned is not None:
        raise UserError("The meeting has not ended.", what_to_do="Adjourn it instead.", code="wrong_state")
    changed = replace(meeting, called_to_order=command.called_to_order, adjourned=command.adjourned)
    refuse_impossible(tx.record, [changed])
    for at in (command.called_to_order, command.adjourned):
        require_moment(tx.record, replace(meeting, adjourned=None), at)
    latest = last_entry(tx.record, meeting)
    if command.adjourned is not None and latest is not None and latest > command.adjourned:
        raise UserError(
            f"The record has an entry at {latest:%H:%M}, after {command.adjourned:%H:%M}.",
            what_to_do="Correct that entry, or give a later time.",
            code="entry_after",
        )
    tx.put(changed)
