from datetime import date, timedelta

import pytest

from boarddesk.common.business_days import LISTED, Calendar, _library, _listed, market_days, sec_days

SEC = sec_days()
MARKET = market_days()


@pytest.mark.parametrize(
    ("day", "sec", "market"),
    [
        (date(2026, 4, 3), True, False),  # Good Friday
        (date(2026, 10, 12), False, True),  # Columbus Day
        (date(2026, 11, 11), False, True),  # Veterans Day
        (date(2026, 6, 19), False, False),  # Juneteenth
        (date(2026, 7, 3), False, False),  # Independence Day, observed on the Friday
        (date(2026, 11, 26), False, False),  # Thanksgiving Day
        (date(2026, 11, 14), False, False),  # a Saturday
        (date(2026, 11, 12), True, True),
    ],
)
def test_the_two_calendars_differ(day: date, sec: bool, market: bool) -> None:
    assert SEC.is_open(day) is sec
    assert MARKET.is_open(day) is market


@pytest.mark.parametrize(
    ("event", "due"),
    [
        (date(2026, 11, 9), date(2026, 11, 16)),  # Veterans Day is not counted
        (date(2026, 5, 12), date(2026, 5, 18)),  # a Tuesday: the Monday after
        (date(2026, 5, 16), date(2026, 5, 21)),  # a Saturday: Monday is the first day
        (date(2026, 4, 1), date(2026, 4, 7)),  # Good Friday counts
        (date(2026, 10, 8), date(2026, 10, 15)),  # Columbus Day does not
        (date(2026, 6, 17), date(2026, 6, 24)),  # Juneteenth does not
        (date(2026, 12, 30), date(2027, 1, 6)),  # across a new year
    ],
)
def test_four_sec_business_days(event: date, due: date) -> None:
    assert SEC.after(event, 4) == due


def test_a_day_closed_for_once_is_not_counted() -> None:
    closed = sec_days([date(2026, 11, 12)])
    assert closed.after(date(2026, 11, 9), 4) == date(2026, 11, 17)
    assert closed.holiday(date(2026, 11, 12)) == "Closed"


def test_skipped_days_are_named() -> None:
    assert SEC.skipped(date(2026, 11, 9), date(2026, 11, 16)) == ((date(2026, 11, 11), "Veterans Day"),)


def test_counting_and_moving() -> None:
    assert SEC.between(date(2026, 11, 9), date(2026, 11, 16)) == 4
    assert SEC.between(date(2026, 11, 9), date(2026, 11, 9)) == 0


@pytest.mark.parametrize("calendar", list(Calendar), ids=str)
def test_the_listed_holidays_are_the_librarys(calendar: Calendar) -> None:
    listed, library = _listed(calendar), _library(calendar)
    day = date(LISTED.start, 1, 1)
    while day.year < LISTED.stop:
        assert listed.get(day) == library.get(day), day
        day += timedelta(days=1)


def test_other_years_are_asked_of_the_library() -> None:
    for year in (LISTED.start - 1, LISTED.stop):
        for day in (date(year, 7, 4), date(year, 12, 25), date(year, 3, 3)):
            assert SEC.holiday(day) == (_library(Calendar.SEC).get(day) or "")
