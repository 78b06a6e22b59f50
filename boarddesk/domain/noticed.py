"""What stands out in a recorded decision: kept as it is, never corrected, only said (`law.md` 0.15)."""

from collections.abc import Iterator

from boarddesk.domain.meetings import Meeting, PresenceStamp
from boarddesk.domain.motions import Choice, Consent, ConsentKind, Motion, Result, Vote, VoteMethod
from boarddesk.domain.people import Person
from boarddesk.domain.presence import attendees, roll_taken
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.domain.votes import Tally, tally, votes_of

WORDS = {Result.CARRIED: "carried", Result.FAILED: "failed", Result.NO_ACTION: "not acted on"}
TOOK_PART = frozenset({Choice.FOR, Choice.AGAINST, Choice.ABSTAIN})


def noticed(record: Record, motion: Motion) -> tuple[str, ...]:
    """Sentences about one motion: differences, proxies, voters not on the roll, names spelled otherwise."""
    count = tally(record, motion)
    votes = votes_of(record, motion.id)
    return (
        *_differences(motion, count, votes),
        *_voters(record, motion, votes),
        *_spellings(record, votes),
        *_between_meetings(record, motion),
        *motion.flags,
    )


def _differences(motion: Motion, count: Tally, votes: tuple[Vote, ...]) -> Iterator[str]:
    if count.difference and count.computed is not None and count.result is not None:
        source = f" in {motion.stated_by}" if motion.stated_by else ""
        yield f"Stated{source} as {WORDS[count.result]}; the votes give {WORDS[count.computed]}."
    if motion.vote_method is not VoteMethod.BY_NAME:
        return
    for choice, stated in (
        (Choice.FOR, motion.count_for),
        (Choice.AGAINST, motion.count_against),
        (Choice.ABSTAIN, motion.count_abstain),
    ):
        named = sum(1 for vote in votes if vote.choice is choice)
        if stated is not None and stated != named:
            yield f"The source counts {stated} {choice.value}; {named} are named."


def _voters(record: Record, motion: Motion, votes: tuple[Vote, ...]) -> Iterator[str]:
    meeting = record.find(Meeting, motion.meeting)
    here = set(attendees(record, meeting)) if meeting is not None and roll_taken(record, meeting) else None
    for vote in votes:
        name = name_of(record, vote.person)
        if vote.by_proxy:
            yield f"{name} is said to have voted by proxy; directors cannot, and it gives no presence."
        if here is not None and vote.choice in TOOK_PART and vote.person not in here:
            yield f"{name} voted but is not on the roll of that meeting."


def _spellings(record: Record, votes: tuple[Vote, ...]) -> Iterator[str]:
    for vote in votes:
        name = name_of(record, vote.person)
        if vote.printed and vote.printed != name:
            yield f"The source prints {name} as “{vote.printed}”."


def _between_meetings(record: Record, motion: Motion) -> Iterator[str]:
    consent = record.find(Consent, motion.consent)
    if consent is not None and consent.kind is ConsentKind.VOTE_BETWEEN_MEETINGS:
        yield "Voted between meetings; this is no unanimous written consent (8 Del. C. §141(f))."


def roll_spellings(record: Record, meeting: Meeting) -> tuple[str, ...]:
    """Names that the source of a roll spells otherwise than the person signs."""
    found = []
    for stamp in record.where(PresenceStamp, "meeting", meeting.id):
        person = record.find(Person, stamp.person)
        if person is not None and stamp.printed and stamp.printed != person.name:
            found.append(f"The roll prints {person.name} as “{stamp.printed}”.")
    return tuple(found)
