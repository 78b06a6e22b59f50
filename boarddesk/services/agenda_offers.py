"""What waits for an agenda: minutes, requests, what was carried over, recommendations, open actions, standing items."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from boarddesk.domain.agenda import agenda_of
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import (
    AHEAD,
    BOARD,
    CALLED_OFF,
    AgendaItem,
    AgendaRequest,
    ItemOutcome,
    ItemType,
    Meeting,
    MeetingKind,
    MeetingState,
    RequestOutcome,
)
from boarddesk.domain.motions import Action, Motion
from boarddesk.domain.recommended import Stage, recommendations
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.actions import open_actions
from boarddesk.services.agenda_templates import standing_items
from boarddesk.services.bus import Command
from boarddesk.services.meeting_checks import today_of
from boarddesk.services.prior_minutes import approval_title, unplaced_minutes
from boarddesk.services.recommendations import board_item
from boarddesk.services.words import body_short, short_day
from boarddesk.services.workspace import Services

LOOK_BACK = timedelta(days=400)
"""What was put off longer ago has been settled in another way, or will be asked for again."""
OVER = frozenset({MeetingState.HELD, MeetingState.FAILED_QUORUM, *CALLED_OFF})
EVERY = frozenset(
    {ItemType.CALL_TO_ORDER, ItemType.MINUTES, ItemType.CONSENT, ItemType.BREAK, ItemType.INDEPENDENT_SESSION,
     ItemType.ADJOURNMENT}
)  # fmt: skip
"""Items that every agenda has, so that none is carried over."""


class OfferKind(StrEnum):
    """Where an offer comes from, in the order in which they are shown."""

    MINUTES = "minutes"
    REQUEST = "request"
    CARRIED = "carried"
    RECOMMENDATION = "recommendation"
    ACTION = "action"
    STANDING = "standing"
    DUTY = "duty"


class Offer(msgspec.Struct, frozen=True):
    """One thing that waits for the agenda: what, from where or whom, since when, and the row it is about.

    A standing item has no row yet: `row` is its title.
    """

    kind: OfferKind
    row: str
    what: str
    origin: str
    since: date | None = None

    @property
    def id(self) -> str:
        """The key of its line."""
        return f"{self.kind}:{self.row}"


def offers(record: Record, meeting: Meeting) -> tuple[Offer, ...]:
    """What waits for the agenda of a meeting that is still to be held; duties of the work plan are asked for apart."""
    if meeting.state not in AHEAD:
        return ()
    next_ = gathers(record, meeting)
    return (
        *_minutes(record, meeting),
        *_requests(record, meeting, loose=next_ and meeting.body == BOARD),
        *(_carried(record, meeting) if next_ else ()),
        *(_recommended(record, meeting) if next_ else ()),
        *(_actions(record, meeting) if next_ else ()),
        *(Offer(OfferKind.STANDING, i.title, i.title, "Standing item") for i in standing_items(record, meeting)),
    )


def gathers(record: Record, meeting: Meeting) -> bool:
    """Whether what waits comes to this meeting: the body's next one, a special one only where no other is ahead."""
    today = today_of(record)
    bodies = record.where(Meeting, "body", meeting.body)
    ahead = [other for other in bodies if other.state in AHEAD and other.day >= today]
    first = min(ahead, key=lambda one: (one.kind is MeetingKind.SPECIAL, one.starts, one.id), default=None)
    return first is not None and first.id == meeting.id


def _minutes(record: Record, meeting: Meeting) -> Iterator[Offer]:
    for other in unplaced_minutes(record, meeting):
        yield Offer(OfferKind.MINUTES, other.id, approval_title(other), "Minutes that wait", other.day)


def _requests(record: Record, meeting: Meeting, *, loose: bool) -> Iterator[Offer]:
    """Requests without an outcome that name this meeting, and those that name none where they are `loose`."""
    found = [
        request
        for request in record.all(AgendaRequest)
        if request.outcome is None and (request.meeting == meeting.id or (loose and request.meeting is None))
    ]
    for request in sorted(found, key=lambda one: (one.requested_on, one.id)):
        text = " ".join(request.text.split())
        yield Offer(OfferKind.REQUEST, request.id, text, name_of(record, request.person), request.requested_on)


def _carried(record: Record, meeting: Meeting) -> Iterator[Offer]:
    earlier = [
        other
        for other in record.where(Meeting, "body", meeting.body)
        if meeting.starts - LOOK_BACK <= other.starts < meeting.starts and other.state in OVER
    ]
    for other in sorted(earlier, key=lambda one: (one.starts, one.id)):
        items = agenda_of(record, other.id)
        timed = any(item.started is not None for item in items)
        for item in items:
            why = _why_carried(record, item, other, timed=timed)
            if why and not _goes_on(record, item):
                yield Offer(OfferKind.CARRIED, item.id, item.title, why, other.day)


def _why_carried(record: Record, item: AgendaItem, meeting: Meeting, *, timed: bool) -> str:
    """Why an item of an earlier meeting is still to be dealt with; empty where it is not."""
    if item.type in EVERY:
        return ""
    if meeting.state in CALLED_OFF:
        return f"{meeting.state.value.capitalize()} {short_day(meeting.day)}"
    if item.outcome is ItemOutcome.DEFERRED:
        return f"Deferred {short_day(meeting.day)}"
    touched = item.started or item.outcome or item.text or record.where(Motion, "item", item.id)
    # Without a clock time on any item nobody can say which of them were not reached.
    return "" if touched or item.within or not timed else f"Not reached {short_day(meeting.day)}"


def _goes_on(record: Record, item: AgendaItem) -> bool:
    """Whether an item stands on a later agenda already, of a meeting that was not called off."""
    later = [twin.meeting for twin in record.where(AgendaItem, "carried_from", item.id)]
    found = (record.find(Meeting, meeting) for meeting in later)
    return any(meeting is not None and meeting.state not in CALLED_OFF for meeting in found)


def _recommended(record: Record, meeting: Meeting) -> Iterator[Offer]:
    if meeting.body != BOARD:
        return
    for one in recommendations(record, meeting.day - LOOK_BACK):
        at = record.find(Meeting, one.motion.meeting)
        if one.stage is Stage.WAITS and (at is None or at.starts <= meeting.starts):
            day = one.decided.date() if one.decided else None
            what = board_item(record, one.motion, meeting).title
            yield Offer(OfferKind.RECOMMENDATION, one.motion.id, what, body_short(record, one.motion.body), day)


def _actions(record: Record, meeting: Meeting) -> Iterator[Offer]:
    for action in open_actions_for(record, meeting):
        given = record.get(Meeting, action.meeting)
        owner = name_of(record, action.owner) or action.owner_note or "Nobody named"
        due = f", due {short_day(action.due)}" if action.due else ""
        yield Offer(OfferKind.ACTION, action.id, " ".join(action.text.split()), f"{owner}{due}", given.day)


def open_actions_for(record: Record, meeting: Meeting) -> tuple[Action, ...]:
    """Actions of the body that will be open on the day and stand on no agenda ahead, the first due first."""
    found = (record.get(Action, line.id) for line in open_actions(record, meeting.body, meeting.day))
    return tuple(action for action in found if not _is_ahead(record, action.carried_to))


def _is_ahead(record: Record, meeting: str | None) -> bool:
    carried = record.find(Meeting, meeting)
    return carried is not None and carried.state not in OVER


def duty_offers(services: Services, meeting: Meeting) -> tuple[Offer, ...]:
    """Duties of the work plan that are proposed for the meeting; the whole year is judged for it."""
    from boarddesk.services.work_plan import work_plan

    if meeting.state not in AHEAD:
        return ()
    plan = work_plan(services, FiscalCalendar(services.record.company.fiscal_year_end).year_of(meeting.day))
    titles = {row.id: row.duty.title for row in plan.rows}
    return tuple(
        Offer(OfferKind.DUTY, one.clause, titles.get(one.clause, one.clause), one.why)
        for one in plan.proposed
        if one.meeting == meeting.id
    )


def taking(record: Record, meeting: Meeting, offer: Offer, today: date) -> Command:
    """The command that puts one offer on the agenda."""
    from boarddesk.services.commands.agenda_carry import CarryItem, TakeActions
    from boarddesk.services.commands.agenda_take import TakeStanding
    from boarddesk.services.commands.minutes_place import PlaceApproval
    from boarddesk.services.commands.place_duty import PlaceDuty
    from boarddesk.services.commands.recommend import PutToBoard
    from boarddesk.services.commands.requests import AnswerRequest

    match offer.kind:
        case OfferKind.MINUTES:
            return PlaceApproval(offer.row, meeting.id)
        case OfferKind.REQUEST:
            asked = record.get(AgendaRequest, offer.row).requested_on
            return AnswerRequest(offer.row, RequestOutcome.PLACED, max(today, asked), meeting=meeting.id)
        case OfferKind.CARRIED:
            return CarryItem(offer.row, meeting.id)
        case OfferKind.RECOMMENDATION:
            return PutToBoard(offer.row, meeting.id)
        case OfferKind.ACTION:
            return TakeActions(meeting.id, (offer.row,))
        case OfferKind.STANDING:
            return TakeStanding(meeting.id, offer.row)
        case _:
            return PlaceDuty(offer.row, meeting.id)
