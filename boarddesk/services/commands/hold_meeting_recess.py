"""A pause within a meeting, overnight too, and going on after it."""

from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting, MeetingState, PresenceKind, PresenceStamp, Recess
from boarddesk.domain.presence import present_at
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_moment, require_state
from boarddesk.services.presence_checks import next_order
from boarddesk.services.sittings import open_recess, time_at


@dataclass(frozen=True, slots=True)
class RecessMeeting(Command):
    """The meeting pauses at `at`."""

    meeting: str
    at: datetime

    def label(self, record: Record) -> str:
        """The deed in words."""
        return f"Recess at {time_at(find_meeting(record, self.meeting), self.at)}"


@dataclass(frozen=True, slots=True)
class ResumeMeeting(Command):
    """The meeting goes on at `at`, on the same day or a later one; `gone` did not come back."""

    meeting: str
    at: datetime
    gone: tuple[str, ...] = ()

    def label(self, record: Record) -> str:
        """The deed in words."""
        return f"Resume at {time_at(find_meeting(record, self.meeting), self.at)}"


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
    """End the recess; whoever is gone left with it."""
    meeting = find_meeting(tx.record, command.meeting)
    require_state(meeting, {MeetingState.RECESSED}, "Only a meeting in recess can resume.")
    require_moment(tx.record, meeting, command.at)
    pause = open_recess(tx.record, meeting)
    if pause is not None:
        if command.at < pause.start:
            raise UserError(
                f"The recess began at {time_at(meeting, pause.start)}, after {time_at(meeting, command.at)}.",
                what_to_do="Give a later time.",
                code="before_recess",
            )
        _leave(tx, meeting, pause, command.gone)
        tx.put(replace(pause, end=command.at))
    tx.put(replace(meeting, state=MeetingState.IN_SESSION))


def _leave(tx: Transaction, meeting: Meeting, pause: Recess, gone: tuple[str, ...]) -> None:
    """Those who did not come back left when the recess began."""
    here = {stay.person for stay in present_at(tx.record, meeting, pause.start)}
    order = next_order(tx.record, meeting.id)
    for place, person in enumerate(gone):
        if person not in here:
            raise UserError(
                f"{name_of(tx.record, person)} was not present when the recess began.",
                what_to_do="Leave that name out.",
                code="not_here",
            )
        stamp = tx.new_id(PresenceStamp, f"{meeting.id}-{person}")
        tx.put(PresenceStamp(id=stamp, meeting=meeting.id, person=person, kind=PresenceKind.LEFT, at=pause.start,
                             order=order + place))  # fmt: skip
