"""Amendments to a motion that is pending: their order, and how the motion reads after them (Robert's Rules, §12).

An amendment is a motion that names the one it `amends`; one that puts another motion in its place is a
`substitute`. It is voted on before the motion it amends; an amendment to it is voted on before itself.
"""

from boarddesk.domain.motions import Motion, Result
from boarddesk.domain.record import Record
from boarddesk.domain.votes import tally

DEEPEST = 2
"""An amendment to an amendment is the last degree."""


def amendments_of(record: Record, motion: str) -> tuple[Motion, ...]:
    """The amendments moved to a motion, in order of their moving."""
    return tuple(sorted(record.where(Motion, "amends", motion), key=lambda one: (one.order, one.id)))


def degree(record: Record, motion: Motion) -> int:
    """0 for a main motion, 1 for an amendment, 2 for an amendment to it."""
    found, at = 0, record.find(Motion, motion.amends)
    while at is not None:
        found, at = found + 1, record.find(Motion, at.amends)
    return found


def pending_amendment(record: Record, motion: Motion) -> Motion | None:
    """The amendment to a motion that waits for its vote, or None; Robert's Rules let one at a time be pending."""
    return next((one for one in amendments_of(record, motion.id) if one.waits), None)


def voted_next(record: Record, motion: Motion) -> Motion:
    """What is voted on first: the innermost pending amendment, or the motion itself."""
    at, following = motion, pending_amendment(record, motion)
    while following is not None:
        at, following = following, pending_amendment(record, following)
    return at


def carried_amendments(record: Record, motion: Motion) -> tuple[Motion, ...]:
    """The amendments to a motion that carried, in order."""
    return tuple(
        one for one in amendments_of(record, motion.id) if not one.waits and tally(record, one).result is Result.CARRIED
    )


def replacement(record: Record, amendment: Motion) -> str:
    """How the amended motion shall read, as amendments to the amendment itself have left it."""
    carried = carried_amendments(record, amendment)
    return replacement(record, carried[-1]) if carried else amendment.replacement


def wording(record: Record, motion: Motion) -> str:
    """The words of a motion as its carried amendments have made them; its own where none carried."""
    carried = carried_amendments(record, motion)
    return replacement(record, carried[-1]) if carried else motion.text
