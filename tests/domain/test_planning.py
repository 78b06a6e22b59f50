"""Planning a year: one regular meeting a quarter on an open day, the session after it, and nothing twice."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boarddesk.domain.clashes import clashes, end_of
from boarddesk.domain.committees import Committee, CommitteeKind, CommitteeSeat
from boarddesk.domain.company import Company, Habits
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import BOARD, INDEPENDENT, STOCKHOLDERS, Meeting, MeetingKind, MeetingState
from boarddesk.domain.people import Appointment, Person
from boarddesk.domain.planning import Proposal, move, plan_year
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row

YEAR = 2027
BEFORE = date(2025, 1, 1)
ROOM = "Board Room"


def at(moment: str) -> datetime:
    """Wall-clock time, as the record keeps it: without a zone."""
    return datetime.fromisoformat(moment)


def never_closed(day: date) -> bool:
    return False


def record(*rows: Row, year_end: str = "12-31", habits: Habits | None = None) -> Record:
    company = Company(id="company", name="Acme", fiscal_year_end=year_end, habits=habits or Habits(place=ROOM))
    return Record.of(
        (
            company,
            Person(id="ada", name="Ada"),
            Person(id="bo", name="Bo"),
            Appointment(id="a1", person="ada", start=date(2020, 1, 1)),
            Appointment(id="a2", person="bo", start=date(2020, 1, 1)),
            Committee(id="audit", name="Audit Committee", kind=CommitteeKind.AUDIT, start=date(2020, 1, 1)),
            Committee(id="old", name="Old Committee", start=date(2020, 1, 1), end=date(2024, 1, 1)),
            CommitteeSeat(id="s1", committee="audit", person="ada", start=date(2020, 1, 1)),
            *rows,
        )
    )


def of_body(proposal: Proposal, body: str) -> list[Meeting]:
    return [meeting for meeting in proposal.meetings if meeting.body == body]


month_days = st.dates(date(2027, 1, 1), date(2027, 12, 31)).map(lambda day: f"{day:%m-%d}") | st.just("02-29")
all_habits = st.builds(
    Habits,
    weeks_after_quarter_end=st.integers(0, 20),
    weekday=st.integers(0, 6),
    time=st.times(time(6), time(23)).map(lambda t: f"{t:%H:%M}"),
    hours=st.integers(1, 12),
    committees_days_before=st.integers(0, 5),
    annual_meeting_quarter=st.integers(1, 4),
    session_minutes=st.integers(5, 180),
)


@settings(max_examples=60, deadline=None)
@given(month_days, all_habits, st.sets(st.integers(0, 364), max_size=60))
def test_each_quarter_has_one_on_an_open_day_and_the_session_after(
    year_end: str, habits: Habits, shut: set[int]
) -> None:
    fiscal = FiscalCalendar(year_end)
    closed = {fiscal.year_starts(YEAR) + timedelta(days=n) for n in shut}
    here = record(year_end=year_end, habits=habits)
    proposal = plan_year(here, YEAR, closed.__contains__, BEFORE)
    boards = of_body(proposal, BOARD)
    assert [fiscal.quarter_of(board.day) for board in boards] == list(fiscal.quarters(YEAR))
    assert all(board.day not in closed and board.day.weekday() < 5 for board in boards)
    for board in boards:
        (session,) = [meeting for meeting in proposal.meetings if meeting.parent == board.id]
        assert session.starts > end_of(here, board)
        assert session.body == INDEPENDENT
        assert session.ends == session.starts + timedelta(minutes=habits.session_minutes)
    (annual,) = of_body(proposal, STOCKHOLDERS)
    assert annual.starts > end_of(here, boards[habits.annual_meeting_quarter - 1])
    ids = [meeting.id for meeting in proposal.meetings]
    assert len(ids) == len(set(ids))


def test_the_habits_decide_day_and_hour() -> None:
    proposal = plan_year(record(), YEAR, never_closed, BEFORE)
    first = of_body(proposal, BOARD)[0]
    assert first == Meeting(
        id="2027-02-11-board",
        body=BOARD,
        starts=at("2027-02-11 09:00"),
        ends=at("2027-02-11 13:00"),
        place=ROOM,
        scheduled_on=BEFORE,
    )
    assert of_body(proposal, "audit")[0].starts == at("2027-02-10 13:00")
    assert of_body(proposal, "old") == []
    assert [meeting.starts for meeting in of_body(proposal, STOCKHOLDERS)] == [at("2027-05-13 14:00")]
    assert proposal.notes == ()


def test_a_closed_day_is_avoided_and_said() -> None:
    proposal = plan_year(record(), YEAR, {date(2027, 2, 11)}.__contains__, BEFORE)
    assert of_body(proposal, BOARD)[0].day == date(2027, 2, 18)
    assert any("Thu 11 Feb 2027" in note and "Thu 18 Feb 2027" in note for note in proposal.notes)


def test_a_quarter_without_an_open_day_gets_none_and_a_note() -> None:
    proposal = plan_year(record(), YEAR, lambda day: day.month <= 3, BEFORE)
    assert [board.day.month for board in of_body(proposal, BOARD)] == [5, 8, 11]
    assert "No open day is left in Q1 2027; no board meeting is proposed for it." in proposal.notes


def test_what_is_there_already_is_not_proposed_again() -> None:
    there = Meeting(id="q1", body=BOARD, starts=at("2027-02-04 09:00"))
    annual = Meeting(id="am", body=STOCKHOLDERS, kind=MeetingKind.ANNUAL, starts=at("2027-05-20 14:00"))
    audit = Meeting(id="aud", body="audit", starts=at("2027-08-03 09:00"))
    proposal = plan_year(record(there, annual, audit), YEAR, never_closed, BEFORE)
    assert len(of_body(proposal, BOARD)) == 3
    assert of_body(proposal, INDEPENDENT)[0].parent == "q1"
    assert of_body(proposal, STOCKHOLDERS) == []
    assert [m.day.month for m in of_body(proposal, "audit")] == [2, 5, 11]


def test_a_cancelled_meeting_leaves_room_for_another_with_its_own_id() -> None:
    gone = Meeting(id="2027-02-11-board", body=BOARD, starts=at("2027-02-11 09:00"), state=MeetingState.CANCELLED)
    proposal = plan_year(record(gone), YEAR, never_closed, BEFORE)
    assert of_body(proposal, BOARD)[0].id == "2027-02-11-board-2"


def test_a_clash_with_another_meeting_moves_the_proposal() -> None:
    special = Meeting(id="sp", body=BOARD, kind=MeetingKind.SPECIAL, starts=at("2027-02-11 10:00"))
    proposal = plan_year(record(special), YEAR, never_closed, BEFORE)
    assert of_body(proposal, BOARD)[0].day == date(2027, 2, 18)


def test_nothing_is_proposed_for_the_past() -> None:
    proposal = plan_year(record(), YEAR, never_closed, date(2027, 5, 13))
    assert [board.day for board in of_body(proposal, BOARD)] == [
        date(2027, 5, 20),
        date(2027, 8, 12),
        date(2027, 11, 11),
    ]
    assert all(meeting.day > date(2027, 5, 13) for meeting in proposal.meetings)
    assert "No day is ahead in Q1 2027; no board meeting is proposed for it." in proposal.notes


def test_a_board_meeting_takes_its_session_along() -> None:
    proposal = plan_year(record(), YEAR, never_closed, BEFORE)
    moved = {m.id: m for m in move(proposal.meetings, "2027-02-11-board", at("2027-02-18 10:00"), published=True)}
    board, session = moved["2027-02-11-board"], moved["2027-02-11-session"]
    assert (board.starts, board.ends) == (at("2027-02-18 10:00"), at("2027-02-18 14:00"))
    assert (session.starts, session.ends) == (at("2027-02-18 14:10"), at("2027-02-18 14:55"))
    assert (board.sequence, session.sequence) == (1, 1)
    assert moved["2027-02-10-audit"] == next(m for m in proposal.meetings if m.id == "2027-02-10-audit")


@given(st.datetimes(at("2027-01-01 00:00"), at("2027-12-31 00:00")))
def test_a_move_and_back_changes_nothing(start: datetime) -> None:
    meetings = plan_year(record(), YEAR, never_closed, BEFORE).meetings
    there = move(meetings, "2027-05-13-board", start)
    assert move(there, "2027-05-13-board", at("2027-05-13 09:00")) == meetings


def test_clashes_name_persons_and_rooms() -> None:
    board = Meeting(id="b", body=BOARD, starts=at("2027-03-01 09:00"), place=ROOM)
    audit = Meeting(id="c", body="audit", starts=at("2027-03-01 12:00"), place="board room")
    (clash,) = clashes(record(), [board, audit])
    assert (clash.first, clash.second, clash.persons, clash.place) == (board, audit, ("ada",), ROOM)
    later = Meeting(id="c", body="audit", starts=at("2027-03-01 13:00"), place=ROOM)
    assert clashes(record(), [board, later]) == ()
    assert [c.second for c in clashes(record(audit), [board])] == [audit]


@pytest.mark.parametrize(("zone", "count"), [("America/New_York", 1), ("America/Los_Angeles", 0)])
def test_clashes_compare_hours_across_time_zones(zone: str, count: int) -> None:
    board = Meeting(id="b", body=BOARD, starts=at("2027-03-01 09:00"))
    audit = Meeting(id="c", body="audit", starts=at("2027-03-01 10:30"), time_zone=zone)
    assert len(clashes(record(), [board, audit])) == count


@pytest.mark.parametrize("year_end", ["02-29", "02-28", "01-31", "06-30", "11-30"])
@pytest.mark.parametrize("year", [2027, 2028])
def test_any_fiscal_year_gets_four_quarters_of_its_own(year_end: str, year: int) -> None:
    fiscal = FiscalCalendar(year_end)
    proposal = plan_year(record(year_end=year_end), year, never_closed, BEFORE)
    assert [fiscal.quarter_of(board.day) for board in of_body(proposal, BOARD)] == list(fiscal.quarters(year))
    (annual,) = of_body(proposal, STOCKHOLDERS)
    assert fiscal.quarter_of(annual.day).number == 2
    assert proposal.notes == ()


@pytest.mark.parametrize(
    ("habits", "today", "closed", "why"),
    [
        (Habits(weeks_after_quarter_end=13), BEFORE, never_closed, "is not in the quarter"),
        (Habits(), date(2027, 2, 12), never_closed, "is past"),
        (Habits(), date(2027, 2, 11), never_closed, "is today"),
        (Habits(weekday=5), BEFORE, never_closed, "is on a weekend"),
        (Habits(), BEFORE, {date(2027, 2, 11)}.__contains__, "is a market holiday"),
    ],
)
def test_the_note_says_why_the_usual_day_is_not_taken(
    habits: Habits, today: date, closed: Callable[[date], bool], why: str
) -> None:
    first = plan_year(record(habits=habits), YEAR, closed, today).notes[0]
    assert first.startswith("Q1 2027: ")
    assert why in first


def test_committees_keep_clear_of_what_is_on_the_calendar() -> None:
    special = Meeting(id="sp", body=BOARD, kind=MeetingKind.SPECIAL, starts=at("2027-02-10 12:00"), place=ROOM)
    here = record(special)
    proposal = plan_year(here, YEAR, never_closed, BEFORE)
    assert of_body(proposal, "audit")[0].starts == at("2027-02-10 16:00")
    assert clashes(here, proposal.meetings) == ()


@pytest.mark.parametrize("days_before", [0, 1])
def test_nothing_proposed_clashes_even_with_all_on_one_day(days_before: int) -> None:
    risk = Committee(id="risk", name="Risk Committee", start=date(2020, 1, 1))
    seat = CommitteeSeat(id="s2", committee="risk", person="ada", start=date(2020, 1, 1))
    habits = Habits(place=ROOM, committees_days_before=days_before, committees=("audit", "risk", "audit"))
    here = record(risk, seat, habits=habits)
    proposal = plan_year(here, YEAR, never_closed, BEFORE)
    assert clashes(here, proposal.meetings) == ()
    assert [len(of_body(proposal, body)) for body in ("audit", "risk")] == [4, 4]
    assert all(
        board.day - meeting.day == timedelta(days=days_before)
        for board, meeting in zip(of_body(proposal, BOARD), of_body(proposal, "audit"), strict=True)
    )


def test_a_year_whose_annual_meeting_cannot_be_proposed_says_so() -> None:
    proposal = plan_year(record(), YEAR, never_closed, date(2027, 7, 1))
    assert of_body(proposal, STOCKHOLDERS) == []
    assert any(note.startswith("No annual meeting of stockholders is proposed") for note in proposal.notes)
