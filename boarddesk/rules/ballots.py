"""Who took office, held against the tally: seated by plurality, against it, or not at all (GL-2.6)."""

from boarddesk.domain.elections import Election
from boarddesk.domain.finding import Status
from boarddesk.domain.people import Appointment
from boarddesk.domain.plurality import Plurality, plurality
from boarddesk.rules.case import Case
from boarddesk.rules.params import Value
from boarddesk.rules.words import listed, on

LOW_SHARE = "low_vote_share"
Verdict = tuple[Status, str, tuple[str, ...]]


def election_verdict(case: Case, election: Election) -> Verdict:
    """Whether an election had a quorum and those seated were elected by plurality."""
    ballot = plurality(case.record, election)
    when = on(election.held_on)
    if not ballot.complete:
        return Status.CANNOT_JUDGE, f"The shares voted for each nominee on {when} are not on record.", ("shares for",)
    if ballot.quorum is False:
        return Status.NOT_MET, f"The stockholders' meeting of {when} had no quorum.", ()
    if ballot.quorum is None:
        return Status.CANNOT_JUDGE, f"Whether the meeting of {when} had a quorum is not on record.", ("shares present",)
    if ballot.tied:
        names = listed(case.name(person) for person in ballot.tied)
        return Status.JUDGMENT_NEEDED, f"{names} tied for the last seat on {when}.", ()
    return _seated(case, election, ballot, when)


def _seated(case: Case, election: Election, ballot: Plurality, when: str) -> Verdict:
    terms = {term.person for term in case.record.where(Appointment, "election", election.id)}
    seated = {r.nominee.person for r in ballot.ranked if _was_seated(r.nominee.seated, r.nominee.person, terms)}
    against = [r.nominee.person for r in ballot.ranked if not r.elected and r.nominee.person in seated]
    if against:
        names = listed(case.name(person) for person in against)
        return Status.NOT_MET, f"{names} took office against the tally of {when}.", ()
    refused = {r.nominee.person for r in ballot.ranked if r.nominee.seated is False}
    unknown = [person for person in ballot.winners if person not in seated and person not in refused]
    if unknown:
        names = listed(case.name(person) for person in unknown)
        because = f"Whether {names}, elected on {when}, took office is not on record."
        return Status.CANNOT_JUDGE, because, ("who was seated",)
    left_out = [person for person in ballot.winners if person not in seated]
    if left_out or not ballot.winners:
        names = listed(case.name(person) for person in left_out)
        because = f"{names}, elected on {when}, did not take office." if names else f"Nobody was elected on {when}."
        return Status.JUDGMENT_NEEDED, because, ()
    line = case.parameters.value(LOW_SHARE, election.held_on)
    low = [case.name(r.nominee.person) for r in ballot.ranked if r.elected and _below(r.share_for, line)]
    note = f" Less than {line.used.value} of the votes were for {listed(low)}." if low else ""
    names = listed(case.name(person) for person in ballot.winners)
    return Status.MET, f"{names} had the most votes for and took office on {when}.{note}", ()


def _was_seated(seated: bool | None, person: str, terms: set[str]) -> bool:
    return person in terms if seated is None else seated


def _below(share: float | None, line: Value) -> bool:
    return share is not None and share < line.fraction
