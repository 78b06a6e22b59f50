"""The small lines below a motion: the sum, the result, who moved, and whatever a reader must be warned of."""

from boarddesk.domain.motions import (
    Choice,
    Motion,
    MotionBase,
    MotionKind,
    Result,
    Vote,
    VoteMethod,
    VoteRuleBase,
)
from boarddesk.domain.noticed import noticed
from boarddesk.domain.quorum import BOARD_VOTE, COMMITTEE_VOTE, company_value
from boarddesk.domain.terms import members_on
from boarddesk.domain.votes import Tally, votes_of
from boarddesk.reports.sections.ballot import Ballot
from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.wording import capital

FLAGGED = "Flagged."
"""Before a line that warns the reader; set in Semibold."""
RESULT_WORDS = {Result.CARRIED: "Carried", Result.FAILED: "Failed", Result.NO_ACTION: "Not acted on"}


def sums(voice: Voice, motion: Motion, count: Tally, ballot: Ballot) -> list[str]:
    """The lines as plain text; an unanimous vote has its sum in the lead-in already."""
    vote = [_needed(voice, motion, count, ballot), _stated(voice, motion, count), _without_quorum(motion, count)]
    if motion.kind is MotionKind.RELATED_PERSON and motion.vote_method is VoteMethod.BY_NAME:
        vote.append(_disinterested(voice, motion, ballot))
    votes = votes_of(voice.record, motion.id)
    lines = [" ".join(line for line in (*vote, _moved(voice, motion)) if line)]
    lines += [_weight(voice, vote) for vote in votes if vote.weight is not None]
    lines += [
        f"Reason recorded at the request of {voice.formal(vote.person)}: {vote.reason}" for vote in votes if vote.reason
    ]
    flags = dict.fromkeys(capital(flag.strip().rstrip(".")) for flag in noticed(voice.record, motion))
    lines += [f"{FLAGGED} {flag}." for flag in flags]
    return [line for line in lines if line]


def _moved(voice: Voice, motion: Motion) -> str:
    parts = [f"moved by {voice.formal(motion.mover)}"] if motion.mover else []
    parts += [f"seconded by {voice.formals(motion.seconders)}"] if motion.seconders else []
    return f"{capital('; '.join(parts))}." if parts else ""


def _needed(voice: Voice, motion: Motion, count: Tally, ballot: Ballot) -> str:
    if count.votes_for is None:
        return "" if count.stated else "No vote is recorded."
    if count.stated or (ballot.plain and motion.base is MotionBase.QUORUM and motion.rule_base is None):
        return ""
    result = f"{RESULT_WORDS[count.result]}." if count.result else "Result not recorded."
    if count.reason and count.result is not Result.CARRIED:
        result = f"{result} {count.reason}"
    if count.needed is None or voice.of_stockholders:
        return result
    return f"{_sum(voice, motion, count)} {result}"


def _sum(voice: Voice, motion: Motion, count: Tally) -> str:
    weighed = count.quorum is not None and count.quorum.extra_votes
    what = "votes present" if weighed else "present"
    if motion.base is MotionBase.DIRECTORS_IN_OFFICE or motion.rule_base is VoteRuleBase.IN_OFFICE:
        what = "in office"
    elif motion.rule_base is VoteRuleBase.CAST:
        what = "votes cast"
    elif motion.rule_base is VoteRuleBase.WHOLE_BOARD:
        what = "directorships"
    note = "; an abstention counts as present" if "present" in what and count.abstain else ""
    citation = _citation(voice, motion)
    basis = f" ({citation})" if citation else ""
    return f"Needed: {count.needed} of {count.base} {what}{note}{basis}; for: {count.votes_for:,}."


def _citation(voice: Voice, motion: Motion) -> str:
    if motion.rule_citation:
        return motion.rule_citation
    if motion.base is MotionBase.DIRECTORS_IN_OFFICE:
        return "8 Del. C. §223(a)"
    key = BOARD_VOTE if motion.body == "board" else COMMITTEE_VOTE
    own = company_value(voice.record, key, voice.meeting.day)
    if own and own.citation:
        return own.citation
    if voice.record.company.state != "Delaware" or voice.is_session:
        return ""
    return "8 Del. C. §141(b)" if voice.of_board else "8 Del. C. §141(c)(4)" if voice.committee else ""


def _without_quorum(motion: Motion, count: Tally) -> str:
    """Why a motion could be acted on though there was no quorum."""
    if count.quorum is None or count.quorum.met is not False or count.result is Result.NO_ACTION:
        return ""
    match motion.base:
        case MotionBase.DIRECTORS_IN_OFFICE:
            return "The directors in office may fill a vacancy though they are fewer than a quorum."
        case MotionBase.THOSE_PRESENT:
            return "Those present may adjourn though they are fewer than a quorum."
        case _:
            return "There was no quorum."


def _stated(voice: Voice, motion: Motion, count: Tally) -> str:
    printed = f" (printed “{motion.printed}”)" if motion.printed else ""
    if not count.stated or count.result is None:
        return f"As printed in the source: “{motion.printed}”." if motion.printed else ""
    if count.result is Result.NO_ACTION and not motion.stated_by:
        return f"Not acted on{printed}."
    by = f" by {motion.stated_by}" if motion.stated_by else ""
    text = f"Result as stated{by}: {RESULT_WORDS[count.result]}{printed}"
    if count.computed is None:
        unknown = " No vote is recorded." if count.votes_for is None else ""
        return f"{text}; not computed from votes.{unknown}"
    if count.difference:
        return f"{text}; the votes on record give another."
    return f"{text}; the votes on record give the same. {_sum(voice, motion, count) if count.needed else ''}".strip()


def disinterested(voice: Voice, motion: Motion, ballot: Ballot) -> tuple[int, int]:
    """How many disinterested members of the body voted for, and how many then served (8 Del. C. §144(a)(1))."""
    serving = members_on(voice.record, motion.body, voice.meeting.day)
    free = {person for person in serving if person not in ballot.recused and person not in motion.subjects}
    votes = votes_of(voice.record, motion.id)
    return sum(vote.choice is Choice.FOR and vote.person in free for vote in votes), len(free)


def _disinterested(voice: Voice, motion: Motion, ballot: Ballot) -> str:
    favor, free = disinterested(voice, motion, ballot)
    who, where = ("members", "then serving") if voice.committee else ("directors", "in office")
    return f"Disinterested {who} for: {favor} of {free} {where}; {free // 2 + 1} is a majority (§144(a)(1))."


def _weight(voice: Voice, vote: Vote) -> str:
    cited = f" ({vote.weight_citation})" if vote.weight_citation else ""
    many = "vote" if vote.weight == 1 else "votes"
    return f"{voice.formal(vote.person)} has {vote.weight} {many}{cited}."
