"""An agenda in its order: numbers, breaks, the consent agenda's parts, and the times that follow from the minutes."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting
from boarddesk.domain.record import Record

NO_TIME = frozenset({ItemType.CALL_TO_ORDER, ItemType.ADJOURNMENT})
"""Items that take no time where none is planned for them; of any other the end is then unknown."""


class Slot(msgspec.Struct, frozen=True):
    """One line of the timetable: an item, when it begins and ends, and whether the consent agenda holds it."""

    item: AgendaItem
    starts: datetime | None
    ends: datetime | None
    within: bool = False

    @property
    def number(self) -> str:
        """The number printed; a break has none."""
        return "" if self.item.type is ItemType.BREAK else str(self.item.position)


def in_order(items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Items in their order; a break has the number of the item it follows."""
    return tuple(sorted(items, key=lambda item: (item.position, item.type is ItemType.BREAK, item.id)))


def agenda_of(record: Record, meeting: str) -> tuple[AgendaItem, ...]:
    """The items of a meeting in their order, breaks and the consent agenda's parts among them."""
    return in_order(record.where(AgendaItem, "meeting", meeting))


def numbered(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The items with the numbers of their order, from 1; a break takes none and keeps that of the item before it."""
    found, number = [], 0
    for item in items:
        number += item.type is not ItemType.BREAK
        found.append(msgspec.structs.replace(item, position=number))
    return tuple(found)


def parts_of(items: Iterable[AgendaItem], consent: str) -> tuple[AgendaItem, ...]:
    """The parts of a consent agenda, in order."""
    return tuple(item for item in items if item.within == consent)


def timetable(record: Record, meeting: Meeting, *, real: bool = False) -> tuple[Slot, ...]:
    """When each item begins and ends, from the start and the minutes planned.

    After an item without minutes nothing is known any more. With `real` the times an item really began and ended at
    take the place of what was planned. The consent agenda's parts are dealt with in its own time.
    """
    clock: datetime | None = None if meeting.all_day else meeting.starts
    if real and meeting.called_to_order is not None:
        clock = meeting.called_to_order
    items = agenda_of(record, meeting.id)
    there = {item.id for item in items if item.type is ItemType.CONSENT}
    slots: list[Slot] = []
    for item in items:
        if item.within in there:
            slots.append(Slot(item, None, None, within=True))
            continue
        starts = (item.started if real else None) or clock
        clock = _end(item, starts, real=real)
        slots.append(Slot(item, starts, clock))
    return tuple(slots)


def _end(item: AgendaItem, starts: datetime | None, *, real: bool) -> datetime | None:
    if real and item.ended is not None:
        return item.ended
    minutes = 0 if item.minutes is None and item.type in NO_TIME else item.minutes
    return None if starts is None or minutes is None else starts + timedelta(minutes=minutes)


def planned_minutes(items: Iterable[AgendaItem]) -> int:
    """The minutes planned in all, breaks included."""
    return sum(item.minutes or 0 for item in items if item.within is None)


def expected_end(slots: Sequence[Slot]) -> datetime | None:
    """When the last item ends; None where an item before has no minutes."""
    timed = [slot for slot in slots if not slot.within]
    return timed[-1].ends if timed else None


def zone_of(record: Record, meeting: Meeting) -> str:
    """The time zone of the meeting's place: its own, else the company's."""
    return meeting.time_zone or record.company.time_zone


def zones_beside(record: Record, meeting: Meeting) -> tuple[str, ...]:
    """Zones whose times stand beside the place's own: the company's where it differs, and those chosen.

    A zone whose clocks show the same time on that day is left out.
    """
    own = zone_of(record, meeting)
    wanted = dict.fromkeys((record.company.time_zone, *meeting.also_zones))
    return tuple(zone for zone in wanted if in_zone(meeting.starts, own, zone) != meeting.starts)


def in_zone(moment: datetime, own: str, other: str) -> datetime:
    """A local time of one zone as the clocks of another show it."""
    return moment.replace(tzinfo=ZoneInfo(own)).astimezone(ZoneInfo(other)).replace(tzinfo=None)
