"""Which minutes wait for approval at a meeting, and the item and motion by which it approves them."""

from collections.abc import Iterable
from datetime import date, timedelta

from boarddesk.domain.consents import effective_at
from boarddesk.domain.meetings import (
    AHEAD,
    INDEPENDENT,
    AgendaItem,
    ItemType,
    Meeting,
    MeetingKind,
    MeetingState,
    Purpose,
)
from boarddesk.domain.minutes import MinutesState, minutes_state, versions_of
from boarddesk.domain.motions import Consent, ConsentKind, Motion, MotionKind
from boarddesk.domain.people import Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import holder_of
from boarddesk.services.meeting_checks import today_of
from boarddesk.services.words import kind_words, short_day

UNPLACED = "Other papers"
"""The heading of papers under no item."""
WAITING = frozenset({MinutesState.DRAFT, MinutesState.CIRCULATED})
TAKES_MOTIONS = AHEAD | {MeetingState.IN_SESSION, MeetingState.RECESSED}
"""Meetings at which the approval can still be put."""
LAST_YEAR = timedelta(days=400)
MINUTES_TO_APPROVE = 5
"""Minutes planned for an item that approves minutes."""


def prior_minutes(record: Record, meeting: Meeting) -> tuple[Meeting, ...]:
    """Earlier meetings of the body whose minutes wait for approval, oldest first."""
    found = [
        other
        for other in record.where(Meeting, "body", meeting.body)
        if other.starts < meeting.starts and minutes_state(record, other) in WAITING
    ]
    return tuple(sorted(found, key=lambda other: other.starts))


def minutes_laid(record: Record, meeting: Meeting, item: AgendaItem) -> tuple[Meeting, ...]:
    """Earlier minutes that an item lays before the meeting: those that its motions approve, else those it names.

    An item that does neither lays all of the last year; of an older book that was taken over none comes by itself.
    """
    if item.type is not ItemType.MINUTES:
        return ()
    waiting = prior_minutes(record, meeting)
    put = {motion.approves_minutes_of for motion in record.where(Motion, "item", item.id)}
    meant = [other for other in waiting if other.id in put]
    meant = meant or [other for other in waiting if _names(item, other)]
    return tuple(meant or (other for other in waiting if other.day >= meeting.day - LAST_YEAR))


def _names(item: AgendaItem, of: Meeting) -> bool:
    return long_day(of.day) in item.title or short_day(of.day) in item.title


def minutes_title(record: Record, meeting: Meeting) -> str:
    """“Draft minutes of October 22, 2026”."""
    state = "draft minutes" if minutes_state(record, meeting) is MinutesState.DRAFT else "minutes"
    return f"{state.capitalize()} of {long_day(meeting.day)}"


def long_day(day: date) -> str:
    """“October 22, 2026”: a day in the words of the record."""
    return f"{day:%B} {day.day}, {day.year}"


def approval_title(meeting: Meeting) -> str:
    """“Approve minutes of the regular meeting of October 22, 2026”: the item that approves a meeting's minutes."""
    kind = "session" if meeting.body == INDEPENDENT else kind_words(meeting)
    return f"Approve minutes of the {kind} of {long_day(meeting.day)}"


def approval_text(record: Record, meeting: Meeting, *, corrected: bool = False) -> str:
    """The words of the motion that approves a meeting's minutes: as circulated, or as corrected since."""
    kind = "session" if meeting.body == INDEPENDENT else kind_words(meeting)
    sent = bool(versions_of(record, meeting.id)) or meeting.minutes_circulated_on is not None
    how = " as corrected" if corrected else " as circulated" if sent else ""
    return (
        f"RESOLVED, that the minutes of the {kind} of {long_day(meeting.day)} be, and they hereby are, approved{how}."
    )


def next_agenda(record: Record, meeting: Meeting, today: date) -> Meeting | None:
    """The body's next meeting at which the minutes of `meeting` can be approved; None where none is planned.

    A special meeting acts on what it was called for, so that it comes after every other.
    """
    ahead = [
        other
        for other in record.where(Meeting, "body", meeting.body)
        if other.state in TAKES_MOTIONS and other.starts > meeting.starts and other.day >= today
    ]
    return min(ahead, key=lambda other: (other.kind is MeetingKind.SPECIAL, other.starts, other.id), default=None)


def waiting_motion(record: Record, meeting: Meeting) -> Motion | None:
    """The motion on a coming agenda that is to approve the minutes of `meeting`; None where none is there yet."""
    found = [
        motion
        for motion in record.where(Motion, "approves_minutes_of", meeting.id)
        if motion.waits and (at := record.find(Meeting, motion.meeting)) is not None and at.state in TAKES_MOTIONS
    ]
    return min(found, key=lambda motion: motion.id, default=None)


def pending_consent(record: Record, motions: Iterable[Motion]) -> Consent | None:
    """The consent that is to carry one of these motions, neither in effect yet nor withdrawn; None without one."""
    for motion in motions:
        consent = record.find(Consent, motion.consent)
        asked = consent is not None and consent.kind is ConsentKind.UNANIMOUS and consent.withdrawn_on is None
        if consent is not None and asked and effective_at(record, consent) is None:
            return consent
    return None


def waiting_consent(record: Record, meeting: Meeting) -> Consent | None:
    """The consent that is out to approve the minutes of `meeting`; None where there is none."""
    return pending_consent(record, record.where(Motion, "approves_minutes_of", meeting.id))


def approval_item(record: Record, at: Meeting, of: Meeting, position: int = 0) -> AgendaItem:
    """The item for the agenda of `at` that approves the minutes of `of`; its id is still to be given."""
    return AgendaItem(
        id="new",
        meeting=at.id,
        position=position,
        title=approval_title(of),
        type=ItemType.MINUTES,
        presenter=holder_of(record, Role.SECRETARY, at.day),
        minutes=MINUTES_TO_APPROVE,
        purpose=Purpose.DECIDE,
    )


def approval_motion(record: Record, at: Meeting, of: Meeting, item: str | None) -> Motion:
    """The motion for the agenda of `at` that approves the minutes of `of`; id and number are still to be given."""
    versions = versions_of(record, of.id)
    return Motion(
        id="new",
        body=at.body,
        meeting=at.id,
        item=item,
        text=approval_text(record, of),
        kind=MotionKind.APPROVE_MINUTES,
        approves_minutes_of=of.id,
        minutes_version=versions[-1].id if versions else None,
    )


def place_for_approval(record: Record, at: Meeting, of: Meeting) -> tuple[int, AgendaItem | None]:
    """Where the approval goes on an agenda, behind the call to order; and the agenda's own item for these minutes.

    An item that names no day is free for any minutes; one that names a day is for those of that day alone.
    """
    items = sorted(record.where(AgendaItem, "meeting", at.id), key=lambda item: item.position)
    free = [item for item in items if item.type is ItemType.MINUTES and not record.where(Motion, "item", item.id)]
    named = [item for item in free if _names(item, of)]
    open_ = [item for item in free if not any(part.isdigit() and len(part) == 4 for part in item.title.split())]
    opening = [item.position for item in items if item.type is ItemType.CALL_TO_ORDER]
    return (max(opening, default=0) + 1, next(iter((*named, *open_)), None))


def unplaced_minutes(record: Record, meeting: Meeting) -> tuple[Meeting, ...]:
    """Minutes of the last year that wait for approval, for which this is the agenda, and that stand on none yet.

    Older ones of an imported book are approved, or left, one by one.
    """
    today = min(today_of(record), meeting.day)
    waiting = [other for other in prior_minutes(record, meeting) if other.day >= meeting.day - LAST_YEAR]
    return tuple(
        other
        for other in waiting
        if waiting_motion(record, other) is None
        and ((at := next_agenda(record, other, today)) is None or at.id == meeting.id)
    )
