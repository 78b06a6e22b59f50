"""What stands out in a recorded decision: kept as it is, never corrected, only said (`law.md` 0.15)."""

from collections.abc import Iterator
from datetime import datetime

from boarddesk.domain.meetings import Meeting, PresenceKind, PresenceStamp
from boarddesk.domain.motions import Choice, Consent, ConsentKind, Motion, MotionBase, Result, Vote, VoteMethod
from boarddesk.domain.people import Person
from boarddesk.domain.presence import attendees, present_at, roll_taken, stamps_of
from boarddesk.domain.quorum import members_at
from boarddesk.domain.recommended import order_warning
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on, name_of
from boarddesk.domain.votes import Tally, tally, votes_of

WORDS = {Result.CARRIED: "carried", Result.FAILED: "failed", Result.NO_ACTION: "not acted on"}
TOOK_PART = frozenset({Choice.FOR, Choice.AGAINST, Choice.ABSTAIN})
NO_QUORUM_STATED = "Stated as carried without a quorum."
ARRIVING = frozenset({PresenceKind.PRESENT, PresenceKind.RETURNED})
WORDS_OF_STAMP = {
    PresenceKind.LEFT: "left",
    PresenceKind.CHANGED_MODE: "changed to another way of taking part",
    PresenceKind.RECUSED_OUT: "was recused",
    PresenceKind.RECUSED_IN: "was recused",
    PresenceKind.RECUSAL_ENDED: "ended a recusal",
}
NEEDS_PRESENCE = frozenset(WORDS_OF_STAMP)


def noticed(record: Record, motion: Motion) -> tuple[str, ...]:
    """Sentences about one motion: differences, proxies, voters not on the roll, names spelled otherwise."""
    count = tally(record, motion)
    votes = votes_of(record, motion.id)
    found = (
        *_differences(motion, count, votes),
        *_without_quorum(motion, count),
        *_out_of_time(record, motion),
        *_voters(record, motion, votes),
        *_spellings(record, votes),
        *_between_meetings(record, motion),
        *filter(None, (order_warning(record, motion),)),
        *motion.flags,
    )
    return tuple(dict.fromkeys(found))


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


def _without_quorum(motion: Motion, count: Tally) -> Iterator[str]:
    """A source's carried motion that no quorum stood behind is kept, and said (`law.md` 0.17)."""
    lost = count.quorum is not None and count.quorum.met is False and motion.base is MotionBase.QUORUM
    if lost and motion.result_stated is Result.CARRIED and not count.difference:
        yield NO_QUORUM_STATED


def _out_of_time(record: Record, motion: Motion) -> Iterator[str]:
    """A motion put while the meeting was not in session."""
    meeting = record.find(Meeting, motion.meeting)
    if meeting is None or motion.at is None:
        return
    if meeting.called_to_order is not None and motion.at < meeting.called_to_order:
        yield f"Put at {_clock(motion.at)}, before the call to order at {_clock(meeting.called_to_order)}."
    if meeting.adjourned is not None and motion.at > meeting.adjourned:
        yield f"Put at {_clock(motion.at)}, after the adjournment at {_clock(meeting.adjourned)}."


def _voters(record: Record, motion: Motion, votes: tuple[Vote, ...]) -> Iterator[str]:
    """Votes of people who were not there, were recused, or are not members; all kept and counted as recorded."""
    meeting = record.find(Meeting, motion.meeting)
    rolled = meeting is not None and roll_taken(record, meeting)
    here = set(attendees(record, meeting)) if meeting is not None else set()
    stays = {stay.person: stay for stay in present_at(record, meeting, motion.at)} if rolled and meeting else {}
    members = members_on(record, motion.body, meeting.day) if meeting is not None else ()
    for vote in votes:
        name = name_of(record, vote.person)
        if vote.by_proxy:
            yield f"{name} is said to have voted by proxy; directors cannot, and it gives no presence."
        if vote.choice not in TOOK_PART:
            continue
        if members and vote.person not in members:
            yield f"{name} voted but is not on record as a member of this body that day."
        if rolled and vote.person not in here:
            yield f"{name} voted but is not on the roll of that meeting."
        elif rolled and motion.at is not None and vote.person not in stays:
            yield f"{name} voted but was not present at {_clock(motion.at)}."
        elif motion.at is not None and vote.person in stays and stays[vote.person].recused:
            yield f"{name} voted but was recused at {_clock(motion.at)}."


def _clock(moment: datetime) -> str:
    return f"{moment.hour}:{moment:%M}"


def _spellings(record: Record, votes: tuple[Vote, ...]) -> Iterator[str]:
    for vote in votes:
        name = name_of(record, vote.person)
        if vote.printed and vote.printed != name:
            yield f"The source prints {name} as “{vote.printed}”."


def _between_meetings(record: Record, motion: Motion) -> Iterator[str]:
    consent = record.find(Consent, motion.consent)
    if consent is not None and consent.kind is ConsentKind.VOTE_BETWEEN_MEETINGS:
        yield "Voted between meetings; this is no unanimous written consent (8 Del. C. §141(f))."


def roll_noticed(record: Record, meeting: Meeting) -> tuple[str, ...]:
    """What does not fit together in a roll: kept as it is, and said."""
    found: dict[str, None] = {}
    there: set[str] = set()
    members = members_at(record, meeting)
    for stamp in stamps_of(record, meeting.id):
        name = name_of(record, stamp.person)
        if members and stamp.person not in members and stamp.kind in ARRIVING:
            found[f"{name} is on the roll but is not on record as a member of this body that day."] = None
        if stamp.kind in NEEDS_PRESENCE and stamp.person not in there:
            found[f"{name} {WORDS_OF_STAMP[stamp.kind]}, but the record does not say that they had arrived."] = None
        if meeting.adjourned is not None and stamp.at is not None and stamp.at > meeting.adjourned:
            found[f"{name} has an entry at {_clock(stamp.at)}, after the adjournment."] = None
        if stamp.kind in ARRIVING:
            there.add(stamp.person)
        elif stamp.kind is PresenceKind.LEFT:
            there.discard(stamp.person)
    return tuple(found)


def roll_spellings(record: Record, meeting: Meeting) -> tuple[str, ...]:
    """Names that the source of a roll spells otherwise than the person signs."""
    found = []
    for stamp in record.where(PresenceStamp, "meeting", meeting.id):
        person = record.find(Person, stamp.person)
        if person is not None and stamp.printed and stamp.printed != person.name:
            found.append(f"The roll prints {person.name} as “{stamp.printed}”.")
    return tuple(found)
