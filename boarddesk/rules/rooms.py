"""Who was in the room for one item or vote, from stamps and guest entries (Nasdaq 5605(d)(1))."""

from datetime import datetime

from boarddesk.domain.meetings import AgendaItem, Guest, Meeting
from boarddesk.domain.motions import Motion
from boarddesk.domain.presence import EARLIEST, LATEST
from boarddesk.rules.case import Case


def in_room(case: Case, motion: Motion, meeting: Meeting, person: str) -> bool | None:
    """Whether the person was there during the item or at the vote; None where the hours are not on record."""
    if not case.quorums.rolled(meeting):
        return None
    item = case.record.find(AgendaItem, motion.item)
    start, end = (item.started if item else None) or motion.at, motion.at or (item.ended if item else None)
    return _overlap(meeting, _spans(case, meeting, person, motion.item), start, end)


def at_item(case: Case, item: AgendaItem, meeting: Meeting, person: str) -> bool | None:
    """Whether the person was there during an item; None where roll or hours are not on record."""
    spans = _spans(case, meeting, person, item.id)
    if not spans and not case.quorums.rolled(meeting):
        return None
    return _overlap(meeting, spans, item.started, item.ended)


def _spans(case: Case, meeting: Meeting, person: str, item: str | None) -> list[tuple[datetime, datetime]]:
    """When the person was at a meeting, as a member or as a guest for the whole of it or for that item."""
    spans = [(s.start, s.end) for s in case.quorums.stays(meeting) if s.person == person and s.counts]
    spans.extend(
        (guest.arrived or EARLIEST, guest.left or LATEST)
        for guest in case.record.where(Guest, "meeting", meeting.id)
        if guest.person == person and (not guest.items or item in guest.items)
    )
    return spans


def _overlap(
    meeting: Meeting, spans: list[tuple[datetime, datetime]], start: datetime | None, end: datetime | None
) -> bool | None:
    opening, close = meeting.called_to_order or meeting.starts, meeting.adjourned or LATEST
    if any(low <= opening and high >= close for low, high in spans):
        return True
    if not spans:
        return False
    if start is None:
        return None
    return any(low <= (end or start) and high > start for low, high in spans)
