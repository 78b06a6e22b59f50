"""An agenda for its tab: items with their clock times, the whole time, requests of directors."""

from datetime import date, datetime, timedelta

import msgspec

from boarddesk.domain.agenda import NO_TIME, expected_end, in_zone, planned_minutes, timetable, zone_of, zones_beside
from boarddesk.domain.meetings import (
    AHEAD,
    AgendaItem,
    AgendaRequest,
    ItemOutcome,
    Meeting,
    Purpose,
    RequestOutcome,
)
from boarddesk.domain.motions import Motion
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.reports.wording import zone_name
from boarddesk.services.recommendations import recommended_words
from boarddesk.services.words import clock_time, short_day


class AgendaLine(msgspec.Struct, frozen=True):
    """One item of the agenda at its place, from 1; the times are worked out, or the real ones once begun.

    `number` is what is printed, nothing for a break; `within` says that the consent agenda holds it.
    """

    id: str
    place: int
    number: str
    title: str
    under: str
    starts: datetime | None
    ends: datetime | None
    presenter: str
    minutes: int | None
    purpose: Purpose | None
    outcome: ItemOutcome | None
    papers: int
    motions: int
    within: bool
    item: AgendaItem


class RequestLine(msgspec.Struct, frozen=True):
    """One request: who asked for what and when, and what became of it."""

    id: str
    who: str
    asked: date
    text: str
    outcome: RequestOutcome | None
    words: str


def agenda_lines(record: Record, meeting: Meeting) -> tuple[AgendaLine, ...]:
    """The items of a meeting in order."""
    papers = record.where(Paper, "meeting", meeting.id)
    return tuple(
        AgendaLine(
            id=slot.item.id,
            place=place,
            number=slot.number,
            title=slot.item.title,
            under=_under(record, slot.item),
            starts=slot.starts,
            ends=slot.ends,
            presenter=name_of(record, slot.item.presenter) or slot.item.presenter_note,
            minutes=None if slot.within else slot.item.minutes,
            purpose=slot.item.purpose,
            outcome=slot.item.outcome,
            papers=sum(paper.item == slot.item.id for paper in papers),
            motions=len(record.where(Motion, "item", slot.item.id)),
            within=slot.within,
            item=slot.item,
        )
        for place, slot in enumerate(timetable(record, meeting, real=True), start=1)
    )


def _under(record: Record, item: AgendaItem) -> str:
    parts = [*item.clauses]
    asked_by = record.find(Motion, item.recommendation)
    if asked_by is not None:
        parts.append(recommended_words(record, asked_by))
    if item.request is not None:
        asked = record.find(AgendaRequest, item.request)
        parts.append(f"asked for by {name_of(record, asked.person)}" if asked else "")
    carried = record.find(AgendaItem, item.carried_from)
    if carried is not None:
        earlier = record.find(Meeting, carried.meeting)
        parts.append(f"carried from {short_day(earlier.day)}" if earlier else "")
    if item.deferred_to is not None:
        later = record.find(Meeting, item.deferred_to)
        parts.append(f"deferred to {short_day(later.day)}" if later else "")
    return " · ".join(part for part in parts if part)


def whole_time(record: Record, meeting: Meeting) -> str:
    """“8 items, 2 h 15 min, ends 11:15”; an end that is not known, or not the one planned, is said."""
    slots = timetable(record, meeting, real=True)
    numbered = sum(bool(slot.number) for slot in slots)
    count = f"{numbered} {'item' if numbered == 1 else 'items'}"
    minutes = planned_minutes(slot.item for slot in slots)
    if not minutes:
        return count
    ends = expected_end(slots)
    wanted = (slot.item for slot in slots if not slot.within and slot.item.type not in NO_TIME)
    open_ = sum(item.minutes is None and item.ended is None for item in wanted)
    if ends is None:
        missing = "an item has" if open_ == 1 else f"{open_} items have"
        return f"{count}, {duration(minutes)}; {missing} no minutes yet" if open_ else f"{count}, {duration(minutes)}"
    return f"{count}, {duration(minutes)}, ends {clock_time(ends)}"


def beyond_end(record: Record, meeting: Meeting) -> str:
    """“15 min past the end planned for 13:30”; empty where the agenda fits, or is over."""
    ends = expected_end(timetable(record, meeting))
    if ends is None or meeting.ends is None or meeting.state not in AHEAD or ends <= meeting.ends:
        return ""
    over = int((ends - meeting.ends) / timedelta(minutes=1))
    return f"{duration(over)} past the end planned for {clock_time(meeting.ends)}"


def duration(minutes: int) -> str:
    """“2 h 15 min”."""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part) or "0 min"


def zone_words(record: Record, meeting: Meeting) -> str:
    """“Eastern Time; 06:00 Pacific Time”: the place's zone, and when it begins in the others."""
    own = zone_of(record, meeting)
    if meeting.all_day:
        return zone_name(own)
    beside = [
        f"{clock_time(in_zone(meeting.starts, own, zone))} {zone_name(zone)}" for zone in zones_beside(record, meeting)
    ]
    return "; ".join([zone_name(own), *beside])


def request_lines(record: Record, meeting: Meeting) -> tuple[RequestLine, ...]:
    """The requests made for this meeting, and those still open that name none."""
    found = [
        request
        for request in record.all(AgendaRequest)
        if request.meeting == meeting.id or (request.meeting is None and request.outcome is None)
    ]
    found.sort(key=lambda request: (request.requested_on, request.id))
    return tuple(_request(record, request) for request in found)


def _request(record: Record, request: AgendaRequest) -> RequestLine:
    words = {
        RequestOutcome.PLACED: "Placed",
        RequestOutcome.DECLINED: "Declined",
        RequestOutcome.WITHDRAWN: "Withdrawn",
        None: "Open",
    }[request.outcome]
    if request.decided_on is not None:
        words = f"{words} {short_day(request.decided_on)}"
    if request.outcome is not RequestOutcome.PLACED and request.reason:
        words = f"{words}: {request.reason}"
    return RequestLine(
        request.id, name_of(record, request.person), request.requested_on, request.text, request.outcome, words
    )
