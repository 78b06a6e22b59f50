"""Joint meetings: one meeting of each body that sits, judged for each by its own members, notice and quorum."""

from collections.abc import Callable, Container

from msgspec.structs import replace

from boarddesk.domain.finding import RANK, Finding
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Motion
from boarddesk.domain.quorum import sitting_body
from boarddesk.rules.case import Case
from boarddesk.rules.judge import Judge


def as_of_body(meeting: Meeting, body: str) -> Meeting:
    """A meeting as that of one of the bodies that sit at it."""
    return replace(meeting, body=body, joint_with=()) if meeting.joint_with else meeting


def of_each_body(meeting: Meeting, bodies: Container[str]) -> tuple[Meeting, ...]:
    """A meeting once for each of some bodies that sits at it, in their order."""
    return tuple(as_of_body(meeting, body) for body in meeting.bodies if body in bodies)


def motions_at(case: Case, meeting: Meeting) -> list[Motion]:
    """The motions of a meeting that belong to its body: at a joint meeting each belongs to one of them."""
    whole = case.record.find(Meeting, meeting.id) or meeting
    found = case.record.where(Motion, "meeting", meeting.id)
    return [m for m in found if not whole.joint_with or sitting_body(whole, m.body) == meeting.body]


def judged_for_each(
    judge: Judge, meeting: Meeting, bodies: Container[str], check: Callable[[Meeting], Finding | None]
) -> Finding | None:
    """What a check finds of a meeting; of a joint one it is asked for each body, and the worst of them stands."""
    parts = [found for part in of_each_body(meeting, bodies) if (found := check(part)) is not None]
    if len(parts) < 2:
        return parts[0] if parts else None
    worst = min(parts, key=lambda found: RANK[found.status])
    whole = judge.find(
        worst.status, " ".join(part.because for part in parts), meeting.day, meeting, remedy=worst.remedy,
        missing=tuple(dict.fromkeys(gap for part in parts for gap in part.missing)), responsible=worst.responsible,
    )  # fmt: skip
    # The same row, seen for one body and for another, is one piece of evidence.
    shown = {(one.kind, one.id): one for part in parts for one in part.evidence}
    shown.update(((one.kind, one.id), one) for one in judge.case.labels.all([meeting]))
    used = {one.key: one for part in parts for one in part.parameters}
    return replace(whole, evidence=tuple(shown.values()), parameters=tuple(used.values()))
