"""Plan a year: a regular board meeting a quarter, the session after each, committees before, the annual meeting."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta

import msgspec
from msgspec.structs import replace

from boarddesk.domain.clashes import ANNUAL_LENGTH, COMMITTEE_LENGTH, ONE_DAY, STANDS, clashes, end_of
from boarddesk.domain.committees import Committee
from boarddesk.domain.company import Habits
from boarddesk.domain.fiscal import FiscalCalendar, Quarter
from boarddesk.domain.meetings import AHEAD, BOARD, INDEPENDENT, STOCKHOLDERS, Meeting, MeetingKind
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name, committees_on

Closed = Callable[[date], bool]
SATURDAY = 5
WEEK = 7
PAUSE = timedelta(minutes=10)
"""Between the end of a board meeting and the session of the independent directors."""
STEP = timedelta(minutes=30)
"""What a meeting that would clash is put off by, as long as that helps."""
LATEST_END = time(20, 0)
"""Committees that would end later begin on the open day before."""
DAYS_TRIED = 5
"""So many open days before the board's are looked through for an hour at which a committee clashes with nothing."""
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Proposal(msgspec.Struct, frozen=True):
    """Meetings to put on the calendar, by start, and sentences about what could not be as the habits say."""

    meetings: tuple[Meeting, ...]
    notes: tuple[str, ...]


def plan_year(record: Record, year: int, market_closed: Closed, today: date) -> Proposal:
    """Propose what a fiscal year still lacks, after `today`, on days that are neither weekend nor closed."""
    return _Planner(record, year, market_closed, today).proposal()


def move(
    meetings: Iterable[Meeting], meeting_id: str, new_start: datetime, *, published: bool = False
) -> tuple[Meeting, ...]:
    """The meetings with one moved, and the session that follows it by as much; offsets and lengths stay.

    `published` counts their calendar sequence up, for meetings that are on calendars already.
    """
    found = tuple(meetings)
    shift = next(new_start - meeting.starts for meeting in found if meeting.id == meeting_id)

    def moved(meeting: Meeting) -> Meeting:
        if meeting.id != meeting_id and not (meeting.parent == meeting_id and meeting.state in AHEAD):
            return meeting
        ends = meeting.ends + shift if meeting.ends else None
        return replace(meeting, starts=meeting.starts + shift, ends=ends, sequence=meeting.sequence + published)

    return tuple(moved(meeting) for meeting in found)


def short(day: date) -> str:
    """A day as notes name it: “Thu 12 Nov 2026”."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


class _Planner:
    """One run of planning: what is there, what was proposed so far, and the notes."""

    def __init__(self, record: Record, year: int, market_closed: Closed, today: date) -> None:
        self.record, self.year, self.today = record, year, today
        self.habits: Habits = record.company.habits
        self.fiscal = FiscalCalendar(record.company.fiscal_year_end)
        self.closed = market_closed
        standing = (meeting for meeting in record.all(Meeting) if meeting.state in STANDS)
        self.there = sorted(standing, key=lambda meeting: (meeting.starts, meeting.id))
        self.found: list[Meeting] = []
        self.notes: list[str] = []

    def proposal(self) -> Proposal:
        """Quarter by quarter, then in order of start."""
        for quarter in self.fiscal.quarters(self.year):
            self._plan_quarter(quarter)
        self._miss_annual()
        self.found.sort(key=lambda meeting: (meeting.starts, meeting.id))
        return Proposal(tuple(self.found), tuple(self.notes))

    def is_open(self, day: date) -> bool:
        """Whether meetings may be proposed for a day."""
        return day.weekday() < SATURDAY and not self.closed(day)

    def _within(self, quarter: Quarter, day: date) -> bool:
        return self.fiscal.quarter_starts(quarter) <= day <= self.fiscal.quarter_ends(quarter)

    def _existing(self, quarter: Quarter, body: str, *kinds: MeetingKind) -> list[Meeting]:
        return [m for m in self.there if m.body == body and m.kind in kinds and self._within(quarter, m.day)]

    def _plan_quarter(self, quarter: Quarter) -> None:
        standing = self._existing(quarter, BOARD, MeetingKind.REGULAR)
        for meeting in standing:
            self.notes.append(f"{quarter.label} has its regular board meeting already: {short(meeting.day)}.")
            if meeting.state in AHEAD and not any(other.parent == meeting.id for other in self.there):
                self._add_session(meeting)
        board = standing[0] if standing else self._add_board(quarter)
        if board is None:
            return
        if board.day > self.today:
            self._add_committees(quarter, board.day)
        if quarter.number == self.habits.annual_meeting_quarter and board.day > self.today:
            self._add_annual(board)

    def _add_board(self, quarter: Quarter) -> Meeting | None:
        """The regular meeting on the best open day: the usual weekday first, nearest to the habit, without clashes."""
        wish = self._wish(quarter)
        days = sorted(self._open_days(quarter), key=lambda day: self._distance(day, wish))
        if not days:
            left = "open day is left" if self.fiscal.quarter_ends(quarter) >= self.today else "day is ahead"
            self.notes.append(f"No {left} in {quarter.label}; no board meeting is proposed for it.")
            return None
        choices = (self._board_on(day) for day in days)
        meeting = next((m for m in choices if self._is_free(m) and self._is_free(self._session_of(m))), None)
        if meeting is None:
            meeting = self._board_on(days[0])
            self.notes.append(
                f"Every open day of {quarter.label} clashes; {short(meeting.day)} is proposed all the same."
            )
        elif meeting.day != wish:
            why = self._why_not(quarter, wish)
            self.notes.append(f"{quarter.label}: {short(wish)} {why}; {short(meeting.day)} is proposed.")
        self.found.append(meeting)
        self._add_session(meeting)
        return meeting

    def _wish(self, quarter: Quarter) -> date:
        """The day by habit: the usual weekday, so many weeks after the end of the quarter before."""
        day = self.fiscal.quarter_starts(quarter) - ONE_DAY + timedelta(weeks=self.habits.weeks_after_quarter_end)
        return day + timedelta(days=(self.habits.weekday - day.weekday()) % WEEK)

    def _why_not(self, quarter: Quarter, day: date) -> str:
        """Why the board does not meet on the day that the habits name."""
        if not self._within(quarter, day):
            return "is not in the quarter"
        if day <= self.today:
            return "is past" if day < self.today else "is today"
        if not self.is_open(day):
            return "is a market holiday" if day.weekday() < SATURDAY else "is on a weekend"
        return "clashes with another meeting"

    def _is_free(self, meeting: Meeting) -> bool:
        """Whether a meeting clashes with none of the record's and none proposed so far."""
        near = [other for other in self.found if abs(other.day - meeting.day) <= ONE_DAY]
        return not any(meeting in (clash.first, clash.second) for clash in clashes(self.record, [meeting, *near]))

    def _distance(self, day: date, wish: date) -> tuple[bool, int, bool]:
        return day.weekday() != self.habits.weekday, abs((day - wish).days), day < wish

    def _open_days(self, quarter: Quarter) -> Iterator[date]:
        day = max(self.fiscal.quarter_starts(quarter), self.today + ONE_DAY)
        last = self.fiscal.quarter_ends(quarter)
        while day <= last:
            if self.is_open(day):
                yield day
            day += ONE_DAY

    def _board_on(self, day: date) -> Meeting:
        starts = datetime.combine(day, time.fromisoformat(self.habits.time))
        return self._meeting(BOARD, MeetingKind.REGULAR, starts, timedelta(hours=self.habits.hours))

    def _add_session(self, board: Meeting) -> None:
        self.found.append(self._session_of(board))

    def _session_of(self, board: Meeting) -> Meeting:
        ends = self._board_on(board.day).ends if board.all_day else end_of(self.record, board)
        starts = (ends or board.starts) + PAUSE
        length = timedelta(minutes=self.habits.session_minutes)
        session = self._meeting(INDEPENDENT, MeetingKind.SESSION, starts, length, day=board.day)
        return replace(session, parent=board.id, place=board.place)

    def _add_committees(self, quarter: Quarter, board_day: date) -> None:
        """One after the other from the usual hour, on the open day so many days before the board."""
        bodies = dict.fromkeys(self.habits.committees or (c.id for c in committees_on(self.record, board_day)))
        missing = [
            body for body in bodies if self._exists_on(body, board_day) and self._lacks(quarter, body, board_day)
        ]
        day = self._days_before(board_day)
        starts = self._first_hour(day)
        for body in missing:
            hours = list(self._hours_from(day, starts))
            if not hours:
                self.notes.append(f"{body_name(self.record, body)}: no open day is left before {short(board_day)}.")
                continue
            choices = [self._meeting(body, MeetingKind.REGULAR, hour, COMMITTEE_LENGTH) for hour in hours]
            meeting = next(filter(self._is_free, choices), choices[0])
            self.found.append(meeting)
            day, starts = meeting.day, meeting.starts + COMMITTEE_LENGTH

    def _hours_from(self, day: date, starts: datetime) -> Iterator[datetime]:
        """The hours at which a committee may begin: from `starts` on, then from the usual hour on open days before."""
        for _ in range(DAYS_TRIED):
            first = self._first_hour(day)
            while day > self.today and starts.date() == day:
                # The usual hour is taken at its word, however late.
                ends = starts + COMMITTEE_LENGTH
                if starts != first and (ends.date() > day or ends.time() > LATEST_END):
                    break
                yield starts
                starts += STEP
            day = self._open_before(day)
            starts = self._first_hour(day)

    def _exists_on(self, body: str, day: date) -> bool:
        committee = self.record.find(Committee, body)
        return committee is not None and committee.exists_on(day)

    def _lacks(self, quarter: Quarter, body: str, board_day: date) -> bool:
        """Whether a committee has no regular meeting in the quarter, nor in the days before its board meeting."""
        before = board_day - timedelta(days=WEEK + self.habits.committees_days_before)
        near = [
            m for m in self.there if m.body == body and m.kind is MeetingKind.REGULAR and before <= m.day <= board_day
        ]
        return not near and not self._existing(quarter, body, MeetingKind.REGULAR)

    def _first_hour(self, day: date) -> datetime:
        return datetime.combine(day, time.fromisoformat(self.habits.committee_time))

    def _days_before(self, board_day: date) -> date:
        day = board_day
        for _ in range(self.habits.committees_days_before):
            day = self._open_before(day)
        return day

    def _open_before(self, day: date) -> date:
        """The open day before; the calendar day before where a month has none."""
        days = (day - timedelta(days=n) for n in range(1, 31))
        return next((found for found in days if self.is_open(found)), day - ONE_DAY)

    def _add_annual(self, board: Meeting) -> None:
        """The stockholders' annual meeting on the day of the board meeting, after its session."""
        there = [m for m in self._this_year() if m.body == STOCKHOLDERS and m.kind is MeetingKind.ANNUAL]
        if there:
            self.notes.append(f"The annual meeting of stockholders is on the calendar already: {short(there[0].day)}.")
            return
        ends = [end_of(self.record, m) for m in (*self.there, *self.found) if board.id in {m.id, m.parent}]
        usual = datetime.combine(board.day, time.fromisoformat(self.habits.annual_meeting_time))
        earliest = usual if usual >= max(ends) else max(ends) + PAUSE
        steps = range(max(1, (datetime.combine(board.day, LATEST_END) - ANNUAL_LENGTH - earliest) // STEP + 1))
        choices = [
            self._meeting(STOCKHOLDERS, MeetingKind.ANNUAL, earliest + n * STEP, ANNUAL_LENGTH, day=board.day)
            for n in steps
        ]
        annual = next(filter(self._is_free, choices), choices[0])
        self.found.append(annual)
        if annual.starts != usual:
            why = "after the board has risen" if usual < earliest == annual.starts else "clear of other meetings"
            self.notes.append(f"The annual meeting is proposed for {annual.starts:%H:%M}, {why}.")

    def _miss_annual(self) -> None:
        """Say where the year has no annual meeting and none could be proposed."""
        if any(m.body == STOCKHOLDERS and m.kind is MeetingKind.ANNUAL for m in (*self._this_year(), *self.found)):
            return
        quarter = self.fiscal.quarters(self.year)[self.habits.annual_meeting_quarter - 1]
        self.notes.append(
            f"No annual meeting of stockholders is proposed: no board meeting is ahead in {quarter.label}, its quarter."
        )

    def _this_year(self) -> list[Meeting]:
        return [meeting for meeting in self.there if self.fiscal.year_of(meeting.day) == self.year]

    def _meeting(
        self, body: str, kind: MeetingKind, starts: datetime, length: timedelta, day: date | None = None
    ) -> Meeting:
        name = kind.value if body in {INDEPENDENT, STOCKHOLDERS} else body
        return Meeting(
            id=self._free_id(f"{day or starts.date()}-{name}"),
            body=body,
            kind=kind,
            starts=starts,
            ends=starts + length,
            place=self.habits.place,
            scheduled_on=self.today,
        )

    def _free_id(self, wish: str) -> str:
        taken = {meeting.id for meeting in self.found}
        number, found = 1, wish
        while found in taken or self.record.find(Meeting, found) is not None:
            number += 1
            found = f"{wish}-{number}"
        return found
