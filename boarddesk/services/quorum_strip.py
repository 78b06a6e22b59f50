"""The quorum of a meeting over time, as stretches to be drawn: how many were there, and whether it was enough."""

from datetime import datetime

import msgspec

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.quorum import Quorum, QuorumCourse
from boarddesk.domain.record import Record
from boarddesk.services.quorum_words import needed_words
from boarddesk.services.sittings import recesses_of, time_at


class Stretch(msgspec.Struct, frozen=True):
    """One stretch [start, end) in which presence stayed as it was; `met` is None where no number is set.

    A `recess` has nobody present and no quorum to be judged.
    """

    start: datetime
    end: datetime
    count: int
    met: bool | None
    words: str
    recess: bool = False


class Strip(msgspec.Struct, frozen=True):
    """The stretches from the call to order on; `most` people could have been there, `needed` make a quorum."""

    stretches: tuple[Stretch, ...]
    most: int
    needed: int | None
    sentence: str


def quorum_strip(record: Record, meeting: Meeting, now: datetime | None = None) -> Strip | None:
    """The strip of a meeting up to its adjournment or `now`; None where the record gives no course of time."""
    return strip_of(record, QuorumCourse(record, meeting), now)


def strip_of(record: Record, course: QuorumCourse, now: datetime | None = None, body: str = "") -> Strip | None:
    """The same from presence that is worked out already, of one of the bodies of a joint meeting."""
    meeting = course.meeting
    start = meeting.called_to_order
    end = meeting.adjourned or now
    if start is None or end is None or end <= start:
        return None
    pauses = [(pause.start, pause.end or end) for pause in recesses_of(record, meeting.id)]
    edges = {at for pause in pauses for at in pause} | {at for at, _quorum in course.over_time(body)}
    times = [start, *sorted(at for at in edges if start < at < end)]
    stretches = tuple(
        _stretch(meeting, at, until, course.at(at, body), recess=any(low <= at < high for low, high in pauses))
        for at, until in zip(times, [*times[1:], end], strict=True)
    )
    if not any(stretch.count for stretch in stretches):
        return None
    first = course.at(start, body)
    most = max([first.base or 0, first.in_office, *(stretch.count for stretch in stretches)])
    sitting = tuple(stretch for stretch in stretches if not stretch.recess)
    return Strip(stretches, most, first.needed, _sentence(meeting, sitting))


def _stretch(meeting: Meeting, start: datetime, end: datetime, quorum: Quorum, *, recess: bool) -> Stretch:
    span = f"{time_at(meeting, start)} to {time_at(meeting, end)}"
    if recess:
        return Stretch(start, end, 0, None, f"{span}: in recess", recess=True)
    return Stretch(start, end, len(quorum.present), quorum.met, f"{span}: {needed_words(quorum)}")


def _sentence(meeting: Meeting, stretches: tuple[Stretch, ...]) -> str:
    lost = [f"{time_at(meeting, s.start)} to {time_at(meeting, s.end)}" for s in stretches if s.met is False]
    if any(stretch.met is None for stretch in stretches):
        return "No number is set for a quorum."
    return f"No quorum from {' and '.join(lost)}." if lost else "A quorum was there throughout."
