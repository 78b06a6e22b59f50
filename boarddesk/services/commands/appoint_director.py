"""A person becomes a director: in a vacant or newly created seat, or in office from the beginning of the record."""

from dataclasses import dataclass
from datetime import date

from boarddesk.domain.people import Appointment, How
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.entry import require_possible
from boarddesk.services.people import term_end_year


@dataclass(frozen=True, slots=True)
class AppointDirector(Command):
    """A term in one class; without `term_ends_year` it ends at the class's next election (§223(b))."""

    person: str
    class_: str
    start: date
    seat: str = ""
    how: How = How.APPOINTED
    term_ends_year: int | None = None
    motion: str | None = None
    note: str = ""

    def label(self, record: Record) -> str:
        """“Appoint Ingrid Sørhaug to seat I-1”."""
        seat = f" to seat {self.seat}" if self.seat else ""
        verb = "Enter" if self.how is How.INITIAL else "Appoint"
        return f"{verb} {name_of(record, self.person)}{seat}"


@handles(AppointDirector)
def appoint_director(command: AppointDirector, tx: Transaction) -> None:
    """Open the term, naming the one it follows in that seat."""
    before = tx.record
    ends = command.term_ends_year or term_end_year(before, command.class_, command.start, command.how)
    tx.put(
        Appointment(
            id=tx.new_id(Appointment, f"{command.person}-{command.start.year}"),
            person=command.person,
            class_=command.class_,
            seat=command.seat.strip(),
            how=command.how,
            start=command.start,
            term_ends_year=ends,
            motion=command.motion,
            replaces=_follows(before, command),
            note=command.note.strip(),
        )
    )
    require_possible(tx, before)


def _follows(record: Record, command: AppointDirector) -> str | None:
    gone = [
        term
        for term in record.where(Appointment, "seat", command.seat)
        if command.seat and term.end is not None and term.end <= command.start
    ]
    return max(gone, key=lambda term: (term.end or command.start, term.id)).id if gone else None
