"""Meetings as an iCalendar file (RFC 5545): the same meeting keeps its UID, and what was called off says so."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from datetime import time as clock
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from boarddesk.common.text import slug
from boarddesk.domain.agenda import zone_of
from boarddesk.domain.clashes import end_of
from boarddesk.domain.meetings import AHEAD, BOARD, CALLED_OFF, Meeting, MeetingKind, MeetingState
from boarddesk.domain.people import Person, Role
from boarddesk.domain.planning import short
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name, holder_of

PRODUCT = "-//BoardDesk//BoardDesk//EN"
UTC = "UTC"
_KINDS = {
    MeetingKind.REGULAR: "regular meeting",
    MeetingKind.SPECIAL: "special meeting",
    MeetingKind.ANNUAL: "annual meeting",
    MeetingKind.SESSION: "session",
}


def write(record: Record, meetings: Iterable[Meeting], as_of: date) -> bytes:
    """The meetings as one calendar, by start; equal input gives equal bytes (no clock is read)."""
    ordered = sorted(meetings, key=lambda meeting: (meeting.starts, meeting.id))
    called_off = bool(ordered) and all(meeting.state in CALLED_OFF for meeting in ordered)
    calendar = _calendar("CANCEL" if called_off else "PUBLISH")
    calendar.add("x-wr-calname", record.company.brief)
    for timezone in _timezones(record, ordered):
        calendar.add_component(timezone)
    for meeting in ordered:
        calendar.add_component(_event(record, meeting, as_of))
    return bytes(calendar.to_ical())


def invitation(record: Record, meeting: Meeting, people: Iterable[Person], issued: datetime) -> bytes:
    """One meeting to be sent to those invited: a REQUEST, or a CANCEL once it was called off (RFC 5546).

    `issued` is local to the company. A calendar takes the file of a higher SEQUENCE for the newer one, and where it
    is equal that issued later. What only those invited should see, such as how to join, stands in no other file.
    """
    called_off = meeting.state in CALLED_OFF
    calendar = _calendar("CANCEL" if called_off else "REQUEST")
    for timezone in _timezones(record, [meeting]):
        calendar.add_component(timezone)
    event = _event(record, meeting, issued.date())
    stamp = issued.replace(tzinfo=ZoneInfo(record.company.time_zone)).astimezone(ZoneInfo(UTC))
    event.pop("dtstamp")
    event.add("dtstamp", stamp)
    for person in people:
        asked = {"CN": person.name, "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"}
        event.add("attendee", f"mailto:{person.email}", parameters=asked)
    if not called_off:
        event.pop("status")
        event.add("status", "CONFIRMED")
        _add_joining(event, record, meeting)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    return calendar


def _add_joining(event: Event, record: Record, meeting: Meeting) -> None:
    lines = [_description(record, meeting)]
    lines += [f"Purpose: {meeting.purpose}"] if meeting.purpose else []
    lines += [f"To join from elsewhere: {meeting.dial_in}"] if meeting.dial_in else []
    said = "\n".join(line for line in lines if line)
    if said:
        event.pop("description", None)
        event.add("description", said)


def uid_of(record: Record, meeting: str) -> str:
    """The UID of a meeting: its id at its company, the same in every file ever written."""
    company = record.company
    return f"{meeting}@{slug(company.calendar_name or company.name) or company.id}.boarddesk"


def _timezones(record: Record, meetings: list[Meeting]) -> list[Timezone]:
    """A definition of each zone used, for the years of the meetings."""
    zones = sorted({zone_of(record, meeting) for meeting in meetings if not meeting.all_day} - {UTC})
    if not zones:
        return []
    first = date(min(meeting.day for meeting in meetings).year, 1, 1)
    last = date(max(meeting.day for meeting in meetings).year + 1, 12, 31)
    return [_by_the_old_clock(Timezone.from_tzid(zone, first_date=first, last_date=last)) for zone in zones]


def _by_the_old_clock(timezone: Timezone) -> Timezone:
    """The same definition with each change at the hour that clocks showed until then (RFC 5545, 3.6.5).

    The library gives the first hour after the change. Where clocks go back the two are the same to it;
    where they go forward, its hour is late by the hours skipped.
    """
    for part in timezone.subcomponents:
        skipped = part.TZOFFSETTO - part.TZOFFSETFROM
        if skipped > timedelta():
            onsets = [part.DTSTART, *(moment.dt for moment in getattr(part.get("rdate"), "dts", ()))]
            first, *others = (moment - skipped for moment in onsets)
            part.DTSTART = first
            if others:
                part.pop("rdate")
                part.add("rdate", others)
    return timezone


def _event(record: Record, meeting: Meeting, as_of: date) -> Event:
    event = Event()
    event.add("uid", uid_of(record, meeting.id))
    event.add("dtstamp", datetime.combine(_stamp(meeting, as_of), clock.min, ZoneInfo(UTC)))
    event.add("sequence", meeting.sequence)
    event.add("summary", _summary(record, meeting))
    _add_times(event, record, meeting)
    if meeting.place:
        event.add("location", meeting.place)
    if meeting.parent:
        event.add("related-to", uid_of(record, meeting.parent))
    description = _description(record, meeting)
    if description:
        event.add("description", description)
    organizer = record.find(Person, holder_of(record, Role.SECRETARY, as_of))
    if organizer is not None and organizer.email:
        event.add("organizer", f"mailto:{organizer.email}", parameters={"CN": organizer.name})
    event.add("categories", [body_name(record, meeting.body)])
    event.add("class", "PRIVATE")
    event.add("status", _status(meeting))
    event.add("transp", "TRANSPARENT" if meeting.state in CALLED_OFF else "OPAQUE")
    return event


def _add_times(event: Event, record: Record, meeting: Meeting) -> None:
    if meeting.all_day:
        event.add("dtstart", meeting.day)
        event.add("dtend", meeting.day + timedelta(days=1))
        return
    zone = ZoneInfo(zone_of(record, meeting))
    event.add("dtstart", meeting.starts.replace(tzinfo=zone))
    event.add("dtend", end_of(record, meeting).replace(tzinfo=zone))


def _stamp(meeting: Meeting, as_of: date) -> date:
    """The last day on which the record says something of the meeting's date, else the day of the file."""
    known = [day for day in (meeting.scheduled_on, meeting.notice_on, meeting.decided_on) if day and day <= as_of]
    return max(known, default=as_of)


def _status(meeting: Meeting) -> str:
    if meeting.state in CALLED_OFF:
        return "CANCELLED"
    return "TENTATIVE" if meeting.state in AHEAD and meeting.notice_on is None else "CONFIRMED"


def _summary(record: Record, meeting: Meeting) -> str:
    """“Larkfield: Board of Directors, regular meeting”, or the meeting's own title."""
    what = meeting.title or f"{body_name(record, meeting.body)}, {_KINDS[meeting.kind]}"
    return f"{record.company.brief}: {what}"


def _description(record: Record, meeting: Meeting) -> str:
    """Why it was called off and where it went; that a session belongs to its board meeting. Never the agenda."""
    lines = []
    if meeting.state in CALLED_OFF:
        word = "Cancelled" if meeting.state is MeetingState.CANCELLED else "Postponed"
        lines.append(f"{word}. {meeting.reason}".strip())
        later = record.find(Meeting, meeting.moved_to)
        if later is not None:
            lines.append(f"Moved to {short(later.day)}.")
    parent = record.find(Meeting, meeting.parent)
    if parent is not None and parent.body == BOARD:
        lines.append(f"Follows the board meeting of {short(parent.day)}.")
    return "\n".join(lines)
