"""What a motion and its votes may say: impossible facts are refused, departures become warnings and flags."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.amendments import pending_amendment
from boarddesk.domain.meetings import BOARD, STOCKHOLDERS, AgendaItem, Meeting
from boarddesk.domain.motions import Choice, Consent, Motion, MotionBase, MotionKind, Result, Vote, VoteMethod
from boarddesk.domain.noticed import NO_QUORUM_STATED
from boarddesk.domain.presence import present_at, roll_taken
from boarddesk.domain.quorum import quorum_at, quorum_fraction, sitting_body
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on, name_of
from boarddesk.services.words import clock_time, joined, short_day

CAST = frozenset({Choice.FOR, Choice.AGAINST, Choice.ABSTAIN})


def base_for(kind: MotionKind, body: str) -> MotionBase:
    """What a motion rests on: a quorum, save for filling the board's vacancies (§223(a)) and for adjourning."""
    if kind is MotionKind.FILL_VACANCY and body == BOARD:
        return MotionBase.DIRECTORS_IN_OFFICE
    return MotionBase.THOSE_PRESENT if kind is MotionKind.ADJOURN else MotionBase.QUORUM


def body_for(meeting: Meeting, wanted: str) -> str:
    """The body a motion belongs to: the one wanted where it sits at the meeting, else the meeting's own."""
    return sitting_body(meeting, wanted)


def require_not_circulated(record: Record, motion: Motion) -> None:
    """Refuse to change a resolution whose consent went out to be signed: the signatures are under its text."""
    consent = record.find(Consent, motion.consent)
    if consent is not None and consent.text_sha256:
        raise UserError(
            "The text of this consent was circulated to be signed.",
            what_to_do="Withdraw the consent and circulate another, or adopt a later motion that supersedes this one.",
            code="circulated",
        )


def require_order(record: Record, motion: Motion) -> None:
    """Refuse a vote out of order: a pending amendment comes before the motion it amends (Robert's Rules §12)."""
    pending = pending_amendment(record, motion)
    if pending is not None:
        what = "A substitute" if pending.substitute else "An amendment"
        raise UserError(
            f"{what} is pending: motion {pending.number} is voted on before motion {motion.number}.",
            what_to_do="Vote on it first, or take it back.",
            code="amendment_pending",
        )
    amended = record.find(Motion, motion.amends)
    if amended is not None and not amended.waits:
        raise UserError(
            f"Motion {amended.number} has been put already, so it can no longer be amended.",
            what_to_do="Record a new motion that amends what was adopted.",
            code="put_already",
        )
    if motion.amends is not None and not motion.replacement.strip():
        raise UserError(
            "It is not on record how the motion would read as amended.",
            what_to_do="Write how it would read.",
            code="no_text",
        )


def require_sound(record: Record, meeting: Meeting, motion: Motion, votes: Sequence[Vote]) -> None:
    """Refuse a motion that states what cannot be so."""
    if not motion.text.strip():
        raise UserError("The motion has no words.", what_to_do="Write what is resolved.", code="no_text")
    item = record.find(AgendaItem, motion.item)
    if item is not None and item.meeting != meeting.id:
        raise UserError("That item is on another agenda.", what_to_do="Choose one of this one.", code="other_agenda")
    if motion.result_stated not in {None, Result.NO_ACTION} and not motion.stated_by.strip():
        raise UserError(
            "A stated result needs the source that states it.",
            what_to_do="Name the source, or record the votes.",
            code="no_source",
        )
    by_name = motion.vote_method is VoteMethod.BY_NAME
    if bool(votes) is not by_name:
        raise UserError(
            "No vote is recorded." if by_name else "Votes by name are recorded with the method “by name”.",
            what_to_do="Record a vote for those present, or choose that no vote was recorded.",
            code="no_votes",
        )
    if by_name:
        if meeting.body == STOCKHOLDERS:
            raise UserError("Stockholders vote by shares.", what_to_do="Record the counts.", code="by_shares")
        require_voters(record, sitting_body(meeting, motion.body), meeting.day, votes)
        _require_present(record, meeting, motion, votes)
    else:
        _require_counts(record, meeting, motion)


def require_voters(record: Record, body: str, day: date, votes: Sequence[Vote]) -> None:
    """Refuse votes of people who are not members of the body on the day, naming them."""
    members = set(members_on(record, body, day))
    others = [vote.person for vote in votes if vote.person not in members]
    if others:
        names = joined([name_of(record, person) for person in others])
        raise UserError(
            f"{names} {'is' if len(others) == 1 else 'are'} no member of this body on {short_day(day)}.",
            what_to_do="Leave those votes out.",
            code="not_member",
        )


def _require_present(record: Record, meeting: Meeting, motion: Motion, votes: Sequence[Vote]) -> None:
    """Votes match presence: who is away, or recused, casts none."""
    if not roll_taken(record, meeting):
        return
    stays = {stay.person: stay for stay in present_at(record, meeting, motion.at)}
    away = [v.person for v in votes if v.choice in CAST and v.person not in stays and not v.by_proxy]
    recused = [v.person for v in votes if v.choice in CAST and v.person in stays and stays[v.person].recused]
    when = f" at {clock_time(motion.at)}" if motion.at else ""
    if away:
        names = joined([name_of(record, person) for person in away])
        raise UserError(
            f"{names} {'was' if len(away) == 1 else 'were'} not present{when}, so no vote of theirs can be recorded.",
            what_to_do="Correct their presence, or mark them as not in the room.",
            code="voter_absent",
        )
    if recused:
        one = len(recused) == 1
        names = joined([name_of(record, person) for person in recused])
        raise UserError(
            f"{names} {'is' if one else 'are'} recused{when} and {'does' if one else 'do'} not vote.",
            what_to_do="Mark them as recused, or end the recusal first.",
            code="voter_recused",
        )


def _require_counts(record: Record, meeting: Meeting, motion: Motion) -> None:
    counts = (motion.count_for, motion.count_against, motion.count_abstain, motion.count_recused, motion.count_absent)
    if any(count is not None and count < 0 for count in counts):
        raise UserError("A count cannot be below zero.", what_to_do="Correct the count.", code="negative")
    if motion.vote_method is not VoteMethod.BY_COUNTS or meeting.body == STOCKHOLDERS:
        return
    cast = sum(count or 0 for count in counts[:3])
    members = members_on(record, sitting_body(meeting, motion.body), meeting.day)
    if not roll_taken(record, meeting):
        most = len(members)
    elif meeting.joint_with:
        most = sum(not stay.recused and stay.person in members for stay in present_at(record, meeting, motion.at))
    else:
        most = sum(not stay.recused for stay in present_at(record, meeting, motion.at))
    if cast > most:
        raise UserError(
            f"{cast} votes are counted, but {most} could vote{f' at {clock_time(motion.at)}' if motion.at else ''}.",
            what_to_do="Correct the counts, or who was present.",
            code="too_many",
        )


def require_votes_still_stand(record: Record, meeting: Meeting, person: str) -> None:
    """Refuse a change of presence that would leave a recorded vote of someone who was not there."""
    for motion in record.where(Motion, "meeting", meeting.id):
        vote = next((v for v in record.where(Vote, "motion", motion.id) if v.person == person), None)
        if vote is None or vote.choice not in CAST or vote.by_proxy or not roll_taken(record, meeting):
            continue
        here = any(stay.person == person for stay in present_at(record, meeting, motion.at))
        if not here:
            when = f" at {clock_time(motion.at)}" if motion.at else ""
            raise UserError(
                f"{name_of(record, person)} voted on motion {motion.number}{when} and would not have been present.",
                what_to_do="Take that motion back first.",
                code="voted",
            )


def flagged(record: Record, meeting: Meeting, motion: Motion, votes: Sequence[Vote] = ()) -> Motion:
    """The motion with a flag where a source states that it carried without a quorum."""
    kept = tuple(flag for flag in motion.flags if flag != NO_QUORUM_STATED)
    weights = {vote.person: vote.weight for vote in votes if vote.weight is not None}
    body = sitting_body(meeting, motion.body)
    quorum = quorum_at(record, meeting, motion.at, body).weighted(weights, quorum_fraction(record, meeting, body))
    absent = roll_taken(record, meeting) and quorum.met is False
    if absent and motion.base is MotionBase.QUORUM and motion.result_stated is Result.CARRIED:
        kept = (*kept, NO_QUORUM_STATED)
    return replace(motion, flags=kept)
