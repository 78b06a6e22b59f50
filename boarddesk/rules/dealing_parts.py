"""What the rules on dealings with related persons share: similar ones added up, and who kept out of the vote."""

from typing import NamedTuple

from boarddesk.common.text import money
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Choice, Consent, RelatedTransaction, Vote, VoteMethod
from boarddesk.rules.case import Case
from boarddesk.rules.decisions import Decision
from boarddesk.rules.reportable import Limit, began, same_parties
from boarddesk.rules.rooms import in_room
from boarddesk.rules.words import listed


def together(case: Case, dealing: RelatedTransaction, limit: Limit) -> str:
    """That a dealing below the line lies above it with others of the same parties; nothing where it does not.

    Added up are those that began by the same day and in the same fiscal year (S-K 404, Instruction 3(a): series of
    similar transactions); whether they are similar is for judgment.
    """
    day = began(case, dealing)
    first = case.calendar.year_starts(case.calendar.year_of(day))
    alike = [
        other
        for other in case.record.all(RelatedTransaction)
        if same_parties(other, dealing) and first <= began(case, other) <= day
    ]
    total = sum(other.amount_cents or 0 for other in alike)
    if len(alike) <= 1 or not limit.above(total):
        return ""
    return f"with others of the same party it comes to {money(total)}"


class Part(NamedTuple):
    """Who took part in a decision though interested in it, and of whom that is not on record."""

    voted: tuple[str, ...]
    unknown: tuple[str, ...]


def part_of_interested(case: Case, dealing: RelatedTransaction, made: Decision) -> Part:
    """Whether the related person, or another director who is not disinterested, voted on a dealing."""
    motion = made.motion
    concerned = dict.fromkeys(p for p in (dealing.person, *dealing.interested) if p)
    votes = {vote.person: vote.choice for vote in case.record.where(Vote, "motion", motion.id)}
    members = case.members_on(motion.body, made.day or case.as_of)
    if case.record.find(Consent, motion.consent) is not None:
        # By written consent every member signs, and nobody can keep out of it.
        return Part(tuple(p for p in concerned if p in members), ())
    voted = tuple(p for p in concerned if votes.get(p) in (Choice.FOR, Choice.AGAINST))
    if votes or motion.vote_method is VoteMethod.BY_NAME:
        return Part(voted, ())
    meeting = case.record.find(Meeting, motion.meeting)
    ours = [p for p in concerned if p in members]
    if meeting is None or (motion.count_recused or 0) >= len(ours):
        return Part((), ())
    return Part((), tuple(p for p in ours if in_room(case, motion, meeting, p) is not False))


def voted_words(case: Case, dealing: RelatedTransaction, people: tuple[str, ...]) -> str:
    """“Dan Dale, the related person, voted”."""
    names = listed(map(case.name, dict.fromkeys(people)))
    if people == (dealing.person,):
        return f"{names}, the related person, voted"
    return f"{names}, who {'was' if len(people) == 1 else 'were'} interested in it, voted"


def kept_out_gap(case: Case, people: tuple[str, ...]) -> str:
    """What is missing where votes are on record by counts alone."""
    return f"whether {listed(map(case.name, dict.fromkeys(people)))} kept out of the vote"
