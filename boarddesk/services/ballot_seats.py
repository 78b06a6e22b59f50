"""The seats that those elected take: named on the ballot, or worked out from who held which."""

from collections.abc import Sequence
from datetime import date

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.elections import Election
from boarddesk.domain.happenings import Matter, MatterKind
from boarddesk.domain.plurality import departs_from_tally
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointments_on, name_of, seats_on
from boarddesk.services.words import joined

MORE_ASKED = frozenset({MatterKind.MERGER, MatterKind.CERTIFICATE})
"""Matters that need the vote of outstanding stock, by their own statutes."""


class Candidate(msgspec.Struct, frozen=True):
    """One name on the ballot; shares are whole votes. `seat` is only needed where it cannot be worked out."""

    person: str
    shares_for: int | None = None
    withheld: int | None = None
    broker_non_votes: int | None = None
    seated: bool | None = True
    """None where the tally decides nothing, as at a tie for the last seat: no winner is marked."""
    seat: str = ""
    nominated_by: str | None = None


def require_reason(record: Record, election: Election) -> None:
    """Who is marked otherwise than the tally has it is marked for a reason, which prints beside the result."""
    against = departs_from_tally(record, election)
    if against and not election.note.strip():
        raise UserError(
            f"The tally decides otherwise, or nothing, for {joined([name_of(record, person) for person in against])}.",
            what_to_do="Say why in the note: it prints beside the result.",
            code="no_reason",
        )


def require_reason_of_matter(matter: Matter) -> None:
    """A result stated otherwise than the majority of those present and entitled has it is stated for a reason.

    What another statute asks more for may well be lost with that majority.
    """
    votes = (matter.shares_for, matter.against, matter.abstained)
    if None in votes or matter.carried is None or matter.note.strip():
        return
    majority = (matter.shares_for or 0) * 2 > sum(count or 0 for count in votes)
    if matter.kind is MatterKind.SAY_ON_FREQUENCY or (majority and matter.kind in MORE_ASKED):
        return
    if majority is not matter.carried:
        raise UserError(
            f"The tally gives “{matter.title}” as {'carried' if majority else 'not carried'}.",
            what_to_do="Correct the tally, or say in the note why the result differs: it prints beside it.",
            code="no_reason",
        )


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
