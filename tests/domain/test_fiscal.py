from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.domain.fiscal import FiscalCalendar, Quarter

ENDS = st.sampled_from(["12-31", "06-30", "09-30", "01-31", "02-28", "02-29", "03-15"])


def test_a_calendar_year() -> None:
    fiscal = FiscalCalendar("12-31")
    assert fiscal.year_of(date(2026, 12, 31)) == 2026
    assert fiscal.quarter_of(date(2026, 10, 1)) == Quarter(2026, 4)
    assert [fiscal.quarter_ends(q) for q in fiscal.quarters(2026)] == [
        date(2026, 3, 31),
        date(2026, 6, 30),
        date(2026, 9, 30),
        date(2026, 12, 31),
    ]


def test_a_year_that_ends_in_june_is_named_by_its_end() -> None:
    fiscal = FiscalCalendar("06-30")
    assert fiscal.year_of(date(2026, 6, 30)) == 2026
    assert fiscal.year_of(date(2026, 7, 1)) == 2027
    assert fiscal.quarter_of(date(2025, 7, 1)) == Quarter(2026, 1)
    assert fiscal.quarter_starts(Quarter(2026, 1)) == date(2025, 7, 1)


def test_the_end_of_february_moves_with_leap_years() -> None:
    fiscal = FiscalCalendar("02-29")
    assert [fiscal.year_ends(year) for year in (2023, 2024, 2025)] == [
        date(2023, 2, 28),
        date(2024, 2, 29),
        date(2025, 2, 28),
    ]


@pytest.mark.parametrize(
    ("quarter", "following"), [(Quarter(2026, 1), Quarter(2026, 2)), (Quarter(2026, 4), Quarter(2027, 1))]
)
def test_the_quarter_after(quarter: Quarter, following: Quarter) -> None:
    assert quarter.next() == following


def test_names() -> None:
    assert (str(Quarter(2026, 3)), Quarter(2026, 3).label) == ("2026-Q3", "Q3 2026")


@given(end=ENDS, day=st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_every_day_lies_in_exactly_one_quarter(end: str, day: date) -> None:
    fiscal = FiscalCalendar(end)
    quarter = fiscal.quarter_of(day)
    assert fiscal.quarter_starts(quarter) <= day <= fiscal.quarter_ends(quarter)
    assert quarter.year == fiscal.year_of(day)


@given(end=ENDS, year=st.integers(1950, 2090))
def test_quarters_fill_the_year_without_gaps(end: str, year: int) -> None:
    fiscal = FiscalCalendar(end)
    quarters = fiscal.quarters(year)
    assert fiscal.quarter_starts(quarters[0]) == fiscal.year_starts(year)
    for before, after in pairwise(quarters):
        assert fiscal.quarter_starts(after) == fiscal.quarter_ends(before) + timedelta(days=1)
    assert fiscal.quarter_ends(quarters[3]) == fiscal.year_ends(year)
