"""Correct the count or the outcome of an election; the terms follow the outcome where that is wanted."""

from dataclasses import dataclass
from datetime import date

import msgspec

from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.people import Appointment, EndReason
from boarddesk.domain.plurality import was_seated
from boarddesk.domain.record import Record
from boarddesk.domain.terms import directors_on
from boarddesk.services.ballot_seats import Candidate, require_reason, seats_taken
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.elect_directors import ballot_words, open_term
from boarddesk.services.entry import require_possible
from boarddesk.services.places_of_directors import end_places, resume_places
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class EditElection(Command):
    """The election and its ballot as they should read.

    With `move_seats`, who turns out not to have been seated loses the term that the election opened, and who
    turns out to have been seated gets one; terms and places that it ended for the former run on. What began
    and ended on its day moves with the day.
    """

    election: Election
    nominees: tuple[Nominee, ...]
    move_seats: bool = False

    def label(self, record: Record) -> str:
        """“Correct the election of class I on 14 May 2026”; its first count is recorded."""
        nominees = record.where(Nominee, "election", self.election.id)
        first = all(nominee.shares_for is None for nominee in nominees)
        what = f"election of {ballot_words(self.election.class_)} on {short_day(self.election.held_on)}"
        return f"Count the {what}" if first else f"Correct the {what}"


@handles(EditElection)
def edit_election(command: EditElection, tx: Transaction) -> None:
    """Replace the rows; candidates that are no longer named go."""
    before = tx.record
    kept = {nominee.id for nominee in command.nominees}
    there = before.where(Nominee, "election", command.election.id)
    were = before.get(Election, command.election.id)
    tx.put(command.election, *command.nominees)
    tx.remove(Nominee, *(nominee.id for nominee in there if nominee.id not in kept))
    require_reason(tx.record, command.election)
    if command.move_seats:
        _redate(tx, were, command.election.held_on)
        sat = {nominee.person: None for nominee in there if was_seated(before, were, nominee)}
        _move_seats(tx, command, sat, {nominee.person: None for nominee in command.nominees if nominee.seated})
        require_possible(tx, before)


def _move_seats(tx: Transaction, command: EditElection, were: dict[str, None], are: dict[str, None]) -> None:
    election, day = command.election, command.election.held_on
    serving = directors_on(tx.record, day)
    for term in tx.record.where(Appointment, "election", election.id):
        if term.person in were and term.person not in are:
            _withdraw(tx, term)
    ballot = [Candidate(person) for person in are]
    seats = seats_taken(tx.record, day, election.class_, ballot)
    for person in are:
        if person not in were:
            open_term(tx, election, person, seats[person], _next_start(tx.record, person, seats[person], day))
    now = directors_on(tx.record, day)
    for person in (person for person in serving if person not in now):
        end_places(tx, person, day, EndReason.TERM_ENDED)
    for person in (person for person in now if person not in serving):
        resume_places(tx, person, day, EndReason.TERM_ENDED)


def _redate(tx: Transaction, election: Election, day: date) -> None:
    """Move the terms that the election opened, and what ended for them, to another day."""
    record, was = tx.record, election.held_on
    opened = record.where(Appointment, "election", election.id) if day != was else ()
    followed = {term.replaces for term in opened if term.start == was}
    left: dict[str, None] = {}
    for term in record.all(Appointment):
        if term in opened and term.start == was:
            tx.put(msgspec.structs.replace(term, start=day))
        elif (
            term.end == was
            and term.end_reason is EndReason.TERM_ENDED
            and (term.id in followed or any(term.person == other.person for other in opened))
        ):
            tx.put(msgspec.structs.replace(term, end=day))
            left[term.person] = None
    for person in left:
        if person not in directors_on(record, was):
            resume_places(tx, person, was, EndReason.TERM_ENDED)
            end_places(tx, person, day, EndReason.TERM_ENDED)


def _withdraw(tx: Transaction, term: Appointment) -> None:
    """Take a term out, and let those run on that ended for it."""
    record, day = tx.record, term.start
    for later in record.where(Appointment, "replaces", term.id):
        tx.put(msgspec.structs.replace(later, replaces=term.replaces))
    tx.remove(Appointment, term.id)
    for earlier in record.all(Appointment):
        ended = earlier.end == day and earlier.end_reason is EndReason.TERM_ENDED
        if ended and (earlier.id == term.replaces or earlier.person == term.person):
            end = _next_start(tx.record, earlier.person, earlier.seat, day)
            tx.put(msgspec.structs.replace(earlier, end=end, end_reason=EndReason.TERM_ENDED if end else None))


def _next_start(record: Record, person: str, seat: str, day: date) -> date | None:
    """The first later day on which somebody begins in the seat, or the person in another one."""
    starts = [
        term.start
        for term in record.all(Appointment)
        if term.start > day and (term.person == person or (seat and term.seat == seat))
    ]
    return min(starts, default=None)
