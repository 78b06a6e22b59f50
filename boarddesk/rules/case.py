"""The record laid out for judging: periods, timelines and meetings by body, each worked out once per evaluation."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable
from datetime import date
from functools import cached_property, partial
from operator import attrgetter
from typing import TypeVar

import msgspec

from boarddesk.domain.attendance import AttendanceBook
from boarddesk.domain.committees import Committee, CommitteeKind, CommitteeSeat
from boarddesk.domain.documents import Document
from boarddesk.domain.elections import Election
from boarddesk.domain.fiscal import FiscalCalendar, Quarter
from boarddesk.domain.meetings import (
    BOARD,
    INDEPENDENT,
    STOCKHOLDERS,
    AgendaItem,
    Meeting,
    MeetingKind,
    MeetingState,
    PresenceStamp,
)
from boarddesk.domain.motions import RelatedTransaction
from boarddesk.domain.people import Appointment, BoardSize, Person, Role, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.timeline import Service, Timeline
from boarddesk.rules.answers import Answers
from boarddesk.rules.books import Books
from boarddesk.rules.decisions import Decisions
from boarddesk.rules.independence import Independence
from boarddesk.rules.labels import Labels
from boarddesk.rules.params import Parameters
from boarddesk.rules.quorums import Quorums
from boarddesk.rules.reads import Once, Shelf, shelf
from boarddesk.rules.sessions import Sessions

T = TypeVar("T")

HELD = frozenset({MeetingState.HELD, MeetingState.ADJOURNED})
OFFICES = {BOARD: "Board of Directors", INDEPENDENT: "Independent directors", STOCKHOLDERS: "Stockholders"}


class Span(msgspec.Struct, frozen=True):
    """The fiscal years to judge, first and last included."""

    first: int
    last: int


class Period(msgspec.Struct, frozen=True):
    """One fiscal quarter or year. `cut` is the last day that can be judged: its end, or the as-of day."""

    id: str
    label: str
    first: date
    last: date
    cut: date
    year: int
    past: bool
    ahead: bool

    @property
    def running(self) -> bool:
        """Whether the as-of day lies in it."""
        return not self.past and not self.ahead

    def holds(self, day: date) -> bool:
        """Whether `day` lies in it."""
        return self.first <= day <= self.last


class Case:
    """One record on one day, for all rules to read; nothing in it is written by a rule."""

    def __init__(self, record: Record, as_of: date, books: Books, span: Span | None) -> None:
        self.record = shelf(record)
        self._plain = Shelf(record)
        self.as_of = as_of
        self.books = books
        self.calendar = FiscalCalendar(record.company.fiscal_year_end)
        self.parameters = Parameters(record, books)
        this = self.calendar.year_of(as_of)
        self.span = span or Span(this - 1, this)
        self.quorums = Quorums(self)
        """Who was present at any moment of a meeting, and how many were needed."""
        self.decisions = Decisions(self.record, self.quorums)
        """How motions ended, and when."""
        self.sessions = Sessions(self)
        """Whether only independent directors were present at a session."""
        self.labels = Labels(self.record)
        """Rows as evidence, with words for a person."""

    def once(self, key: Hashable, make: Callable[["Case"], T]) -> T:
        """Something several rules need, worked out when first asked for."""
        return self.record.once(key, lambda: make(self))

    # --- periods

    def _period(self, name: str, label: str, first: date, last: date, year: int) -> Period:
        cut = min(last, self.as_of)
        return Period(name, label, first, last, cut, year, past=last < self.as_of, ahead=first > self.as_of)

    @cached_property
    def years(self) -> tuple[Period, ...]:
        """The fiscal years to judge; those that ended before the record begins are left out."""
        starts, ends = self.calendar.year_starts, self.calendar.year_ends
        found = (
            self._period(f"FY{year}", f"FY {year}", starts(year), ends(year), year)
            for year in range(self.span.first, self.span.last + 1)
        )
        return tuple(year for year in found if year.last >= self.begins)

    @cached_property
    def quarters(self) -> tuple[Period, ...]:
        """The fiscal quarters to judge, oldest first."""
        found = (self.quarter(q) for year in self.years for q in self.calendar.quarters(year.year))
        return tuple(quarter for quarter in found if quarter.last >= self.begins)

    def quarter(self, quarter: Quarter) -> Period:
        """One quarter as a period."""
        first, last = self.calendar.quarter_starts(quarter), self.calendar.quarter_ends(quarter)
        return self._period(str(quarter), quarter.label, first, last, quarter.year)

    def quarter_holding(self, day: date) -> Period:
        """The quarter in which a day lies."""
        return self.quarter(self.calendar.quarter_of(day))

    def judged(self, day: date) -> bool:
        """Whether a day lies in the years to judge."""
        return bool(self.years) and self.years[0].first <= day <= self.years[-1].last

    @cached_property
    def begins(self) -> date:
        """The first day of which the record knows anything; the as-of day where it knows nothing.

        All periods hang on it: where it changes, all is judged anew, and so nobody need have read what it is made of.
        """
        record = self._plain
        days = [m.starts.date() for m in record.all(Meeting)]
        days += _starts(record)
        days += [row.effective_from for row in record.all(Document) if row.effective_from]
        days += [row.effective_on for row in record.all(RelatedTransaction) if row.effective_on]
        return min([*days, self.as_of])

    # --- people and bodies

    @cached_property
    def _items_by_clause(self) -> dict[str, list[AgendaItem]]:
        found: dict[str, list[AgendaItem]] = {}
        for item in self._plain.all(AgendaItem):
            for clause in item.clauses:
                found.setdefault(clause, []).append(item)
        return found

    def items_naming(self, clause: str) -> list[AgendaItem]:
        """The agenda items that name a clause as the one they serve."""
        self.record.note((AgendaItem, "clauses", clause))
        return self._items_by_clause.get(clause, [])

    @Once
    def directors(self) -> Service[Appointment]:
        """Who was a director when."""
        return Service(self.record.all(Appointment))

    def directors_on(self, day: date) -> tuple[str, ...]:
        """The directors in office on a day."""
        return self.directors.people(day)

    @Once
    def roles(self) -> Timeline[RoleTenure]:
        """Who held which role when."""
        return Timeline(self.record.all(RoleTenure))

    def holder(self, role: Role, day: date) -> RoleTenure | None:
        """Who held a role on a day."""
        return next((tenure for tenure in self.roles.on(day) if tenure.role is role), None)

    @Once
    def _committees(self) -> Timeline[Committee]:
        return Timeline(self.record.all(Committee))

    def committees_on(self, day: date) -> tuple[Committee, ...]:
        """The committees in being on a day."""
        return self._committees.on(day)

    def committee(self, kind: str, day: date) -> Committee | None:
        """The committee of a kind that was in being on a day."""
        return next((c for c in self._committees.on(day) if c.kind == kind), None)

    def is_kind(self, body: str, kind: CommitteeKind) -> bool:
        """Whether a body is a committee of that kind."""
        found = self.record.find(Committee, body)
        return found is not None and found.kind is kind

    def seats(self, committee: str) -> Service[CommitteeSeat]:
        """Who sat on a committee when."""
        return self.record.once(("seats", committee), partial(self._seats, committee))

    def _seats(self, committee: str) -> Service[CommitteeSeat]:
        return Service(self.record.where(CommitteeSeat, "committee", committee))

    def members_on(self, body: str, day: date) -> tuple[str, ...]:
        """The members of the board or of a committee on a day."""
        if self.record.find(Committee, body) is None:
            return self.directors_on(day)
        return self.seats(body).people(day)

    @Once
    def _sizes(self) -> tuple[BoardSize, ...]:
        return tuple(sorted(self.record.all(BoardSize), key=lambda size: (size.effective_from, size.id)))

    def size_on(self, day: date) -> BoardSize | None:
        """The authorized size of the board in force on a day."""
        index = bisect_right(self._sizes, day, key=lambda size: size.effective_from)
        return self._sizes[index - 1] if index else None

    def name(self, person: str | None) -> str:
        """A person's full name."""
        found = self.record.find(Person, person)
        return found.name if found else "A person not on record"

    def body(self, kind: str, day: date) -> str:
        """The name of the body of a kind on a day, for a person."""
        if kind in OFFICES:
            return OFFICES[kind]
        committee = self.committee(kind, day) or self.record.find(Committee, kind)
        return committee.name if committee else f"{kind.capitalize()} committee"

    # --- meetings

    def _meetings_of(self, body: str) -> tuple[list[date], tuple[Meeting, ...]]:
        """In order of time, those held jointly with others too: their days beside them, to look in by halves."""
        found = [m for m in self.record.where(Meeting, "body", body) if m.kind is not MeetingKind.SESSION]
        if body == INDEPENDENT:
            found.extend(self.record.where(Meeting, "kind", MeetingKind.SESSION))
        self.record.note((Meeting, "joint_with", body))
        found.extend(m for m in Record.all(self.record, Meeting) if body in m.joint_with)
        found.sort(key=attrgetter("starts", "id"))
        return [m.starts.date() for m in found], tuple(found)

    @property
    def bodies(self) -> tuple[str, ...]:
        """Every body that has a meeting on record."""
        return tuple(self._bodies)

    @Once
    def _bodies(self) -> dict[str, None]:
        met = sorted(self.record.all(Meeting), key=attrgetter("starts", "id"))
        return dict.fromkeys(INDEPENDENT if m.kind is MeetingKind.SESSION else m.body for m in met)

    def meetings(self, body: str, first: date | None = None, last: date | None = None) -> tuple[Meeting, ...]:
        """The meetings of a body from the first to the last day, in order of time; sessions have their own body."""
        days, found = self.record.once(("meetings", body), partial(self._meetings_of, body))
        low = bisect_left(days, first) if first else 0
        high = bisect_right(days, last) if last else len(found)
        return found[low:high]

    @Once
    def _annual(self) -> tuple[Meeting, ...]:
        off = (MeetingState.CANCELLED, MeetingState.POSTPONED)
        found = self.meetings(STOCKHOLDERS)
        return tuple(m for m in found if m.kind is MeetingKind.ANNUAL and m.state not in off)

    @Once
    def annual_meetings(self) -> dict[int, Meeting]:
        """The stockholders' annual meeting of each calendar year, held or to be held."""
        found: dict[int, Meeting] = {}
        for meeting in self._annual:
            if meeting.day.year not in found or meeting.state in HELD:
                found[meeting.day.year] = meeting
        return found

    def next_annual_meeting(self, day: date) -> Meeting | None:
        """The first annual meeting after a day."""
        return next((meeting for meeting in self._annual if meeting.starts.date() > day), None)

    @Once
    def _elections(self) -> tuple[list[date], list[Election]]:
        found = sorted(self.record.all(Election), key=attrgetter("held_on", "id"))
        return [election.held_on for election in found], found

    def elections(self, first: date, last: date) -> list[Election]:
        """The elections held from the first to the last day, in order of time."""
        days, found = self._elections
        return found[bisect_left(days, first) : bisect_right(days, last)]

    # --- what the rules share

    @Once
    def attendance(self) -> AttendanceBook:
        """Attendance by fiscal year."""
        # Its years are worked out by whoever asks first, and then serve all.
        self.record.note(PresenceStamp, CommitteeSeat)
        return AttendanceBook(self.record, self.as_of)

    @Once
    def answers(self) -> Answers:
        """Which received questionnaires serve a day."""
        return Answers(self.record, self.calendar)

    @Once
    def independence(self) -> Independence:
        """Who counted as independent when."""
        return Independence(self.record, self.directors, self.roles)


def _starts(record: Record) -> list[date]:
    rows: list[Appointment | RoleTenure | Committee] = [*record.all(Appointment), *record.all(RoleTenure)]
    return [row.start for row in (*rows, *record.all(Committee))]
