"""The secretary's certificate of attendance at one meeting: who was invited, how, and who was there when."""

from collections.abc import Iterator
from datetime import datetime

from boarddesk.common.errors import UserError
from boarddesk.domain.committees import Committee
from boarddesk.domain.meetings import BEGUN, Guest, Meeting, Mode, PresenceKind
from boarddesk.domain.notices import Notice, NoticeKind
from boarddesk.domain.people import Role
from boarddesk.domain.presence import LATEST, Stay, guests_of, roll_taken, stamps_of, stays_of
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointment_of, chair_of, holder_of, members_on, name_of
from boarddesk.reports.documents.list_report import ListReport, Part, list_pdf
from boarddesk.reports.ruled import Column
from boarddesk.reports.sections.certified_by import Signer
from boarddesk.reports.wording import clock, counted, long_date, span
from boarddesk.services.meeting_checks import find_meeting
from boarddesk.services.words import joined, meeting_title, member_word, short_day
from boarddesk.services.workspace import Services

MODES = {Mode.ROOM: "in person", Mode.VIDEO: "by video", Mode.PHONE: "by telephone"}
COLUMNS = (Column("Name", 0.26, bold=True), Column("Office", 0.2), Column("Notice", 0.2), Column("Attendance", 0.34))
GUESTS = (Column("Name", 0.3, bold=True), Column("Capacity", 0.36), Column("There", 0.34))


def attendance_certificate_pdf(services: Services, meeting_id: str) -> bytes:
    """The certificate as PDF; UserError where the meeting has not begun or no roll is on record."""
    record = services.shown
    meeting = find_meeting(record, meeting_id)
    if meeting.state not in BEGUN or not roll_taken(record, meeting):
        raise UserError(
            "No attendance is on record for this meeting.", what_to_do="Take the roll first.", code="not_held"
        )
    members = tuple(dict.fromkeys(p for body in meeting.bodies for p in members_on(record, body, meeting.day)))
    rows = tuple(_member(record, meeting, person) for person in members)
    notices = {row[2] for row in rows}
    same = notices.pop() if len(notices) == 1 else ""
    columns = tuple(column for column in COLUMNS if not same or column.head != "Notice")
    shown = tuple((row[0], row[1], row[3]) for row in rows) if same else rows
    others = tuple(_guest(record, guest) for guest in guests_of(record, meeting))
    there = sum(1 for row in rows if row[3].startswith("Present"))
    secretary = meeting.recording or holder_of(record, Role.SECRETARY, meeting.day)
    words = member_word(meeting.body, len(rows))
    said = (
        f"The undersigned certifies that of the {counted(len(rows), words.removesuffix('s'))} in office on "
        f"{long_date(meeting.day)}, all of whom were entitled to notice, {counted(there, 'was', 'were')} present as "
        "set out above, and that this list agrees with the record of the meeting."
    )
    report = ListReport(
        company=record.company.name, title="Certificate of Attendance",
        subtitle=f"{meeting_title(record, meeting)}, {long_date(meeting.day)}",
        lead=_lead(meeting, same), state=f"As recorded on {short_day(services.day)}",
        keywords=f"attendance certificate; {meeting.body}; {meeting.day.isoformat()}",
        parts=(Part("Members", columns, shown, empty="No member was in office."),
               Part("Others", GUESTS, others, empty="Nobody else is on record."), Part("", paragraphs=(said,))),
        header_right=f"{meeting_title(record, meeting)} · {short_day(meeting.day)}",
        signers=(Signer(name_of(record, secretary) if secretary else "", "Secretary of the meeting", "Date:"),),
    )  # fmt: skip
    return list_pdf(report)


def _lead(meeting: Meeting, notice: str) -> str:
    """When, where, and the notice where it was the same to all."""
    facts = "; ".join(_facts(meeting))
    said = [f"{facts}." if facts else "", f"Notice to each: {notice}." if notice else ""]
    return " ".join(part for part in said if part)


def _facts(meeting: Meeting) -> Iterator[str]:
    if meeting.called_to_order:
        yield f"Called to order at {clock(meeting.called_to_order)}"
    if meeting.adjourned:
        yield f"adjourned at {clock(meeting.adjourned)}"
    if meeting.place:
        yield meeting.place


def _member(record: Record, meeting: Meeting, person: str) -> tuple[str, str, str, str]:
    return (name_of(record, person), _office(record, meeting, person), _notice(record, meeting, person),
            _attendance(record, meeting, person))  # fmt: skip


def _office(record: Record, meeting: Meeting, person: str) -> str:
    committee = record.find(Committee, meeting.body)
    if committee is not None:
        return "Chair" if chair_of(record, committee.id, meeting.day) == person else "Member"
    term = appointment_of(record, person, meeting.day)
    return f"Director, Class {term.class_}" if term and term.class_ else "Director"


def _notice(record: Record, meeting: Meeting, person: str) -> str:
    rows = sorted((n for n in record.where(Notice, "meeting", meeting.id) if n.person == person), key=lambda n: n.at)
    waived = next((n for n in rows if n.kind is NoticeKind.WAIVED), None)
    given = next((n for n in rows if n.kind in (NoticeKind.GIVEN, NoticeKind.UPDATED)), None)
    if given is not None:
        return f"{short_day(given.at.date())}{f', {given.manner}' if given.manner else ''}"
    if waived is not None:
        return f"Waived {short_day(waived.at.date())}"
    if meeting.notice_on is not None:
        return f"{short_day(meeting.notice_on)}{f', {meeting.notice_manner}' if meeting.notice_manner else ''}"
    return "Waived" if meeting.notice_waived else "Not recorded"


def _attendance(record: Record, meeting: Meeting, person: str) -> str:
    stays = [stay for stay in stays_of(record, meeting) if stay.person == person and stay.counts]
    if not stays:
        kinds = {stamp.kind for stamp in stamps_of(record, meeting.id) if stamp.person == person}
        return "Excused" if PresenceKind.EXCUSED in kinds else "Absent" if kinds else "Not recorded"
    modes = joined(list(dict.fromkeys(MODES[stay.mode] for stay in stays if stay.mode)))
    begun = meeting.called_to_order or meeting.starts
    throughout = len(stays) == 1 and stays[0].start <= begun and stays[0].end >= (meeting.adjourned or LATEST)
    times = "" if throughout else f", {joined([_span(meeting, stay) for stay in _merged(stays)])}"
    return f"Present{f' {modes}' if modes else ''}{times}"


def _merged(stays: list[Stay]) -> list[tuple[datetime, datetime]]:
    """Stretches that follow each other without a gap, as one."""
    found: list[tuple[datetime, datetime]] = []
    for stay in stays:
        if found and found[-1][1] == stay.start:
            found[-1] = (found[-1][0], stay.end)
        else:
            found.append((stay.start, stay.end))
    return found


def _span(meeting: Meeting, bounds: tuple[datetime, datetime]) -> str:
    begun = max(bounds[0], meeting.called_to_order or meeting.starts)
    last = meeting.adjourned if bounds[1] == LATEST else bounds[1]
    return span(begun, last) if last else f"from {clock(begun)}"


def _guest(record: Record, guest: Guest) -> tuple[str, str, str]:
    name = name_of(record, guest.person) or guest.name
    words = guest.title or guest.capacity.value.capitalize()
    when = f"for {counted(len(guest.items), 'item')}" if guest.items else "throughout"
    if guest.arrived and guest.left:
        when = span(guest.arrived, guest.left)
    return (name, words, when)
