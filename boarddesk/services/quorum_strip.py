"""The quorum of a meeting over time, as stretches to be drawn: how many were there, and whether it was enough."""

from datetime import datetime

import msgspec

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.quorum import Quorum, quorum_at, quorum_over_time
from boarddesk.domain.record import Record
from boarddesk.services.quorum_words import needed_words
from boarddesk.services.words import clock_time


class Stretch(msgspec.Struct, frozen=True):
    """One stretch [start, end) in which presence stayed as it was; `met` is None where no number is set."""

    start: datetime
    end: datetime
    count: int
    met: bool | None
    words: str


class Strip(msgspec.Struct, frozen=True):
    """The stretches from the call to order on; `most` people could have been there, `needed` make a quorum."""

    stretches: tuple[Stretch, ...]
    most: int
    needed: int | None
    sentence: str


def quorum_strip(record: Record, meeting: Meeting, now: datetime | None = None) -> Strip | None:
    """The strip of a meeting up to its adjournment or `now`; None where the record gives no course of time."""
    start = meeting.called_to_order
    end = meeting.adjourned or now
    if start is None or end is None or end <= start:
        return None
    changes: list[tuple[datetime, Quorum]] = [(start, quorum_at(record, meeting, start))]
    changes += [(at, quorum) for at, quorum in quorum_over_time(record, meeting) if start < at < end]
    ends = [at for at, _quorum in changes[1:]] + [end]
    stretches = tuple(_stretch(at, until, quorum) for (at, quorum), until in zip(changes, ends, strict=True))
    if not any(stretch.count for stretch in stretches):
        return None
    first = changes[0][1]
    most = max([first.base or 0, first.in_office, *(stretch.count for stretch in stretches)])
    return Strip(stretches, most, first.needed, _sentence(stretches))


def _stretch(start: datetime, end: datetime, quorum: Quorum) -> Stretch:
    words = f"{clock_time(start)} to {clock_time(end)}: {needed_words(quorum)}"
    return Stretch(start, end, len(quorum.present), quorum.met, words)


def _sentence(stretches: tuple[Stretch, ...]) -> str:
    lost = [f"{clock_time(s.start)} to {clock_time(s.end)}" for s in stretches if s.met is False]
    if any(stretch.met is None for stretch in stretches):
        return "No number is set for a quorum."
    return f"No quorum from {' and '.join(lost)}." if lost else "A quorum was there throughout."
