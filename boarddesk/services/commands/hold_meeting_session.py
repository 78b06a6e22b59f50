"""Open the independent directors' session of a regular board meeting: a record of its own."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import BOARD, INDEPENDENT, Meeting, MeetingKind
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_takes_place, today_of
from boarddesk.services.presiding import default_presider, session_of
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class OpenSession(Command):
    """The session that follows a regular board meeting; without a time, when the meeting ends."""

    parent: str
    starts: datetime | None = None

    def label(self, record: Record) -> str:
        """The deed in words."""
        return f"Open the independent session of {short_day(find_meeting(record, self.parent).day)}"


@handles(OpenSession)
def open_session(command: OpenSession, tx: Transaction) -> None:
    """One session a meeting, never a meeting of the Board."""
    parent = find_meeting(tx.record, command.parent)
    require_takes_place(parent)
    if parent.body != BOARD or parent.kind is not MeetingKind.REGULAR:
        raise UserError(
            "The independent session follows a regular meeting of the Board.",
            what_to_do="Open it there.",
            code="no_regular_meeting",
        )
    if session_of(tx.record, parent) is not None:
        raise UserError("This meeting has its session already.", what_to_do="Open that one.", code="exists")
    starts = command.starts or parent.adjourned or parent.ends or parent.starts
    minutes = tx.record.company.habits.session_minutes
    session = Meeting(
        id=tx.new_id(Meeting, f"session-{parent.day:%Y-%m-%d}"),
        body=INDEPENDENT,
        kind=MeetingKind.SESSION,
        starts=starts.replace(second=0),
        ends=starts.replace(second=0) + timedelta(minutes=minutes),
        all_day=parent.all_day and command.starts is None,
        time_zone=parent.time_zone,
        place=parent.place,
        parent=parent.id,
        scheduled_on=today_of(tx.record),
    )
    person, basis = default_presider(tx.record, session)
    tx.put(replace(session, presiding=person, presiding_basis=basis))
