"""A motion in words: what it resolves in one line, its vote, its result with the sum shown, its rule."""

import re
from fractions import Fraction

from boarddesk.domain.motions import Motion, MotionBase, MotionKind, Result, VoteRuleBase
from boarddesk.domain.record import Record
from boarddesk.domain.votes import Tally, tally

_OPENING = re.compile(r"^(now, therefore, be it )?resolved( further)?,?( that)?,? ", re.IGNORECASE)
RESULT_NAMES = {Result.CARRIED: "Carried", Result.FAILED: "Failed", Result.NO_ACTION: "Not acted on"}
KIND_NAMES = {
    MotionKind.ORDINARY: "Ordinary motion",
    MotionKind.FILL_VACANCY: "Fill a vacancy",
    MotionKind.ADJOURN: "Adjourn",
    MotionKind.APPROVE_MINUTES: "Approve minutes",
    MotionKind.NOMINATE: "Nominate",
    MotionKind.DETERMINE_INDEPENDENCE: "Determine independence",
    MotionKind.EXECUTIVE_PAY: "Pay of an executive officer",
    MotionKind.DIRECTOR_PAY_RECOMMEND: "Recommend director pay",
    MotionKind.DIRECTOR_PAY: "Director pay",
    MotionKind.RELATED_PERSON: "Related-person transaction",
    MotionKind.ADOPT_DOCUMENT: "Adopt a document",
    MotionKind.APPOINT_OFFICER: "Appoint an officer",
    MotionKind.CHANGE_COMMITTEE: "Change a committee",
    MotionKind.SET_BOARD_SIZE: "Set the size of the board",
    MotionKind.LEADERSHIP_STRUCTURE: "Leadership structure",
    MotionKind.RECOMMEND: "Recommend to the board",
    MotionKind.RESCIND: "Rescind",
    MotionKind.AMEND_ADOPTED: "Amend something adopted before",
    MotionKind.CORRECT_MINUTES: "Correct minutes",
}
_BASES = {
    VoteRuleBase.PRESENT: "present",
    VoteRuleBase.CAST: "votes cast",
    VoteRuleBase.IN_OFFICE: "directors in office",
    VoteRuleBase.WHOLE_BOARD: "the whole board",
}


def gist(motion: Motion) -> str:
    """The motion in one line: its resolution without the opening words."""
    lines = [line.strip() for line in motion.text.splitlines() if line.strip()]
    resolved = next((line for line in lines if line.upper().startswith("RESOLVED")), lines[0] if lines else "")
    resolved = _OPENING.sub("", resolved)
    return resolved[:1].upper() + resolved[1:]


def result_words(record: Record, motion: Motion) -> str:
    """“Carried 6 of 9, 5 needed”; a stated result says so."""
    return counted_words(tally(record, motion))


def counted_words(count: Tally) -> str:
    """The result of a count with its sum."""
    if count.result is None:
        return "No result recorded"
    word = RESULT_NAMES[count.result]
    if count.stated and count.result is not Result.NO_ACTION:
        word += " as stated"
        if count.difference and count.computed is not None:
            word += f", differs from the votes ({RESULT_NAMES[count.computed].lower()})"
    if count.votes_for is None or count.base is None or count.needed is None:
        return word
    if count.result is Result.NO_ACTION and count.reason:
        return f"{word}: {count.reason[:1].lower()}{count.reason[1:].rstrip('.')}"
    return f"{word} {count.votes_for:,} of {count.base:,}, {count.needed:,} needed"


def vote_words(count: Tally) -> str:
    """“6 for, 1 against, 1 abstains, 1 recused”; zeros are left out but for the votes for."""
    if count.votes_for is None:
        return "No vote recorded"
    parts = [f"{count.votes_for} for"]
    abstain = "abstains" if count.abstain == 1 else "abstain"
    others = ((count.against, "against"), (count.abstain, abstain), (count.recused, "recused"), (count.absent, "out"))
    parts += [f"{number} {word}" for number, word in others if number]
    return ", ".join(parts)


def rule_words(motion: Motion, count: Tally, *, in_votes: bool = False) -> str:
    """The rule in plain words: “Majority of 7 present”, “2/3 of the whole board of 10 (Bylaws §9.1)”."""
    base = count.base if count.base is not None else "those"
    if motion.base is MotionBase.DIRECTORS_IN_OFFICE:
        return f"Majority of {base} directors in office (§223(a))"
    share = "Majority"
    if motion.rule_fraction and Fraction(motion.rule_fraction) != Fraction(1, 2):
        share = motion.rule_fraction
    kind = motion.rule_base or VoteRuleBase.PRESENT
    words = "votes present" if in_votes and kind is VoteRuleBase.PRESENT else _BASES[kind]
    of = f"{words} of {base}" if kind is VoteRuleBase.WHOLE_BOARD else f"{base} {words}"
    cited = f" ({motion.rule_citation})" if motion.rule_citation else ""
    return f"{share} of {of}{cited}"
