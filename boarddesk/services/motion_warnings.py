"""What a careful colleague would say of a motion before it is recorded; recording stays possible."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Choice, Motion, MotionBase, Result, Vote, VoteMethod
from boarddesk.domain.presence import Stay, present_at, roll_taken
from boarddesk.domain.quorum import quorum_at, sitting_body
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on, name_of
from boarddesk.services.motion_checks import base_for
from boarddesk.services.motion_preview import counted
from boarddesk.services.quorum_words import needed_words
from boarddesk.services.words import clock_time, joined


def motion_warnings(record: Record, meeting: Meeting, motion: Motion, votes: Sequence[Vote]) -> tuple[str, ...]:
    """Sentences about a motion as it would be recorded, in order of weight."""
    if not roll_taken(record, meeting):
        return ("Nobody’s presence is on record for this meeting, so the votes are not checked against it.",)
    stays = {stay.person: stay for stay in present_at(record, meeting, motion.at)}
    found = [*_of_quorum(record, meeting, motion, votes), *_of_stated(record, motion, votes)]
    if motion.vote_method is VoteMethod.BY_NAME:
        found += _of_votes(record, members_on(record, sitting_body(meeting, motion.body), meeting.day), votes, stays)
    found += _of_movers(record, motion, stays)
    return tuple(found)


def _of_quorum(record: Record, meeting: Meeting, motion: Motion, votes: Sequence[Vote]) -> Iterator[str]:
    body = sitting_body(meeting, motion.body)
    quorum = counted(record, motion, votes).quorum or quorum_at(record, meeting, motion.at, body)
    if quorum.met is not False or base_for(motion.kind, body) is not MotionBase.QUORUM:
        return
    when = _when(motion.at)
    if motion.result_stated is Result.CARRIED:
        yield f"There was no quorum{when} ({needed_words(quorum)}): the stated result is kept and flagged."
    else:
        yield f"There was no quorum{when} ({needed_words(quorum)}): the motion is recorded as not acted on."


def _of_stated(record: Record, motion: Motion, votes: Sequence[Vote]) -> Iterator[str]:
    if motion.result_stated in {None, Result.NO_ACTION}:
        return
    if motion.vote_method is VoteMethod.NOT_RECORDED:
        yield "No vote is recorded: the result is kept as stated."
        return
    if counted(record, motion, votes).difference:
        yield "The stated result differs from the one the votes give; both are kept and flagged."


def _of_votes(record: Record, members: Sequence[str], votes: Sequence[Vote], stays: dict[str, Stay]) -> Iterator[str]:
    voted = {vote.person for vote in votes}
    silent = [p for p in members if p in stays and stays[p].recused is None and p not in voted]
    if silent:
        yield f"No vote is recorded for {_names(record, silent)}, who counts as present and not for."
    gone = [v.person for v in votes if v.choice is Choice.ABSENT and v.person in stays and stays[v.person].counts]
    if gone:
        yield f"{_names(record, gone)} is on record as present; out of the room is no abstention."
    bare = [
        v.person for v in votes if v.choice is Choice.RECUSED and not (v.person in stays and stays[v.person].recused)
    ]
    if bare:
        yield f"It is not on record whether {_names(record, bare)}, recused, left the room or stayed."


def _of_movers(record: Record, motion: Motion, stays: dict[str, Stay]) -> Iterator[str]:
    movers = [person for person in (motion.mover, *motion.seconders) if person is not None]
    away = [person for person in movers if person not in stays]
    recused = [person for person in movers if person in stays and stays[person].recused]
    if away:
        yield f"{_names(record, away)} moved or seconded without being on record as present{_when(motion.at)}."
    if recused:
        yield f"{_names(record, recused)} moved or seconded while recused."


def _names(record: Record, people: Sequence[str]) -> str:
    return joined([name_of(record, person) for person in people])


def _when(at: datetime | None) -> str:
    return f" at {clock_time(at)}" if at else ""
