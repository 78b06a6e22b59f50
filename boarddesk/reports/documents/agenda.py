"""Agenda of one meeting: times worked out, presenters, purpose, clauses, and book pages where they are known."""

from collections.abc import Mapping
from datetime import timedelta

from reportlab.platypus import Flowable

from boarddesk.common.errors import UserError
from boarddesk.domain.agenda import Slot, in_zone, planned_minutes, timetable, zone_of, zones_beside
from boarddesk.domain.meetings import Meeting, MeetingState, Purpose
from boarddesk.domain.motions import Action
from boarddesk.domain.notices import Issue
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.reports.flowables import Heading, Overline, Text, block_heading
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.agenda_items import InBook, items_table, vote_needed
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.sections.voice import Voice, full_body, kind_word
from boarddesk.reports.style import LETTER, Sheet
from boarddesk.reports.wording import bare_clock, capital, clock, joined, long_date, short_date, weekday_date, zone_name

__all__ = ["InBook", "agenda_pdf"]
_KEY = (
    "Decide: a vote is proposed. Discuss: guidance sought. Inform: no action. "
    "Clause: the guideline (GL) or rule that the item serves."
)
_CONSENT = (
    "The parts of the consent agenda are put as one vote; any {member} may have one pulled out and dealt with apart. "
)


def agenda_pdf(
    record: Record,
    meeting_id: str,
    *,
    clauses: Mapping[str, str] | None = None,
    book: InBook | None = None,
    issue: Issue | None = None,
    before: Issue | None = None,
    sheet: Sheet = LETTER,
    unprintable: list[str] | None = None,
) -> bytes:
    """The agenda as PDF; `clauses` gives the printed label of clause ids other than the guidelines' own.

    `issue` is the issue it is printed for, `before` the one whose place that takes; without one it is a working copy.
    """
    meeting = record.find(Meeting, meeting_id)
    if meeting is None:
        raise UserError(
            "There is no such meeting.", meeting_id, "Choose one of the company's meetings.", code="no_meeting"
        )
    voice = Voice(record, meeting, sheet)
    built = build(_story(voice, clauses or {}, book), _furniture(voice, book, _state(meeting, issue, before)), sheet)
    if unprintable is not None:
        unprintable += voice.escaper.reported()
    return built.pdf


def _story(voice: Voice, clauses: Mapping[str, str], book: InBook | None) -> list[Flowable]:
    meeting, s, sheet = voice.meeting, voice.styles, voice.sheet
    slots = timetable(voice.record, meeting)
    when = _when(voice, slots)
    head: list[Flowable] = [Heading("Agenda", s.title, sheet, bookmark="Agenda"), Text(when, s.subtitle)]
    if book is None:
        bodies = joined([full_body(voice.record, body) for body in meeting.bodies])
        title = capital(f"{'joint ' if meeting.joint_with else ''}{kind_word(meeting)} of the {bodies}")
        overline = Overline(voice.escaper.plain(voice.record.company.name or "Company not named"))
        place = [Text(voice.sans(meeting.place), s.small)] if meeting.place else []
        purpose = [Text(voice.sans(f"Called for: {meeting.purpose}"), s.small)] if meeting.purpose.strip() else []
        head = [overline, head[0], Text(f"{voice.escaper.title(title)}<br/>{when}", s.subtitle), *place, *purpose]
    head += [Text(words, s.small) for words in _elsewhere(voice, slots)]
    if not slots:
        return [*head, Text("The agenda has no items yet.", s.small)]
    total = planned_minutes(slot.item for slot in slots)
    consent = _CONSENT.format(member=voice.member) if any(slot.within for slot in slots) else ""
    note = Text(f"{f'Total {total} minutes. ' if total else ''}{consent}{_KEY}", s.note)
    story = [*head, items_table(voice, slots, clauses, book), note]
    return [*story, *_afterwards(voice), *_decisions(voice, slots), *_actions(voice), *glyph_note(voice.escaper, s)]


def _when(voice: Voice, slots: tuple[Slot, ...]) -> str:
    meeting = voice.meeting
    if meeting.all_day:
        return weekday_date(meeting.day)
    minutes = planned_minutes(slot.item for slot in slots)
    end = meeting.ends or (meeting.starts + timedelta(minutes=minutes) if minutes else None)
    until = f" to {clock(end)}" if end else ""
    return f"{weekday_date(meeting.day)}, {clock(meeting.starts)}{until} {voice.zone}"


def _elsewhere(voice: Voice, slots: tuple[Slot, ...]) -> list[str]:
    """The same hours in the other zones: “6:00 a.m. to 10:30 a.m. Pacific Time”."""
    meeting, record = voice.meeting, voice.record
    if meeting.all_day:
        return []
    own = zone_of(record, meeting)
    minutes = planned_minutes(slot.item for slot in slots)
    end = meeting.ends or (meeting.starts + timedelta(minutes=minutes) if minutes else None)
    said = []
    for zone in zones_beside(record, meeting):
        starts = in_zone(meeting.starts, own, zone)
        until = f" to {clock(in_zone(end, own, zone))}" if end else ""
        day = "" if starts.date() == meeting.day else f"{short_date(starts.date())}, "
        said.append(f"{day}{clock(starts)}{until} {zone_name(zone)}")
    return [" · ".join(said)] if said else []


def _afterwards(voice: Voice) -> list[Flowable]:
    """The independent directors' session that follows, if one is on the calendar."""
    sessions = [
        session
        for session in voice.record.where(Meeting, "parent", voice.meeting.id)
        if session.state not in (MeetingState.CANCELLED, MeetingState.POSTPONED)
    ]
    if not sessions:
        return []
    rows = [
        [
            "" if session.all_day else bare_clock(session.starts),
            voice.sans(
                "Independent directors’ session"
                + (f", {voice.formal(session.presiding)} presiding" if session.presiding else "")
                + "; no member of management present"
            ),
        ]
        for session in sessions
    ]
    columns = [Column("", 0.085, "right"), Column("", 0.915)]
    return [*block_heading("After the meeting", voice.sheet), ruled_table(columns, rows, voice.sheet, padding=2.8)]


def _decisions(voice: Voice, slots: tuple[Slot, ...]) -> list[Flowable]:
    """What is to be decided, with the vote that the body's rule, or the motion's own, asks for."""
    held = {slot.item.within for slot in slots if slot.within}
    proposed = [slot for slot in slots if slot.item.purpose is Purpose.DECIDE and not slot.within]
    if not proposed:
        return []
    rows = []
    for slot in proposed:
        item = slot.item
        parts = [str(part.item.position) for part in slots if part.within and part.item.within == item.id]
        title = f"{item.title}: items {joined(parts)}" if item.id in held else item.title
        papers = voice.record.where(Paper, "item", item.id)
        count = f"{len(papers)} {'paper' if len(papers) == 1 else 'papers'}" if papers else "–"
        rows.append([slot.number, voice.sans(title), count, vote_needed(voice, item)])
    columns = [Column("Tab", 0.1), Column("Matter", 0.49), Column("Papers", 0.13), Column("Vote needed", 0.28)]
    out = block_heading("Decisions proposed", voice.sheet, bookmark="Decisions proposed")
    return [*out, ruled_table(columns, rows, voice.sheet, padding=3)]


def _actions(voice: Voice) -> list[Flowable]:
    """The actions of earlier meetings that were carried to this one."""
    carried = voice.record.where(Action, "carried_to", voice.meeting.id)
    if not carried:
        return []
    rows = []
    for action in sorted(carried, key=lambda one: (str(one.due or "9"), one.id)):
        given = voice.record.find(Meeting, action.meeting)
        owner = voice.formal(action.owner) if action.owner else action.owner_note
        rows.append(
            [
                short_date(given.day) if given else "",
                voice.sans(action.text),
                voice.sans(owner),
                short_date(action.due) if action.due else "–",
            ]
        )
    columns = [
        Column("Given", 0.15, gray=True),
        Column("Action", 0.5),
        Column("Owner", 0.2),
        Column("Due", 0.15, "right"),
    ]
    out = block_heading("Actions of earlier meetings", voice.sheet, bookmark="Actions of earlier meetings")
    return [*out, ruled_table(columns, rows, voice.sheet, padding=3)]


def _state(meeting: Meeting, issue: Issue | None, before: Issue | None) -> str:
    """The footer's state: issued when, in whose place; or a working copy."""
    if issue is None:
        return f"Agenda for {short_date(meeting.day)} · working copy"
    number = f"Agenda {issue.number} for" if issue.number > 1 else "Agenda for"
    instead = f" in place of that of {short_date(before.issued_at.date())}" if before else ""
    return f"{number} {short_date(meeting.day)} · issued {short_date(issue.issued_at.date())}{instead}"


def _furniture(voice: Voice, book: InBook | None, state: str) -> Furniture:
    record, meeting = voice.record, voice.meeting
    body = voice.escaper.plain(full_body(record, meeting.body))
    return Furniture(
        title=f"Agenda, {full_body(record, meeting.body)}, {long_date(meeting.day)}",
        author=record.company.name,
        subject=record.company.name,
        keywords=f"agenda; {meeting.body}; {meeting.day.isoformat()}",
        header_left=f"{voice.escaper.plain(record.company.name)} · {body}",
        header_right=f"Agenda for {short_date(meeting.day)}",
        state=voice.escaper.plain(book.footer) if book else state,
        header=book is None,
        numbered=book is None,
    )
