"""Record that a meeting failed for want of a quorum."""

from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AHEAD, MeetingState
from boarddesk.domain.presence import roll_taken
from boarddesk.domain.quorum import quorum_at
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import items_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import RUNNING, find_meeting, require_moment, require_state
from boarddesk.services.quorum_words import needed_words
from boarddesk.services.sittings import open_recess


@dataclass(frozen=True, slots=True)
class FailForWantOfQuorum(Command):
    """Nobody could act: those present separated at `at` without a quorum."""

    meeting: str
    at: datetime
    note: str = ""

    def label(self, record: Record) -> str:
        """The deed in words."""
        del record
        return "Record that the meeting failed for want of a quorum"


@handles(FailForWantOfQuorum)
def fail_for_want_of_quorum(command: FailForWantOfQuorum, tx: Transaction) -> None:
    """Only where the roll was taken and shows no quorum of any body that sits; a recess ends with it."""
    meeting = find_meeting(tx.record, command.meeting)
    require_state(meeting, AHEAD | RUNNING, "It has ended already.")
    require_moment(tx.record, meeting, command.at)
    if not roll_taken(tx.record, meeting):
        raise UserError("Nobody's presence or absence is on record.", what_to_do="Take the roll first.", code="no_roll")
    quorums = [quorum_at(tx.record, meeting, command.at, body) for body in meeting.bodies]
    able = [quorum for quorum in quorums if quorum.met is not False]
    if able:
        said = needed_words(able[0]) if able[0].met else "No number is on record that a quorum would need."
        raise UserError(said, what_to_do="Adjourn the meeting instead.", code="quorum_there")
    pause = open_recess(tx.record, meeting)
    if pause is not None:
        tx.put(replace(pause, end=command.at))
    for item in items_of(tx.record, meeting.id):
        if item.started is not None and item.ended is None:
            tx.put(replace(item, ended=command.at))
    tx.put(
        replace(
            meeting,
            state=MeetingState.FAILED_QUORUM,
            adjourned=command.at,
            reason=command.note or meeting.reason,
        )
    )
