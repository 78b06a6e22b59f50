"""An election by the stockholders: the ballot, the count, and the terms it closes and opens in one step."""

from dataclasses import dataclass
from datetime import date

import msgspec

from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.people import Appointment, EndReason, How
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointments_on, directors_on
from boarddesk.services.ballot_seats import Candidate, require_own_seats, require_reason, seats_taken
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.entry import require_possible
from boarddesk.services.people import term_end_year
from boarddesk.services.places_of_directors import end_places
from boarddesk.services.words import short_day

__all__ = ["Candidate", "ElectDirectors", "ballot_words"]


@dataclass(frozen=True, slots=True)
class ElectDirectors(Command):
    """One class's election; who is seated serves from that day to the class's next election.

    The term before ends the same day, and with it the places on committees of who leaves. An incumbent
    whom nobody follows holds over: nothing ends.
    """

    held_on: date
    class_: str
    seats: int
    candidates: tuple[Candidate, ...]
    meeting: str | None = None
    shares_outstanding: int | None = None
    shares_present: int | None = None
    quorum: bool | None = None
    note: str = ""

    def label(self, record: Record) -> str:
        """“Election of class I on 14 May 2026”."""
        del record
        return f"Election of {ballot_words(self.class_)} on {short_day(self.held_on)}"


def ballot_words(class_: str) -> str:
    """Whom an election elects: “class I”, or “directors” where there are no classes."""
    return f"class {class_}" if class_ else "directors"


@handles(ElectDirectors)
def elect_directors(command: ElectDirectors, tx: Transaction) -> None:
    """Write ballot and count, then close and open the terms."""
    before = tx.record
    election = Election(
        id=tx.new_id(Election, f"{command.held_on.year}-class-{command.class_}"),
        held_on=command.held_on,
        class_=command.class_,
        seats=command.seats,
        meeting=command.meeting,
        shares_outstanding=command.shares_outstanding,
        shares_present=command.shares_present,
        quorum=command.quorum,
        note=command.note.strip(),
    )
    tx.put(election)
    for one in command.candidates:
        fields = {name: getattr(one, name) for name in Candidate.__struct_fields__ if name != "seat"}
        wish = f"{election.id}-{one.person}"
        tx.put(Nominee(id=tx.new_id(Nominee, wish), election=election.id, class_=command.class_, **fields))
    require_reason(tx.record, election)
    require_own_seats(command.candidates)
    seats = seats_taken(before, command.held_on, command.class_, command.candidates)
    for one in command.candidates:
        if one.seated:
            open_term(tx, election, one.person, seats[one.person])
    for person in directors_on(before, command.held_on):
        if person not in directors_on(tx.record, command.held_on):
            end_places(tx, person, command.held_on, EndReason.TERM_ENDED)
    require_possible(tx, before)


def open_term(tx: Transaction, election: Election, person: str, seat: str, end: date | None = None) -> None:
    """Seat somebody by an election; their own term before and that of whoever held the seat end the same day."""
    day, followed = election.held_on, None
    for term in appointments_on(tx.record, day):
        if term.person == person or (seat and term.seat == seat):
            tx.put(msgspec.structs.replace(term, end=day, end_reason=EndReason.TERM_ENDED))
            followed = term.id if term.seat == seat else followed
    tx.put(
        Appointment(
            id=tx.new_id(Appointment, f"{person}-{day.year}"),
            person=person,
            class_=election.class_,
            seat=seat,
            how=How.ELECTED,
            start=day,
            term_ends_year=term_end_year(tx.record, election.class_, day, How.ELECTED),
            end=end,
            end_reason=EndReason.TERM_ENDED if end else None,
            election=election.id,
            replaces=followed,
        )
    )
