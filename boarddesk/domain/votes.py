"""The result of a motion, computed from its votes under the body's vote rule (`law.md` 0.17, 8 Del. C. §141(b))."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

import msgspec
from msgspec.structs import replace

from boarddesk.domain.consents import standing
from boarddesk.domain.meetings import BOARD, AgendaItem, Meeting
from boarddesk.domain.motions import (
    Choice,
    Consent,
    ConsentKind,
    Motion,
    MotionBase,
    Result,
    Vote,
    VoteMethod,
    VoteRuleBase,
)
from boarddesk.domain.presence import closing_time, moments_of, roll_taken
from boarddesk.domain.quorum import (
    BOARD_VOTE,
    COMMITTEE_VOTE,
    Quorum,
    fraction_for,
    needed_of,
    quorum_at,
    quorum_fraction,
    sitting_body,
)
from boarddesk.domain.record import Record
from boarddesk.domain.terms import directors_on, members_on


class Tally(msgspec.Struct, frozen=True):
    """The count of one motion. `computed` is None where the votes are not on record or no base is known.

    `base` is the number the fraction is taken of, `needed` how many must vote for. `difference` says
    that a source's stated result differs from the computed one; neither is changed.
    """

    method: VoteMethod
    votes_for: int | None
    against: int | None
    abstain: int | None
    recused: int | None
    absent: int | None
    base: int | None
    needed: int | None
    quorum: Quorum | None
    computed: Result | None
    result: Result | None
    stated: bool
    reason: str = ""

    @property
    def difference(self) -> bool:
        """Whether a stated result differs from the computed one."""
        return self.stated and self.computed is not None and self.computed is not self.result


def votes_of(record: Record, motion: str) -> tuple[Vote, ...]:
    """The votes cast on a motion, in order of entry."""
    return record.where(Vote, "motion", motion)


def tally(record: Record, motion: Motion) -> Tally:
    """Count a motion's votes and compute its result; a stated result stands beside the computed one."""
    consent = record.find(Consent, motion.consent)
    if consent is not None and consent.kind is ConsentKind.UNANIMOUS:
        return _by_consent(record, motion, consent)
    meeting = record.find(Meeting, motion.meeting)
    return tally_with(record, motion, None if meeting is None else quorum_for(record, motion, meeting))


def _by_consent(record: Record, motion: Motion, consent: Consent) -> Tally:
    """A written consent carries once every member has signed (8 Del. C. §141(f)); until then there is no result."""
    there = standing(record, consent)
    members = len(there.signed) + len(there.missing)
    computed = Result.CARRIED if there.effective_at else None
    return Tally(
        method=motion.vote_method,
        votes_for=len(there.signed),
        against=None,
        abstain=None,
        recused=None,
        absent=None,
        base=members,
        needed=members,
        quorum=None,
        computed=computed,
        result=motion.result_stated or computed,
        stated=motion.result_stated is not None,
        reason="" if computed else "It was withdrawn." if there.withdrawn else "Not every member has signed.",
    )


def tally_with(record: Record, motion: Motion, quorum: Quorum | None) -> Tally:
    """Count a motion's votes against a quorum that is known already."""
    meeting = record.find(Meeting, motion.meeting)
    counts = _counts(record, motion)
    base = _base(record, motion, meeting, quorum, counts)
    fraction = _fraction(record, motion, meeting)
    needed = None if base is None else needed_of(base, fraction)
    computed, reason = _computed(motion, counts, needed, quorum)
    stated = motion.result_stated is not None
    return Tally(
        method=motion.vote_method,
        votes_for=counts.get(Choice.FOR) if counts is not None else None,
        against=counts.get(Choice.AGAINST) if counts is not None else None,
        abstain=counts.get(Choice.ABSTAIN) if counts is not None else None,
        recused=counts.get(Choice.RECUSED) if counts is not None else None,
        absent=counts.get(Choice.ABSENT) if counts is not None else None,
        base=base,
        needed=needed,
        quorum=quorum,
        computed=computed,
        result=motion.result_stated or computed,
        stated=stated,
        reason=reason,
    )


def quorum_for(record: Record, motion: Motion, meeting: Meeting) -> Quorum | None:
    """The quorum at a motion of the body that it belongs to.

    None without a roll, or where the hour is missing and a quorum was lost at some time.
    """
    if not roll_taken(record, meeting):
        return None
    body = sitting_body(meeting, motion.body)
    item = record.find(AgendaItem, motion.item)
    moment = motion.at or (item.ended or item.started if item else None)
    if moment is not None:
        return as_voted(record, motion, meeting, quorum_at(record, meeting, moment, body))
    opening = meeting.called_to_order or meeting.starts
    later = [at for at in moments_of(record, meeting) if opening < at < closing_time(meeting)]
    found = [as_voted(record, motion, meeting, quorum_at(record, meeting, at, body)) for at in (None, *later)]
    least = min(found, key=lambda quorum: quorum.votes_present)
    return least if len(found) == 1 or least.met else None


def as_voted(record: Record, motion: Motion, meeting: Meeting, quorum: Quorum) -> Quorum:
    """A quorum as it counts for one motion: without those out of the room at the vote, and in votes where unequal."""
    out: set[str] = set()
    weights: dict[str, int] = {}
    absent = Choice.ABSENT
    # One pass: judging many years looks at every vote.
    for vote in votes_of(record, motion.id):
        if vote.choice is absent:
            out.add(vote.person)
        if vote.weight is not None:
            weights[vote.person] = vote.weight
    if not out.isdisjoint(quorum.present):
        quorum = replace(quorum, present=tuple(person for person in quorum.present if person not in out))
    fraction = quorum_fraction(record, meeting, sitting_body(meeting, motion.body))
    return quorum.weighted(weights, fraction) if weights else quorum


def weights_of(votes: Iterable[Vote]) -> dict[str, int]:
    """Who has more or less than one vote under the certificate (8 Del. C. §141(d))."""
    return {vote.person: vote.weight for vote in votes if vote.weight is not None}


def _counts(record: Record, motion: Motion) -> dict[Choice, int] | None:
    """Votes by choice (weights included), or None where no vote is recorded."""
    if motion.vote_method is VoteMethod.BY_NAME:
        weights: Counter[Choice] = Counter()
        for vote in votes_of(record, motion.id):
            weights[vote.choice] += 1 if vote.weight is None else vote.weight
        return {choice: weights[choice] for choice in Choice}
    if motion.vote_method is VoteMethod.BY_COUNTS:
        return {
            Choice.FOR: motion.count_for or 0,
            Choice.AGAINST: motion.count_against or 0,
            Choice.ABSTAIN: motion.count_abstain or 0,
            Choice.RECUSED: motion.count_recused or 0,
            Choice.ABSENT: motion.count_absent or 0,
        }
    return None


def _fraction(record: Record, motion: Motion, meeting: Meeting | None) -> Fraction:
    if motion.rule_fraction:
        return Fraction(motion.rule_fraction)
    key = BOARD_VOTE if motion.body == BOARD else COMMITTEE_VOTE
    return fraction_for(record, key, meeting.day) if meeting else Fraction(1, 2)


def _base(
    record: Record, motion: Motion, meeting: Meeting | None, quorum: Quorum | None, counts: dict[Choice, int] | None
) -> int | None:
    """The number the vote rule's fraction is taken of; by default those present at a quorate meeting."""
    if motion.base is MotionBase.DIRECTORS_IN_OFFICE and meeting is not None:
        return _in_office(record, motion, meeting)
    if counts is None:
        return None
    cast = counts[Choice.FOR] + counts[Choice.AGAINST]
    match motion.rule_base:
        case VoteRuleBase.CAST:
            return cast
        case VoteRuleBase.IN_OFFICE if meeting is not None:
            return _in_office(record, motion, meeting)
        case VoteRuleBase.WHOLE_BOARD:
            return quorum.base if quorum else None
        case _:
            voted = cast + counts[Choice.ABSTAIN]
            return max(voted, quorum.votes_present) if quorum else voted


def _in_office(record: Record, motion: Motion, meeting: Meeting) -> int:
    """The votes of all members of the body in office: one each, or what the certificate gives them."""
    weights = weights_of(votes_of(record, motion.id))
    of_board = motion.base is MotionBase.DIRECTORS_IN_OFFICE
    serving = directors_on(record, meeting.day) if of_board else members_on(record, motion.body, meeting.day)
    return sum(weights.get(person, 1) for person in serving)


def _computed(
    motion: Motion, counts: dict[Choice, int] | None, needed: int | None, quorum: Quorum | None
) -> tuple[Result | None, str]:
    if counts is None or needed is None:
        return None, "No vote is recorded."
    if motion.base is MotionBase.QUORUM and quorum is not None and quorum.met is False:
        return Result.NO_ACTION, "There was no quorum."
    return (Result.CARRIED if counts[Choice.FOR] >= needed else Result.FAILED), ""
