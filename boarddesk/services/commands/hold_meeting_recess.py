"""A pause within a meeting, and going on after it."""

from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting, MeetingState, Recess
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_moment, require_state


@dataclass(frozen=True, slots=True)
class RecessMeeting(Command):
    """The meeting pauses at `at`."""

    meeting: str
    at: datetime

    def label(self, record: Record) -> str:
        """The deed in words."""
        del record
        return f"Recess at {self.at:%H:%M}"


@dataclass(frozen=True, slots=True)
class ResumeMeeting(Command):
    """The meeting goes on at `at`."""

    meeting: str
    at: datetime

    def label(self, record: Record) -> str:
        """The deed in words."""
        del record
        return f"Resume at {self.at:%H:%M}"


def open_recess(record: Record, meeting: Meeting) -> Recess | None:
    """The recess that has not ended, or None."""
    return next((r for r in record.where(Recess, "meeting", meeting.id) if r.end is None), None)


@handles(RecessMeeting)
def recess_meeting(command: RecessMeeting, tx: Transaction) -> None:
    """Begin a recess."""
    meeting = find_meeting(tx.record, command.meeting)
    require_state(meeting, {MeetingState.IN_SESSION}, "Only a meeting in session can recess.")
    require_moment(tx.record, meeting, command.at)
    if meeting.called_to_order is not None and command.at < meeting.called_to_order:
        raise UserError(
            f"The meeting was called to order at {meeting.called_to_order:%H:%M}, after {command.at:%H:%M}.",
            what_to_do="Give a later time.",
            code="before_call",
        )
    tx.put(
        Recess(id=tx.new_id(Recess, f"{meeting.id}-recess"), meeting=meeting.id, start=command.at),
        replace(meeting, state=MeetingState.RECESSED),
    )


@handles(ResumeMeeting)
def resume_meeting(command: ResumeMeeting, tx: Transaction) -> None:
    """End the recess."""
    meeting = find_meeting(tx.record, command.meeting)
    require_state(meeting, {MeetingState.RECESSED}, "Only a meeting in recess can resume.")
    require_moment(tx.record, meeting, command.at)
    pause = open_recess(tx.record, meeting)
    if pause is not None:
        if command.at < pause.start:
            raise UserError(
                f"The recess began at {pause.start:%H:%M}, after {command.at:%H:%M}.",
                what_to_do="Give a later time.",
                code="before_recess",
            )
        tx.put(replace(pause, end=command.at))
    tx.put(replace(meeting, state=MeetingState.IN_SESSION))
