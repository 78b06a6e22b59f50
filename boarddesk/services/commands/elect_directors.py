"""An election by the stockholders: the ballot, the count, and the terms it closes and opens in one step."""

from dataclasses import dataclass
from datetime import date

import msgspec

from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.people import Appointment, EndReason, How
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointments_on, seats_on
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.entry import require_possible
from boarddesk.services.people import term_end_year
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class Candidate:
    """One name on the ballot; shares are whole votes. `seat` is only needed where it cannot be worked out."""

    person: str
    shares_for: int | None = None
    withheld: int | None = None
    broker_non_votes: int | None = None
    seated: bool = True
    seat: str = ""
    nominated_by: str | None = None


@dataclass(frozen=True, slots=True)
class ElectDirectors(Command):
    """One class's election; who is seated serves from that day to the class's next election.

    The term before ends the same day. An incumbent whom nobody follows holds over: nothing ends.
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
        return f"Election of class {self.class_} on {short_day(self.held_on)}"


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
        fields = {name: getattr(one, name) for name in Candidate.__slots__ if name != "seat"}
        wish = f"{election.id}-{one.person}"
        tx.put(Nominee(id=tx.new_id(Nominee, wish), election=election.id, class_=command.class_, **fields))
    seats = seats_taken(before, command)
    for one in command.candidates:
        if one.seated:
            _open_term(tx, command, election.id, one.person, seats[one.person])
    require_possible(tx, before)


def seats_taken(record: Record, command: ElectDirectors) -> dict[str, str]:
    """The seat each candidate seated takes: their own, a named one, a vacant one, or that of one who is not seated.

    Of those not seated, whoever said that they will not stand again goes first.
    """
    day, seated = command.held_on, [one for one in command.candidates if one.seated]
    terms = [term for term in appointments_on(record, day) if term.class_ == command.class_]
    taken = {one.person: one.seat for one in seated if one.seat}
    own = {term.person: term.seat for term in terms}
    taken |= {one.person: own[one.person] for one in seated if one.person in own and one.person not in taken}
    vacant = [s.label for s in seats_on(record, day) if s.person is None and s.class_ == command.class_ and s.label]
    leaving = sorted((t for t in terms if t.person not in taken), key=lambda t: t.will_not_stand_on is None)
    free = [label for label in (*vacant, *(term.seat for term in leaving)) if label not in taken.values()]
    for one in seated:
        if one.person not in taken:
            taken[one.person] = free.pop(0) if free else ""
    return taken


def _open_term(tx: Transaction, command: ElectDirectors, election: str, person: str, seat: str) -> None:
    day, followed = command.held_on, None
    for term in appointments_on(tx.record, day):
        if term.person == person or (seat and term.seat == seat):
            tx.put(msgspec.structs.replace(term, end=day, end_reason=EndReason.TERM_ENDED))
            followed = term.id if term.seat == seat else followed
    tx.put(
        Appointment(
            id=tx.new_id(Appointment, f"{person}-{day.year}"),
            person=person,
            class_=command.class_,
            seat=seat,
            how=How.ELECTED,
            start=day,
            term_ends_year=term_end_year(tx.record, command.class_, day, How.ELECTED),
            election=election,
            replaces=followed,
        )
    )
