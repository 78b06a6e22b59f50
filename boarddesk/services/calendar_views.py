"""What the Calendar page and Home's strip show: the bodies, their meetings, and where each stands."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from boarddesk.domain.committees import Committee
from boarddesk.domain.elections import Election
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.fiscal import FiscalCalendar, Quarter
from boarddesk.domain.meetings import AHEAD, BEGUN, BOARD, INDEPENDENT, STOCKHOLDERS, Meeting, MeetingKind
from boarddesk.domain.record import Record
from boarddesk.services.clauses import clause_of
from boarddesk.services.clocks import ClockLine
from boarddesk.services.due_days import due_between
from boarddesk.services.words import joined, meeting_title, short_day
from boarddesk.services.workspace import Services

Shown = Literal["held", "planned", "departs", "cancelled"]
LETTERS = {BOARD: "B", INDEPENDENT: "I", STOCKHOLDERS: "S"}


class BodyRow(msgspec.Struct, frozen=True):
    """A body that meets: its id, its short name, its letter."""

    id: str
    name: str
    letter: str


class Entry(msgspec.Struct, frozen=True):
    """One meeting on a calendar. `departs` when a finding about it is adverse; `note` is said beside it."""

    meeting: Meeting
    body: BodyRow
    shown: Shown
    name: str
    note: str = ""

    @property
    def special(self) -> bool:
        """Whether it is a special meeting."""
        return self.meeting.kind is MeetingKind.SPECIAL


class CalendarYear(msgspec.Struct, frozen=True):
    """A fiscal year: its first day, its bodies, its meetings in order of time, a line of counts, clocks that end."""

    year: int
    first: date
    last: date
    bodies: tuple[BodyRow, ...]
    entries: tuple[Entry, ...]
    counts: str
    quarters: tuple[Quarter, ...]
    dues: tuple[ClockLine, ...] = ()


def letter_of(record: Record, body: str) -> str:
    """The letter of a body: the committee's own, else the first of its name."""
    committee = record.find(Committee, body)
    if committee is None:
        return LETTERS.get(body, body[:1].upper())
    return committee.letter or committee.name[:1].upper()


def short_name(record: Record, body: str) -> str:
    """A body in the fewest words: “Board”, “Audit”, “Independent session”."""
    fixed = {BOARD: "Board", INDEPENDENT: "Independent session", STOCKHOLDERS: "Stockholders"}
    committee = record.find(Committee, body)
    return (
        fixed.get(body, body) if committee is None else committee.name.removesuffix(" Committee").replace(" and ", ", ")
    )


def body_row(record: Record, body: str) -> BodyRow:
    """A body as a row of the calendar."""
    return BodyRow(body, short_name(record, body), letter_of(record, body))


def bodies_between(record: Record, first: date, last: date) -> tuple[BodyRow, ...]:
    """The board, its session, the committees in being at some time between, the stockholders."""
    committees = [
        committee.id
        for committee in record.all(Committee)
        if committee.start <= last and (committee.end is None or committee.end > first)
    ]
    return tuple(body_row(record, body) for body in (BOARD, INDEPENDENT, *committees, STOCKHOLDERS))


def entries_between(record: Record, first: date, last: date, findings: Iterable[Finding] = ()) -> tuple[Entry, ...]:
    """Every meeting that starts from `first` to `last`, in order of time; those with adverse findings marked."""
    departing = _departing(record, findings)
    found = [meeting for meeting in record.all(Meeting) if first <= meeting.day <= last]
    found.sort(key=lambda meeting: (meeting.starts, meeting.id))
    rows = {body: body_row(record, body) for body in {meeting.body for meeting in found}}
    return tuple(
        Entry(
            meeting, rows[meeting.body], _shown(meeting, departing), entry_name(record, meeting), _note(record, meeting)
        )
        for meeting in found
    )


def _departing(record: Record, findings: Iterable[Finding]) -> set[str]:
    """The meetings that a finding is adverse to: of clauses on the session, the session where there is one."""
    found: set[str] = set()
    for finding in findings:
        if finding.status is not Status.NOT_MET:
            continue
        clause = clause_of(finding.clause, record)
        sessions = record.where(Meeting, "parent", finding.subject) if clause and clause.body == INDEPENDENT else ()
        found |= {session.id for session in sessions} or {finding.subject}
    return found


def _shown(meeting: Meeting, departing: set[str]) -> Shown:
    if meeting.state in BEGUN:
        return "departs" if meeting.id in departing else "held"
    return "planned" if meeting.state in AHEAD else "cancelled"


STATE_NOTE = {
    "cancelled": "cancelled",
    "postponed": "postponed",
    "failed_quorum": "no quorum",
    "adjourned": "adjourned",
}


def entry_name(record: Record, meeting: Meeting) -> str:
    """A meeting with day and time in words: tooltip and what a screen reader says."""
    at = "" if meeting.all_day else f", {meeting.starts:%H:%M}"
    state = STATE_NOTE.get(meeting.state.value, "")
    return f"{meeting_title(record, meeting)}, {short_day(meeting.day)}{at}{f', {state}' if state else ''}"


def _note(record: Record, meeting: Meeting) -> str:
    if meeting.kind is not MeetingKind.ANNUAL:
        return ""
    elections = record.where(Election, "meeting", meeting.id)
    classes = sorted({election.class_ for election in elections if election.class_})
    if not classes:
        return "Annual meeting"
    done = "elected" if meeting.state in BEGUN else "to be elected"
    return f"Annual meeting, Class {joined(classes)} {done}"


def year_words(record: Record, year: int) -> str:
    """A fiscal year in words: “2027”, or “FY 2027” where it is not the calendar's."""
    return str(year) if record.company.fiscal_year_end == "12-31" else f"FY {year}"


def calendar_year(services: Services, year: int) -> CalendarYear:
    """One fiscal year of the calendar as of the chosen day."""
    record = services.shown
    fiscal = FiscalCalendar(record.company.fiscal_year_end)
    first, last = fiscal.year_starts(year), fiscal.year_ends(year)
    entries = entries_between(record, first, last, services.findings())
    bodies = bodies_between(record, first, last)
    return CalendarYear(year, first, last, bodies, entries, _counts(entries), fiscal.quarters(year),
                        due_between(services, first, last))  # fmt: skip


def _counts(entries: Iterable[Entry]) -> str:
    board = [entry for entry in entries if entry.meeting.body == BOARD and entry.shown != "cancelled"]
    if not board:
        return "no board meeting on the calendar"
    special = sum(entry.special for entry in board)
    regular = len(board) - special
    word = "meeting" if len(board) == 1 else "meetings"
    rest = f", {special} special (round)" if special else ""
    return f"{len(board)} board {word}: {regular} regular{rest}"
