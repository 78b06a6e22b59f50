from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.domain.attendance import Attendance, AttendanceBook, forecast, percent
from boarddesk.domain.meetings import Meeting, MeetingState
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from tests.rules.rows import base_tables, merged, record_of

LINE = Fraction(3, 4)


def year(**changes: Any) -> Record:
    return record_of(merged(base_tables("year"), changes))


def of(record: Record, person: str, day: date = date(2026, 1, 31), fiscal: int = 2025) -> Attendance:
    found = AttendanceBook(record, day).of(person, fiscal)
    assert found is not None
    return found


def test_board_and_committees_in_one_fraction_without_sessions() -> None:
    found = of(year(presence=[{"id": "c-nov-cora", "kind": "absent"}]), "cora")
    assert (len(found.attended), found.held, found.percent) == (4, 5, "80.0%")
    assert found.body_count("board") == (4, 4)
    assert found.body_count("compensation") == (0, 1)
    assert [m.id for m in found.missed] == ["c-nov"]


def test_only_service_counts() -> None:
    record = year(
        appointments=[
            {"id": "dan-2", "end": "2025-08-14"},
            {"id": "zoe-1", "person": "zoe", "class": "II", "how": "appointed", "start": "2025-08-14"},
        ]
    )
    assert of(record, "dan").held == 2
    assert not of(record, "dan").serving
    assert (of(record, "zoe").held, len(of(record, "zoe").missed)) == (2, 2)
    assert AttendanceBook(record, date(2026, 1, 31)).of("sam", 2025) is None


def test_a_meeting_without_a_roll_is_named_and_bounds_the_answer() -> None:
    record = year(meetings=[{"id": "b-dec", "body": "board", "starts": "2025-12-04T09:00:00", "state": "held"}])
    found = of(record, "dan")
    assert [m.id for m in found.no_roll] == ["b-dec"]
    assert (found.fraction, found.lowest, found.highest) == (Fraction(1), Fraction(4, 5), Fraction(1))


def test_a_meeting_that_failed_or_was_called_off_was_not_held() -> None:
    record = year(meetings=[{"id": "b-aug", "state": "failed_quorum"}, {"id": "b-nov", "state": "cancelled"}])
    assert of(record, "dan").held == 2


def test_a_meeting_adjourned_to_another_day_counts_once() -> None:
    record = year(
        meetings=[
            {"id": "b-aug", "state": "adjourned", "moved_to": "b-sep"},
            {"id": "b-sep", "body": "board", "starts": "2025-09-01T09:00:00", "state": "held"},
        ],
        presence=[
            {"id": "b-aug-dan", "kind": "absent"},
            {"id": "x", "meeting": "b-sep", "person": "dan", "kind": "present"},
        ],
    )
    found = of(record, "dan")
    assert (len(found.attended), found.held) == (4, 4)


def test_the_year_is_the_fiscal_year() -> None:
    record = year(company=[{"id": "company", "fiscal_year_end": "06-30"}])
    assert of(record, "dan").held == 2
    assert of(record, "dan", fiscal=2026).held == 2


def _ahead(attended: int, missed: int, ahead: int) -> Attendance:
    def some(count: int, start: int) -> tuple[Meeting, ...]:
        days = (datetime(2026, 1, 1, 9) + timedelta(days=start + n) for n in range(count))
        return tuple(Meeting(id=f"m{day:%j}", body="board", starts=day, state=MeetingState.HELD) for day in days)

    return Attendance("ann", 2026, True, some(attended, 0), some(missed, 100), (), some(ahead, 200))


@pytest.mark.parametrize(
    ("attended", "missed", "ahead", "may_miss", "words"),
    [
        (6, 1, 3, 1, "Stays at 75% or more if she attends two of the three still to come."),
        (4, 0, 1, 1, "Stays at 75% or more even without the one still to come."),
        (2, 1, 1, 0, "Reaches 75% or more if she attends the one still to come."),
        (3, 1, 1, 0, "Stays at 75% or more if she attends the one still to come."),
        (2, 1, 4, 0, "Reaches 75% or more if she attends all of the four still to come."),
        (1, 2, 1, -1, "Cannot reach 75% in the one still to come."),
        (3, 1, 0, 0, "No further meeting is planned this year."),
    ],
)
def test_the_forecast(attended: int, missed: int, ahead: int, may_miss: int, words: str) -> None:
    found = _ahead(attended, missed, ahead)
    record = Record.of([Person(id="ann", name="Ann Arden", honorific="Ms.")])
    assert found.may_miss(LINE) == may_miss
    assert forecast(record, found, LINE) == words


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 12))
def test_missing_what_may_be_missed_ends_at_the_line_and_one_more_below(attended: int, missed: int, ahead: int) -> None:
    found = _ahead(attended, missed, ahead)
    spare = found.may_miss(LINE)
    total = attended + missed + ahead
    if 0 <= spare <= ahead and total:
        assert Fraction(attended + ahead - spare, total) >= LINE
        if spare < ahead:
            assert Fraction(attended + ahead - spare - 1, total) < LINE
    if spare < 0:
        assert Fraction(attended + ahead, total) < LINE


def test_percent() -> None:
    assert [percent(Fraction(6, 7)), percent(Fraction(8, 9)), percent(Fraction(3, 4)), percent(None)] == [
        "85.7%",
        "88.9%",
        "75.0%",
        "",
    ]
