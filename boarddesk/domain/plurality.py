"""Election by plurality: the most shares for, down to the number of seats (`law.md` 4.2, 8 Del. C. §216)."""

import msgspec

from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.people import Appointment
from boarddesk.domain.quorum import fraction_for, needed_of
from boarddesk.domain.record import Record

STOCKHOLDER_QUORUM = "stockholder_quorum_fraction"


class Ranked(msgspec.Struct, frozen=True):
    """One candidate at his place; `elected` is None at a tie for the last seat, or where shares are missing."""

    nominee: Nominee
    place: int
    elected: bool | None

    @property
    def share_for(self) -> float | None:
        """Shares for, as a part of those voted for or withheld; for information only."""
        if self.nominee.shares_for is None or self.nominee.withheld is None:
            return None
        voted = self.nominee.shares_for + self.nominee.withheld
        return self.nominee.shares_for / voted if voted else None


class Plurality(msgspec.Struct, frozen=True):
    """The outcome of one ballot. `quorum` is None where the shares present are not on record."""

    seats: int
    ranked: tuple[Ranked, ...]
    quorum: bool | None
    complete: bool

    @property
    def winners(self) -> tuple[str, ...]:
        """The people elected beyond doubt."""
        return tuple(r.nominee.person for r in self.ranked if r.elected)

    @property
    def tied(self) -> tuple[str, ...]:
        """The people who tie for the last seat."""
        return tuple(r.nominee.person for r in self.ranked if r.elected is None) if self.complete else ()


def stockholder_quorum(record: Record, election: Election) -> bool | None:
    """Whether the stockholders had a quorum: as stated, else computed from the shares present."""
    if election.quorum is not None:
        return election.quorum
    if election.shares_present is None or election.shares_outstanding is None:
        return None
    fraction = fraction_for(record, STOCKHOLDER_QUORUM, election.held_on)
    return election.shares_present >= needed_of(election.shares_outstanding, fraction)


def nominees_of(record: Record, election: Election) -> tuple[Nominee, ...]:
    """The candidates of one ballot: those of its class, or with no class of their own."""
    found = record.where(Nominee, "election", election.id)
    return tuple(n for n in found if not n.class_ or not election.class_ or n.class_ == election.class_)


def plurality(record: Record, election: Election) -> Plurality:
    """Rank a ballot. Withheld and broker non-votes do not count against; one vote for is needed at least."""
    nominees = nominees_of(record, election)
    complete = bool(nominees) and all(n.shares_for is not None for n in nominees)
    listed = sorted(nominees, key=lambda n: (-(n.shares_for or 0), n.id))
    votes = [n.shares_for or 0 for n in listed]
    cut = votes[election.seats - 1] if 0 < election.seats <= len(votes) else 0
    over = len(votes) > election.seats and election.seats > 0 and votes[election.seats] == cut and cut > 0

    def elected(place: int, count: int) -> bool | None:
        if not complete or (over and count == cut):
            return None
        return place <= election.seats and count > 0

    ranked = tuple(
        Ranked(nominee, place, elected(place, count))
        for place, (nominee, count) in enumerate(zip(listed, votes, strict=True), start=1)
    )
    return Plurality(election.seats, ranked, stockholder_quorum(record, election), complete)


def was_seated(record: Record, election: Election, nominee: Nominee) -> bool:
    """Whether a nominee took office: as stated, else by a term that the election opened or that began that day."""
    if nominee.seated is not None:
        return nominee.seated
    terms = record.where(Appointment, "person", nominee.person)
    return any(term.election == election.id or (term.election is None and term.start == election.held_on)
               for term in terms)  # fmt: skip


def departs_from_tally(record: Record, election: Election) -> tuple[str, ...]:
    """The people whose outcome is marked otherwise than the complete tally has it: seated, or not, against it."""
    ballot = plurality(record, election)
    if not ballot.complete:
        return ()
    return tuple(
        ranked.nominee.person
        for ranked in ballot.ranked
        if ranked.nominee.seated is not None and ranked.nominee.seated is not ranked.elected
    )
