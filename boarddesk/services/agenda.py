"""An agenda for its tab: items with their clock times, the whole time, requests of directors."""

from datetime import date, datetime, timedelta

import msgspec

from boarddesk.domain.meetings import (
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
from boarddesk.services.agenda_order import items_of
from boarddesk.services.words import clock_time, short_day


class AgendaLine(msgspec.Struct, frozen=True):
    """One item of the agenda; `starts` is worked out from the minutes planned, or the real time once begun."""

    id: str
    number: int
    title: str
    under: str
    starts: datetime | None
    presenter: str
    minutes: int | None
    purpose: Purpose | None
    outcome: ItemOutcome | None
    papers: int
    motions: int
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
    clock: datetime | None = None if meeting.all_day else meeting.called_to_order or meeting.starts
    lines = []
    papers = record.where(Paper, "meeting", meeting.id)
    for item in items_of(record, meeting.id):
        starts = item.started or clock
        lines.append(
            AgendaLine(
                id=item.id,
                number=item.position,
                title=item.title,
                under=_under(record, item),
                starts=starts,
                presenter=name_of(record, item.presenter) or item.presenter_note,
                minutes=item.minutes,
                purpose=item.purpose,
                outcome=item.outcome,
                papers=sum(paper.item == item.id for paper in papers),
                motions=len(record.where(Motion, "item", item.id)),
                item=item,
            )
        )
        clock = item.ended or (starts + timedelta(minutes=item.minutes or 0) if starts else None)
    return tuple(lines)


def _under(record: Record, item: AgendaItem) -> str:
    parts = [*item.clauses]
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


def whole_time(lines: tuple[AgendaLine, ...]) -> str:
    """“8 items, 2 h 15 min, ends 11:15”."""
    count = f"{len(lines)} {'item' if len(lines) == 1 else 'items'}"
    minutes = sum(line.minutes or 0 for line in lines)
    if not minutes:
        return count
    hours, rest = divmod(minutes, 60)
    took = " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)
    last = lines[-1]
    ends = last.starts + timedelta(minutes=last.minutes or 0) if last.starts else None
    return f"{count}, {took}{f', ends {clock_time(ends)}' if ends else ''}"


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
    if request.outcome is RequestOutcome.DECLINED and request.reason:
        words = f"{words}: {request.reason}"
    return RequestLine(
        request.id, name_of(record, request.person), request.requested_on, request.text, request.outcome, words
    )
