"""The seats that those elected take: named on the ballot, or worked out from who held which."""

from collections.abc import Sequence
from datetime import date

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointments_on, seats_on


class Candidate(msgspec.Struct, frozen=True):
    """One name on the ballot; shares are whole votes. `seat` is only needed where it cannot be worked out."""

    person: str
    shares_for: int | None = None
    withheld: int | None = None
    broker_non_votes: int | None = None
    seated: bool = True
    seat: str = ""
    nominated_by: str | None = None


def require_own_seats(candidates: Sequence[Candidate]) -> None:
    """Nobody is seated in a seat that another of the ballot takes."""
    named = [one.seat for one in candidates if one.seated and one.seat]
    twice = next((seat for seat in named if named.count(seat) > 1), "")
    if twice:
        raise UserError(f"Two candidates would take seat {twice}.", what_to_do="Give each a seat of their own.")


def seats_taken(record: Record, day: date, class_: str, candidates: Sequence[Candidate]) -> dict[str, str]:
    """The seat each candidate seated takes: their own, a named one, a vacant one, or that of one who is not seated.

    Of those not seated, whoever said that they will not stand again goes first.
    """
    seated = [one for one in candidates if one.seated]
    terms = [term for term in appointments_on(record, day) if term.class_ == class_]
    taken = {one.person: one.seat for one in seated if one.seat}
    own = {term.person: term.seat for term in terms if term.seat not in taken.values()}
    taken |= {one.person: own[one.person] for one in seated if one.person in own and one.person not in taken}
    vacant = [s.label for s in seats_on(record, day) if s.person is None and s.class_ == class_ and s.label]
    leaving = sorted((t for t in terms if t.person not in taken), key=lambda t: t.will_not_stand_on is None)
    free = [label for label in (*vacant, *(term.seat for term in leaving)) if label not in taken.values()]
    for one in seated:
        if one.person not in taken:
            taken[one.person] = free.pop(0) if free else ""
    return taken
