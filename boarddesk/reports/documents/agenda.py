"""Agenda of one meeting: times worked out, presenters, purpose, clauses, and book pages where they are known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from reportlab.platypus import Flowable

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem, Meeting, MeetingState, Purpose
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.reports.flowables import Heading, Overline, Text, block_heading
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.marks import DECIDE, DISCUSS, INFORM, MarkedWord
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.sections.voice import Voice, full_body, kind_word
from boarddesk.reports.style import LETTER, Sheet
from boarddesk.reports.wording import bare_clock, capital, clock, long_date, short_date, weekday_date

_MARKS = {Purpose.DECIDE: DECIDE, Purpose.DISCUSS: DISCUSS, Purpose.INFORM: INFORM}
_KEY = (
    "Decide: a vote is proposed. Discuss: guidance sought. Inform: no action. "
    "Clause: the guideline (GL) or rule that the item serves."
)


@dataclass(frozen=True, slots=True)
class InBook:
    """What a packet says of the agenda inside it: the book page of each item, and its own footer.

    `pages` counts from 1 and is keyed by item id; pages of a book are stamped, not numbered here.
    """

    pages: Mapping[str, int]
    footer: str


def agenda_pdf(
    record: Record,
    meeting_id: str,
    *,
    clauses: Mapping[str, str] | None = None,
    book: InBook | None = None,
    sheet: Sheet = LETTER,
    unprintable: list[str] | None = None,
) -> bytes:
    """The agenda as PDF; `clauses` gives the printed label of clause ids other than the guidelines' own."""
    meeting = record.find(Meeting, meeting_id)
    if meeting is None:
        raise UserError(
            "There is no such meeting.", meeting_id, "Choose one of the company's meetings.", code="no_meeting"
        )
    voice = Voice(record, meeting, sheet)
    built = build(_story(voice, clauses or {}, book), _furniture(voice, book), sheet)
    if unprintable is not None:
        unprintable += voice.escaper.reported()
    return built.pdf


def _story(voice: Voice, clauses: Mapping[str, str], book: InBook | None) -> list[Flowable]:
    meeting, s, sheet = voice.meeting, voice.styles, voice.sheet
    items = sorted(voice.record.where(AgendaItem, "meeting", meeting.id), key=lambda i: (i.position, i.id))
    head: list[Flowable] = [Heading("Agenda", s.title, sheet, bookmark="Agenda"), Text(_when(voice, items), s.subtitle)]
    if book is None:
        title = capital(f"{kind_word(meeting)} of the {full_body(voice.record, meeting.body)}")
        overline = Overline(voice.escaper.plain(voice.record.company.name or "Company not named"))
        place = [Text(voice.sans(meeting.place), s.small)] if meeting.place else []
        head = [overline, head[0], Text(f"{voice.escaper.title(title)}<br/>{_when(voice, items)}", s.subtitle), *place]
    if not items:
        return [*head, Text("The agenda has no items yet.", s.small)]
    out = [*head, _table(voice, items, clauses, book)]
    total = sum(item.minutes or 0 for item in items)
    out.append(Text(f"{f'Total {total} minutes. ' if total else ''}{_KEY}", s.note))
    return [*out, *_afterwards(voice), *_decisions(voice, items), *glyph_note(voice.escaper, s)]


def _when(voice: Voice, items: list[AgendaItem]) -> str:
    meeting = voice.meeting
    if meeting.all_day:
        return weekday_date(meeting.day)
    minutes = sum(item.minutes or 0 for item in items)
    end = meeting.ends or (meeting.starts + timedelta(minutes=minutes) if minutes else None)
    until = f" to {clock(end)}" if end else ""
    return f"{weekday_date(meeting.day)}, {clock(meeting.starts)}{until} {voice.zone}"


def _starts(meeting: Meeting, items: list[AgendaItem]) -> list[datetime | None]:
    """When each item begins, from the start and the minutes planned; unknown after an item without minutes."""
    at: datetime | None = None if meeting.all_day else meeting.starts
    starts: list[datetime | None] = []
    for item in items:
        starts.append(at)
        at = at + timedelta(minutes=item.minutes) if at is not None and item.minutes is not None else None
    return starts


def _table(voice: Voice, items: list[AgendaItem], clauses: Mapping[str, str], book: InBook | None) -> Flowable:
    s = voice.styles
    rows = []
    for item, start in zip(items, _starts(voice.meeting, items), strict=True):
        title = voice.sans(item.title)
        purpose: list[Flowable] | str = ""
        if item.purpose is not None:
            face = "Sans-Semibold" if item.purpose is Purpose.DECIDE else "Sans"
            purpose = [MarkedWord(_MARKS[item.purpose], size=7.5, font=face)]
        row = [
            bare_clock(start) if start else "",
            str(item.position),
            Text(f"<b>{title}</b>" if item.purpose is Purpose.DECIDE else title, s.cell),
            voice.sans(voice.formal(item.presenter) if item.presenter else item.presenter_note),
            purpose,
            str(item.minutes) if item.minutes is not None else "",
            voice.sans(_clauses(item, clauses)),
        ]
        page = book.pages.get(item.id) if book else None
        rows.append([*row, str(page) if page else "–"] if book else row)
    columns = [
        Column("Time", 0.085, "right"),
        Column("Tab", 0.06, gray=True),
        Column("Item", 0.325),
        Column("Presenter", 0.185),
        Column("Purpose", 0.13),
        Column("Min.", 0.07, "right"),
        Column("Clause", 0.145, gray=True),
        *([Column("Page", 0.06, "right")] if book else []),
    ]
    return ruled_table(columns, rows, voice.sheet, padding=2.8)


def _clauses(item: AgendaItem, labels: Mapping[str, str]) -> str:
    """Labels of the clauses an item serves; guidelines in a row share their "GL"."""
    own = [clause.removeprefix("GL-") for clause in item.clauses if clause.startswith("GL-")]
    other = [labels[clause] for clause in item.clauses if clause in labels and not clause.startswith("GL-")]
    return ", ".join([*([f"GL-{', '.join(own)}"] if own else []), *other])


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


def _decisions(voice: Voice, items: list[AgendaItem]) -> list[Flowable]:
    proposed = [item for item in items if item.purpose is Purpose.DECIDE]
    if not proposed:
        return []
    rows = []
    for item in proposed:
        papers = voice.record.where(Paper, "item", item.id)
        count = f"{len(papers)} {'paper' if len(papers) == 1 else 'papers'}" if papers else "–"
        rows.append([str(item.position), voice.sans(item.title), count, "Majority of those present"])
    columns = [Column("Tab", 0.1), Column("Matter", 0.52), Column("Papers", 0.13), Column("Vote needed", 0.25)]
    out = block_heading("Decisions proposed", voice.sheet, bookmark="Decisions proposed")
    return [*out, ruled_table(columns, rows, voice.sheet, padding=3)]


def _furniture(voice: Voice, book: InBook | None) -> Furniture:
    record, meeting = voice.record, voice.meeting
    body = voice.escaper.plain(full_body(record, meeting.body))
    return Furniture(
        title=f"Agenda, {full_body(record, meeting.body)}, {long_date(meeting.day)}",
        author=record.company.name,
        subject=record.company.name,
        keywords=f"agenda; {meeting.body}; {meeting.day.isoformat()}",
        header_left=f"{voice.escaper.plain(record.company.name)} · {body}",
        header_right=f"Agenda for {short_date(meeting.day)}",
        state=voice.escaper.plain(book.footer) if book else f"Agenda for {short_date(meeting.day)}",
        header=book is None,
        numbered=book is None,
    )
