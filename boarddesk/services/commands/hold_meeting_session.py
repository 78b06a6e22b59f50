"""Open the independent directors' session of a regular board meeting: a record of its own."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import BOARD, INDEPENDENT, Meeting, MeetingKind, PresidingBasis
from boarddesk.domain.presence import Stay, present_at
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.hold_meeting_call import CallToOrder, call_to_order
from boarddesk.services.commands.presence_roll import RollEntry, TakeRoll, take_roll
from boarddesk.services.independence_on import independent_on
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
    _opened(tx, command.parent, command.starts)


@dataclass(frozen=True, slots=True)
class BeginSession(Command):
    """The session begins at `at` with the independent directors who were at the Board meeting when it ended.

    Nobody else comes over: neither the chief executive nor management nor guests. Without a presider the
    Lead Independent Director presides, or whoever was chosen before.
    """

    parent: str
    at: datetime
    presiding: str | None = None
    basis: PresidingBasis | None = None
    note: str = ""

    def label(self, record: Record) -> str:
        """“Begin the independent session of 22 Oct 2026”."""
        return f"Begin the independent session of {short_day(find_meeting(record, self.parent).day)}"


@handles(BeginSession)
def begin_session(command: BeginSession, tx: Transaction) -> None:
    """Open it where it is not there, take its roll and call it to order."""
    parent = find_meeting(tx.record, command.parent)
    session = session_of(tx.record, parent) or _opened(tx, parent.id, command.at)
    entries = tuple(RollEntry(stay.person, mode=stay.mode) for stay in comes_over(tx.record, parent, command.at))
    if not entries:
        raise UserError(
            "No independent director was present when the Board meeting ended.",
            what_to_do="Open the session and take its roll there.",
            code="nobody",
        )
    take_roll(TakeRoll(session.id, entries, command.at), tx)
    person, basis, note = command.presiding, command.basis, command.note
    if person is None and session.presiding is not None:
        person, basis, note = session.presiding, session.presiding_basis, session.presiding_note
    call_to_order(CallToOrder(session.id, command.at, person, basis, note), tx)


def comes_over(record: Record, parent: Meeting, at: datetime) -> tuple[Stay, ...]:
    """The independent directors present when the Board meeting ended, or at `at`, in the way they took part."""
    stays = present_at(record, parent, parent.adjourned or at)
    return tuple(stay for stay in stays if independent_on(record, stay.person, at.date()))


def _opened(tx: Transaction, parent_id: str, begins: datetime | None) -> Meeting:
    parent = find_meeting(tx.record, parent_id)
    require_takes_place(parent)
    if parent.body != BOARD or parent.kind is not MeetingKind.REGULAR:
        raise UserError(
            "The independent session follows a regular meeting of the Board.",
            what_to_do="Open it there.",
            code="no_regular_meeting",
        )
    if session_of(tx.record, parent) is not None:
        raise UserError("This meeting has its session already.", what_to_do="Open that one.", code="exists")
    starts = (begins or parent.adjourned or parent.ends or parent.starts).replace(second=0)
    session = Meeting(
        id=tx.new_id(Meeting, f"session-{parent.day:%Y-%m-%d}"),
        body=INDEPENDENT,
        kind=MeetingKind.SESSION,
        starts=starts,
        ends=starts + timedelta(minutes=tx.record.company.habits.session_minutes),
        all_day=parent.all_day and begins is None,
        time_zone=parent.time_zone,
        place=parent.place,
        parent=parent.id,
        scheduled_on=today_of(tx.record),
    )
    person, basis = default_presider(tx.record, session)
    session = replace(session, presiding=person, presiding_basis=basis)
    tx.put(session)
    return session
