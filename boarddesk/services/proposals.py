"""Motions proposed before a meeting: their words stand on the agenda, no vote has been taken on them yet."""

from boarddesk.domain.amendments import voted_next
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Motion, Vote
from boarddesk.domain.record import Record
from boarddesk.services.workspace import Services


def is_proposed(record: Record, motion: Motion) -> bool:
    """Whether a motion waits to be put: no time, no vote, no result."""
    return motion.meeting is not None and motion.waits and not record.where(Vote, "motion", motion.id)


def proposal_for(services: Services, meeting: Meeting, item: str | None) -> Motion | None:
    """What is to be put next under an item: the first motion proposed, or an amendment to it that is pending."""
    if item is None:
        return None
    record = services.shown
    waiting = [motion for motion in record.where(Motion, "item", item) if is_proposed(record, motion)]
    first = min(
        (motion for motion in waiting if motion.meeting == meeting.id and motion.amends is None),
        key=lambda motion: (motion.order, motion.number),
        default=None,
    )
    return voted_next(record, first) if first is not None else None
