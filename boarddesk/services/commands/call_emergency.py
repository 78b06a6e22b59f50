"""Call an emergency meeting: a special one, at the shortest notice that the bylaws allow or on waivers."""

from dataclasses import dataclass
from datetime import date, datetime

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import INDEPENDENT, STOCKHOLDERS, Meeting, MeetingKind
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.words import body_short, short_day


@dataclass(frozen=True, slots=True)
class CallEmergencyMeeting(Command):
    """A special meeting of the Board or a committee, called in an emergency for a stated purpose."""

    body: str
    starts: datetime
    scheduled_on: date
    purpose: str
    caller: str | None = None
    dial_in: str = ""
    place: str = ""

    def label(self, record: Record) -> str:
        """“Call an emergency meeting of the Board, 12 Nov 2026”."""
        return f"Call an emergency meeting: {body_short(record, self.body)}, {short_day(self.starts.date())}"


@handles(CallEmergencyMeeting)
def call_emergency_meeting(command: CallEmergencyMeeting, tx: Transaction) -> None:
    """Put it on the calendar with what it is called for."""
    if command.body in {STOCKHOLDERS, INDEPENDENT}:
        raise UserError(
            "Only the Board or a committee meets in an emergency.",
            what_to_do="Choose another body.",
            code="no_emergency",
        )
    if not command.purpose.strip():
        raise UserError("An emergency meeting is called for a purpose.", what_to_do="Say what for.", code="no_purpose")
    tx.put(
        Meeting(
            id=tx.new_id(Meeting, f"{command.starts:%Y-%m-%d}-{command.body}"),
            body=command.body,
            kind=MeetingKind.SPECIAL,
            starts=command.starts,
            place=command.place.strip(),
            scheduled_on=command.scheduled_on,
            purpose=command.purpose.strip(),
            caller=command.caller,
            dial_in=command.dial_in.strip(),
            emergency=True,
        )
    )
