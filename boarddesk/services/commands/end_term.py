"""A director leaves office, or says that they will not stand again."""

from dataclasses import dataclass
from datetime import date

import msgspec

from boarddesk.domain.people import Appointment, EndReason
from boarddesk.domain.record import Record
from boarddesk.domain.terms import directors_on, name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.entry import require_possible
from boarddesk.services.places_of_directors import end_places, resume_places

LABELS = {
    EndReason.RESIGNED: "Resignation of",
    EndReason.RETIRED: "Retirement of",
    EndReason.REMOVED: "Removal of",
    EndReason.DIED: "Death of",
}


@dataclass(frozen=True, slots=True)
class EndTerm(Command):
    """A director leaves on `end`, the first day out of office; `notice_on` is the day notice came (§141(b)).

    Seats on committees and the roles of a director end with it.
    """

    appointment: str
    end: date
    reason: EndReason
    notice_on: date | None = None
    note: str = ""

    def label(self, record: Record) -> str:
        """“Resignation of Harriet Dunmore-Vale”."""
        who = name_of(record, record.get(Appointment, self.appointment).person)
        return f"{LABELS.get(self.reason, 'End of the term of')} {who}"


@handles(EndTerm)
def end_term(command: EndTerm, tx: Transaction) -> None:
    """Set the end of the term and of what depends on it."""
    before = tx.record
    term = before.get(Appointment, command.appointment)
    note = command.note.strip() or term.note
    tx.put(
        msgspec.structs.replace(
            term, end=command.end, end_reason=command.reason, notice_on=command.notice_on, note=note
        )
    )
    end_places(tx, term.person, command.end, command.reason)
    require_possible(tx, before)


@dataclass(frozen=True, slots=True)
class WillNotStand(Command):
    """The day a director said that they will not stand again; None takes it back."""

    appointment: str
    on: date | None

    def label(self, record: Record) -> str:
        """“Thérèse Kouadjané will not stand again”."""
        who = name_of(record, record.get(Appointment, self.appointment).person)
        return f"{who} will not stand again" if self.on else f"{who} will stand again"


@handles(WillNotStand)
def will_not_stand(command: WillNotStand, tx: Transaction) -> None:
    """Note it on the term; nothing ends."""
    term = tx.record.get(Appointment, command.appointment)
    tx.put(msgspec.structs.replace(term, will_not_stand_on=command.on))


@dataclass(frozen=True, slots=True)
class EditTerm(Command):
    """A term as it should read: for a slip of the pen in class, seat or dates.

    Where its end moves and the director leaves the board with it, places on committees end with it anew.
    """

    appointment: Appointment

    def label(self, record: Record) -> str:
        """“Correct a term of Ingrid Sørhaug”."""
        return f"Correct a term of {name_of(record, self.appointment.person)}"


@handles(EditTerm)
def edit_term(command: EditTerm, tx: Transaction) -> None:
    """Replace the term's row, and move what ended with it."""
    before, term = tx.record, command.appointment
    there = before.get(Appointment, term.id)
    tx.put(term)
    if term.end != there.end:
        if there.end is not None and term.person not in directors_on(before, there.end):
            resume_places(tx, term.person, there.end, there.end_reason)
        if term.end is not None and term.person not in directors_on(tx.record, term.end):
            end_places(tx, term.person, term.end, term.end_reason or EndReason.OTHER)
    require_possible(tx, before)
