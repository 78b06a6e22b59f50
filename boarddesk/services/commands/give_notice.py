"""Record that notice of a meeting was given: it can be corrected by a new entry, not undone."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting, MeetingState
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.move_meeting import require_ahead
from boarddesk.services.words import meeting_name, short_day


@dataclass(frozen=True, slots=True)
class GiveNotice(Command):
    """Notice of a meeting given on a day, in a manner such as “by e-mail to each director”."""

    undoable: ClassVar[bool] = False

    meeting: str
    given_on: date
    manner: str = ""

    def label(self, record: Record) -> str:
        """“Notice given: Board, regular meeting, 3 Dec 2026”."""
        meeting = record.find(Meeting, self.meeting)
        return f"Notice given: {meeting_name(record, meeting)}" if meeting else "Notice given"


@handles(GiveNotice)
def give_notice(command: GiveNotice, tx: Transaction) -> None:
    """Note day and manner; a later entry replaces an earlier one."""
    meeting = tx.record.get(Meeting, command.meeting)
    require_ahead(meeting, "noticed")
    if command.given_on > meeting.day:
        raise UserError(
            f"The meeting is on {short_day(meeting.day)}, before that.", what_to_do="Correct the date.", code="late"
        )
    tx.put(
        replace(meeting, state=MeetingState.NOTICED, notice_on=command.given_on, notice_manner=command.manner.strip())
    )
