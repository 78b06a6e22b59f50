"""Unequal and casting votes: only under the certificate, and they count in the quorum too (8 Del. C. §141(d))."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import msgspec
from msgspec.structs import replace

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Choice, Motion, Vote
from boarddesk.domain.quorum import Quorum, members_at, quorum_at, quorum_fraction
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on
from boarddesk.domain.votes import votes_of
from boarddesk.services.words import last_name


class Weights(msgspec.Struct, frozen=True):
    """How many votes each member has where it is not one, and the provision of the certificate that says so."""

    votes: Mapping[str, int] = msgspec.field(default_factory=dict)
    citation: str = ""

    def __bool__(self) -> bool:
        return bool(self.votes)


EQUAL = Weights()
"""Everybody has one vote."""


class Between(msgspec.Struct, frozen=True):
    """A vote taken between meetings: of which body, and on which day."""

    body: str
    day: date


def weighed(record: Record, meeting: Meeting | Between, votes: Sequence[Vote], weights: Weights) -> tuple[Vote, ...]:
    """The votes with their weights; a member who was not there is kept as such, since the quorum counts them.

    Between meetings there is no quorum, and who has not voted is not kept.
    """
    if not weights:
        return tuple(votes)
    there = {vote.person for vote in votes}
    members = members_at(record, meeting) if isinstance(meeting, Meeting) else ()
    away = [person for person in members if person in weights.votes and person not in there]
    every = (*votes, *(Vote(id="new", motion="new", person=person, choice=Choice.ABSENT) for person in away))
    return tuple(
        replace(vote, weight=weights.votes[vote.person], weight_citation=weights.citation)
        if vote.person in weights.votes
        else vote
        for vote in every
    )


def last_weights(record: Record, body: str) -> Weights:
    """The unequal votes of the body's latest motion that had any, to begin from."""
    motions = sorted(record.where(Motion, "body", body), key=lambda motion: motion.number, reverse=True)
    for motion in motions:
        found = weights_on(record, motion.id)
        if found:
            return found
    return EQUAL


def weights_on(record: Record, motion: str) -> Weights:
    """The unequal votes on one motion."""
    votes = [vote for vote in votes_of(record, motion) if vote.weight is not None]
    citation = votes[0].weight_citation if votes else ""
    return Weights({vote.person: vote.weight for vote in votes if vote.weight is not None}, citation)


def quorum_in_votes(record: Record, meeting: Meeting, quorum: Quorum, weights: Weights) -> Quorum:
    """A quorum counted in votes where they are unequal."""
    return quorum.weighted(weights.votes, quorum_fraction(record, meeting))


def weights_words(record: Record, weights: Weights) -> str:
    """“Ellerbrook 2 votes, Certificate, Art. VI”; empty where everybody has one vote."""
    if not weights:
        return ""
    parts = [
        f"{last_name(record, person)} {count} {'vote' if count == 1 else 'votes'}"
        for person, count in weights.votes.items()
    ]
    return ", ".join((*parts, weights.citation))


def effect_words(record: Record, meeting: Meeting | Between, at: datetime | None, weights: Weights) -> str:
    """What unequal votes do: to the quorum at a meeting, between meetings to the number of votes there are."""
    if isinstance(meeting, Meeting):
        return in_votes_words(quorum_in_votes(record, meeting, quorum_at(record, meeting, at), weights))
    members = members_on(record, meeting.body, meeting.day)
    count = sum(weights.votes.get(person, 1) for person in members)
    return f"The {len(members)} members have {count} votes. Between meetings there is no quorum."


def in_votes_words(quorum: Quorum) -> str:
    """“Quorum in votes: 10 of 11 present, 6 needed.”."""
    if quorum.base is None or quorum.needed is None:
        return f"Votes present: {quorum.votes_present}."
    short = "" if quorum.met else " There is no quorum."
    return f"Quorum in votes: {quorum.votes_present} of {quorum.base} present, {quorum.needed} needed.{short}"
