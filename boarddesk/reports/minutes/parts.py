"""The parts of a meeting in their order: call to order, items, motions without an item, adjournment."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from boarddesk.domain.agenda import agenda_of
from boarddesk.domain.meetings import AgendaItem, ItemType, MeetingState
from boarddesk.domain.motions import Motion, MotionKind
from boarddesk.reports.minutes.compose import Composer
from boarddesk.reports.sections.events import Event, events_of
from boarddesk.reports.sections.order import natural
from boarddesk.reports.sections.voice import Voice

_LAST = datetime.max  # noqa: DTZ901 - local wall-clock time


@dataclass(slots=True)
class Part:
    """One numbered item, or an unnumbered part of the minutes, with what belongs to it."""

    title: str
    number: str = ""
    item: AgendaItem | None = None
    opens: bool = False
    closes: bool = False
    start: datetime | None = None
    motions: list[Motion] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    @property
    def untouched(self) -> bool:
        """Whether nothing on record says that the item was taken up."""
        item = self.item
        taken_up = item is None or item.text.strip() or item.started or item.outcome or self.motions
        return not (taken_up or self.opens or self.closes)


def parts_of(composer: Composer) -> list[Part]:
    """The parts in their order; the last is the adjournment."""
    voice = composer.voice
    items = [item for item in agenda_of(voice.record, voice.meeting.id) if item.type is not ItemType.BREAK]
    parts = [
        Part(
            item.title,
            str(number),
            item,
            opens=item.type is ItemType.CALL_TO_ORDER,
            closes=item.type is ItemType.ADJOURNMENT,
            start=item.started,
        )
        for number, item in enumerate(items, start=1)
    ]
    if not any(part.opens for part in parts):
        title = "Convening and attendance" if voice.is_session else "Call to order, notice and quorum"
        parts.insert(0, Part(title, opens=True, start=voice.opened))
    closing = next((part for part in parts if part.closes), None) or Part("Adjournment", closes=True)
    if closing not in parts:
        parts.append(closing)
    _place_motions(voice, parts, closing)
    _place_events(composer, parts)
    return parts


def reached(voice: Voice, parts: list[Part]) -> tuple[list[Part], list[Part]]:
    """The parts to print, and the items that a meeting broken off or never begun did not come to."""
    if voice.meeting.state is MeetingState.HELD:
        return parts, []
    left = [part for part in parts if part.untouched]
    return [part for part in parts if part not in left], left


def _place_motions(voice: Voice, parts: list[Part], closing: Part) -> None:
    by_item = {part.item.id: part for part in parts if part.item}
    loose: list[Motion] = []
    for motion in voice.record.where(Motion, "meeting", voice.meeting.id):
        part = by_item.get(motion.item or "") or (_at(parts, motion.at) if motion.at else None)
        if part is None and motion.kind is MotionKind.ADJOURN:
            part = closing
        (part.motions if part else loose).append(motion)
    if loose:
        parts.insert(parts.index(closing), Part("Motions", motions=loose))
    for part in parts:
        part.motions.sort(key=lambda m: (m.order, m.at or _LAST, natural(m.number), m.id))
        if all(motion.at for motion in part.motions):
            part.motions.sort(key=lambda m: m.at or _LAST)


def _place_events(composer: Composer, parts: list[Part]) -> None:
    by_item = {part.item.id: part for part in parts if part.item}
    for event in events_of(composer):
        part = by_item.get(event.item or "") or (_at(parts, event.at) if event.at else None) or parts[0]
        part.events.append(event)


def _at(parts: Sequence[Part], at: datetime) -> Part | None:
    """The part under way at a time: the last whose start is not later."""
    begun = [part for part in parts if part.start and part.start <= at and (part.item or part.opens)]
    timed_items = [part for part in parts if part.item and part.start]
    return begun[-1] if begun and timed_items else None
