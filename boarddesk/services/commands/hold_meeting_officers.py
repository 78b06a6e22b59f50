"""Who presides over a meeting and who records it."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import PresidingBasis
from boarddesk.domain.quorum import members_at
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class ChoosePresiding(Command):
    """The person who presides, why that person, and who chose them where others did."""

    meeting: str
    person: str
    basis: PresidingBasis
    note: str = ""

    def label(self, record: Record) -> str:
        """“Ingrid Sørhaug presides”."""
        return f"{name_of(record, self.person)} presides"


@handles(ChoosePresiding)
def choose_presiding(command: ChoosePresiding, tx: Transaction) -> None:
    """Only a member of the body presides over it."""
    meeting = find_meeting(tx.record, command.meeting)
    require_takes_place(meeting)
    if command.person not in members_at(tx.record, meeting):
        raise UserError(
            f"{name_of(tx.record, command.person)} is not a member of this body on {short_day(meeting.day)}.",
            what_to_do="Choose a member.",
            code="not_member",
        )
    tx.put(
        replace(meeting, presiding=command.person, presiding_basis=command.basis, presiding_note=command.note.strip())
    )


@dataclass(frozen=True, slots=True)
class ChooseRecording(Command):
    """The person who records the meeting; None where nobody does."""

    meeting: str
    person: str | None

    def label(self, record: Record) -> str:
        """“Eleanor Tashiro-Vance records the meeting”."""
        return f"{name_of(record, self.person) or 'Nobody'} records the meeting"


@handles(ChooseRecording)
def choose_recording(command: ChooseRecording, tx: Transaction) -> None:
    """Anybody may record."""
    meeting = find_meeting(tx.record, command.meeting)
    require_takes_place(meeting)
    tx.put(replace(meeting, recording=command.person))
