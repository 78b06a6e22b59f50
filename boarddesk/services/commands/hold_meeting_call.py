"""Call a meeting to order, and record that all could hear each other."""

from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from boarddesk.domain.meetings import AHEAD, ItemType, MeetingState, PresidingBasis
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import items_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import (
    find_meeting,
    refuse_impossible,
    require_begun,
    require_moment,
    require_state,
)
from boarddesk.services.presiding import default_presider, default_recorder
from boarddesk.services.words import meeting_name


@dataclass(frozen=True, slots=True)
class CallToOrder(Command):
    """The meeting begins at `at`; without a presider the one who presides by office is taken."""

    meeting: str
    at: datetime
    presiding: str | None = None
    basis: PresidingBasis | None = None
    note: str = ""
    recording: str | None = None

    def label(self, record: Record) -> str:
        """“Call Board, special meeting, 12 Nov 2026 to order”."""
        return f"Call {meeting_name(record, find_meeting(record, self.meeting))} to order"


@handles(CallToOrder)
def call_to_order(command: CallToOrder, tx: Transaction) -> None:
    """The meeting is in session from then on, and with it the item of that name."""
    meeting = find_meeting(tx.record, command.meeting)
    require_state(meeting, AHEAD, "Correct its times instead.")
    require_moment(tx.record, meeting, command.at)
    person, basis = default_presider(tx.record, meeting)
    if command.presiding is not None:
        person, basis = command.presiding, command.basis
    begun = replace(
        meeting,
        state=MeetingState.IN_SESSION,
        called_to_order=command.at,
        presiding=person or meeting.presiding,
        presiding_basis=basis or meeting.presiding_basis,
        presiding_note=command.note or meeting.presiding_note,
        recording=command.recording or meeting.recording or default_recorder(tx.record, meeting),
    )
    refuse_impossible(tx.record, [begun])
    tx.put(begun)
    first = next(iter(items_of(tx.record, meeting.id)), None)
    if first is not None and first.type is ItemType.CALL_TO_ORDER and first.started is None:
        tx.put(replace(first, started=command.at))


@dataclass(frozen=True, slots=True)
class StateHearing(Command):
    """The one statement of a meeting that all could hear each other (8 Del. C. §141(i)); None takes it back."""

    meeting: str
    could_hear: bool | None
    at: datetime | None = None

    def label(self, record: Record) -> str:
        """The deed in words."""
        del record
        return "Take back that all can hear each other" if self.could_hear is None else "All can hear each other"


@handles(StateHearing)
def state_hearing(command: StateHearing, tx: Transaction) -> None:
    """Keep the statement with its time; it is never assumed from the way people take part."""
    meeting = find_meeting(tx.record, command.meeting)
    require_begun(meeting)
    require_moment(tx.record, meeting, command.at)
    said = command.could_hear is not None
    tx.put(replace(meeting, could_hear=command.could_hear, could_hear_at=command.at if said else None))
