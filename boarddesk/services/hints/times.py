"""Hints on time: what is told must not run backwards."""

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import pairwise

from boarddesk.common.times import clock, figures
from boarddesk.domain.blocks import Block, BlockKind
from boarddesk.domain.meetings import Meeting
from boarddesk.services.hints.hint import Draft, Hint

_CLOCK = re.compile(r"\b(1[0-2]|0?[1-9]):([0-5]\d)(?:\s?([ap])\.m\.)?", re.IGNORECASE)


def backwards(draft: Draft) -> Iterator[Hint]:
    """An item, motion or paragraph with a time that lies before what stands above it, or outside the meeting."""
    seen = [(at, block.key) for block in draft.printed if (at := time_of(draft, block))]
    outside = [(at, place) for at, place in seen if not _during(draft.meeting, at)]
    for at, place in outside:
        yield Hint(
            "time_backwards", place, clock(at), f"{clock(at)} lies outside the meeting. Correct the time.", differs=True
        )
    for (before, _), (after, place) in pairwise(entry for entry in seen if entry not in outside):
        if after < before:
            said = f"{clock(after)} stands below {clock(before)}. Correct the time, or the order."
            yield Hint("time_backwards", place, clock(after), said, differs=True)
    for item in draft.items:
        if item.started and item.ended and item.ended < item.started:
            said = f"Item {item.position} ends at {clock(item.ended)}, before it begins at {clock(item.started)}."
            yield Hint("time_backwards", draft.place_of(item), clock(item.ended), said, differs=True)
    yield from _within_text(draft)


def _during(meeting: Meeting, at: datetime) -> bool:
    early = meeting.called_to_order is not None and at < meeting.called_to_order
    late = meeting.adjourned is not None and at > meeting.adjourned + timedelta(minutes=1)
    return not early and not late


def time_of(draft: Draft, block: Block) -> datetime | None:
    """The time that stands in a block's rail, on the day of its item or of the meeting."""
    if block.kind in {BlockKind.FACTS, BlockKind.ROLL, BlockKind.HEADING}:
        return None
    motion = next((m for m in draft.motions if m.id == block.motion), None)
    if motion is not None:
        return motion.at if block.kind is BlockKind.MOTION else None
    found = _CLOCK.search(block.rail[0].replace("\u00a0", " ")) if block.rail else None
    if found is None:
        return None
    item = draft.item_of(block)
    if item is not None and item.started and block.rail[0].startswith(figures(item.started)):
        return item.started
    day = (item.started if item and item.started else draft.meeting.starts).date()
    return datetime.combine(day, _time(found, block.rail[0]))


def _within_text(draft: Draft) -> Iterator[Hint]:
    """Clock times typed one after the other in one paragraph."""
    for block in draft.written():
        for line in block.text.replace("\u00a0", " ").splitlines():
            times = [(found, _time(found, found[0])) for found in _CLOCK.finditer(line) if found[3]]
            for (first, before), (second, after) in pairwise(times):
                if after < before:
                    said = f"{second[0]} follows {first[0]} in this paragraph. Correct the time, or the order."
                    yield Hint("time_backwards", block.key, second[0], said, differs=True)


def _time(found: re.Match[str], text: str) -> time:
    """A clock time; one without a meridiem takes that which closes the span it begins."""
    half = found[3] or (last[-1][2] if (last := _CLOCK.findall(text.replace("\u00a0", " "))) else "")
    hour = int(found[1]) % 12 + (12 if half.lower() == "p" else 0)
    begun = time(hour, int(found[2]))
    if not found[3] and last and last[-1][2].lower() == "p":
        ended = time(int(last[-1][0]) % 12 + 12, int(last[-1][1]))
        return begun if begun <= ended else begun.replace(hour=begun.hour - 12)
    return begun
