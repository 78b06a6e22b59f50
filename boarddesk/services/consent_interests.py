"""Who of the members has an interest in what a written consent decides, and why a meeting serves better then."""

from collections.abc import Iterable
from datetime import date

from boarddesk.domain.motions import Motion, MotionKind, RelatedTransaction
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on, name_of
from boarddesk.services.words import joined

OF_SUBJECTS = frozenset({MotionKind.EXECUTIVE_PAY, MotionKind.RELATED_PERSON, MotionKind.APPOINT_OFFICER})
"""Kinds of motion in which a member who is their subject has an interest of his own."""


def interests_in(record: Record, body: str, day: date, motions: Iterable[Motion]) -> dict[str, str]:
    """Members of the body with an interest on record, each with what it is: a dealing, or a decision about himself."""
    members = members_on(record, body, day)
    found: dict[str, str] = {}
    for motion in motions:
        dealing = record.find(RelatedTransaction, motion.transaction)
        if dealing is not None:
            about = f"the dealing with {dealing.counterparty}"
            found |= {person: about for person in (dealing.person, *dealing.interested) if person in members}
        if motion.kind in OF_SUBJECTS:
            found |= {person: "a decision about that director" for person in motion.subjects if person in members}
    return found


def interest_warnings(
    record: Record, body: str, day: date, motions: Iterable[Motion], reported: Iterable[str] = ()
) -> tuple[str, ...]:
    """What is said before such a consent is circulated; empty where nobody has an interest."""
    found = dict.fromkeys(reported, "") | interests_in(record, body, day, motions)
    if not found:
        return ()
    names = [f"{name_of(record, person)} ({why})" if why else name_of(record, person) for person, why in found.items()]
    verb = "has an interest" if len(names) == 1 else "have an interest"
    why = "A consent needs the signature of every member, so nobody can recuse"
    instead = "at a meeting those with an interest can leave the room and not vote"
    return (f"{joined(names)} {verb} in it. {why}; {instead}.",)
