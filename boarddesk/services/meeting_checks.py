"""What the commands of a meeting check alike: that it is there, in the right state, at a time that can be."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from boarddesk.common import clock
from boarddesk.common.errors import UserError
from boarddesk.domain.checks import impossible
from boarddesk.domain.committees import Committee
from boarddesk.domain.meetings import BEGUN, CALLED_OFF, Meeting, MeetingState
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.services.entry import refuse
from boarddesk.services.sittings import last_day, sitting_days, time_at
from boarddesk.services.words import joined, moment_words, short_day

RUNNING = frozenset({MeetingState.IN_SESSION, MeetingState.RECESSED})
STATE_WORDS = {
    MeetingState.PLANNED: "is planned and has not begun",
    MeetingState.NOTICED: "has been called but has not begun",
    MeetingState.IN_SESSION: "is in session",
    MeetingState.RECESSED: "is in recess",
    MeetingState.HELD: "has ended",
    MeetingState.ADJOURNED: "was adjourned to a later date",
    MeetingState.POSTPONED: "was postponed",
    MeetingState.CANCELLED: "was cancelled",
    MeetingState.FAILED_QUORUM: "failed for want of a quorum",
}


def today_of(record: Record) -> date:
    """The day the file is read on: its own where it has one, else today."""
    return record.company.read_as_of or clock.today()


def find_meeting(record: Record, meeting: str) -> Meeting:
    """The meeting; UserError where it is no longer there."""
    found = record.find(Meeting, meeting)
    if found is None:
        raise UserError(
            "The meeting is no longer in the file.", what_to_do="Choose another meeting.", code="no_meeting"
        )
    return found


def require_state(meeting: Meeting, allowed: Collection[MeetingState], what_to_do: str = "") -> None:
    """Refuse unless the meeting stands in one of the allowed states."""
    if meeting.state not in allowed:
        raise UserError(f"The meeting {STATE_WORDS[meeting.state]}.", what_to_do=what_to_do, code="wrong_state")


def require_takes_place(meeting: Meeting) -> None:
    """Refuse what only a meeting that takes place can have."""
    if meeting.state in CALLED_OFF:
        raise UserError(
            f"The meeting {STATE_WORDS[meeting.state]}.",
            what_to_do="Record this with the meeting that takes place.",
            code="wrong_state",
        )


def require_begun(meeting: Meeting) -> None:
    """Refuse what happens only at a meeting that was called to order."""
    if meeting.state not in BEGUN:
        raise UserError(
            f"The meeting {STATE_WORDS[meeting.state]}.", what_to_do="Call it to order first.", code="not_begun"
        )


def require_moment(record: Record, meeting: Meeting, at: datetime | None) -> None:
    """Refuse a time on a day on which it does not sit, in the future, or after the adjournment."""
    if at is None:
        return
    if not meeting.day <= at.date() <= last_day(record, meeting):
        days = joined([short_day(day) for day in sitting_days(record, meeting)])
        raise UserError(
            f"The meeting is on {days}; {moment_words(at)} is another day.",
            what_to_do="Give a time on the day of the meeting, or move the meeting.",
            code="other_day",
        )
    if at.date() > today_of(record) and at.date() == meeting.day:
        raise UserError(
            f"The meeting is on {short_day(meeting.day)}, which is still ahead.",
            what_to_do="Move it to today, or wait for its day.",
            code="still_ahead",
        )
    if meeting.adjourned is not None and at > meeting.adjourned:
        raise UserError(
            f"The meeting was adjourned at {time_at(meeting, meeting.adjourned)}, before {time_at(meeting, at)}.",
            what_to_do="Give an earlier time, or correct the time of adjournment.",
            code="after_adjournment",
        )


def refuse_impossible(record: Record, rows: Iterable[Row]) -> None:
    """Refuse rows that state what cannot be so, naming the first fault; `record` is the one changed."""
    part = Record.of([*record.all(Person), *record.all(Committee), *rows])
    refuse(*impossible(part))
