from datetime import date, time

import pytest

from boarddesk.ui.kit.dates import read_amount, read_date, read_time, show_amount, show_date, show_time


@pytest.mark.parametrize(
    "text",
    ["12 Nov 2026", "12 november 2026", "Nov 12, 2026", "November 12th, 2026", "11/12/2026", "2026-11-12",
     "Thu 12 Nov 2026", " 12 Nov, 2026 ", "12.Nov 2026"],
)  # fmt: skip
def test_dates_that_are_read(text: str):
    assert read_date(text) == date(2026, 11, 12)


@pytest.mark.parametrize("text", ["", "12 Nov", "31 Feb 2026", "13/13/2026", "12 Foo 2026", "soon", "12 No 2026"])
def test_what_is_no_date(text: str):
    assert read_date(text) is None


def test_every_month_is_read_back():
    for month in range(1, 13):
        day = date(2026, month, 4)
        assert read_date(show_date(day)) == day
        assert read_date(show_date(day, weekday=True)) == day
    assert show_date(date(2026, 3, 4)) == "4 Mar 2026"
    assert show_date(date(2026, 12, 3), weekday=True) == "Thu 3 Dec 2026"
    assert read_date("4 Sept 2026") == date(2026, 9, 4)


@pytest.mark.parametrize(
    ("text", "at"),
    [("14:02", time(14, 2)), ("1402", time(14, 2)), ("2:02 pm", time(14, 2)), ("2 p.m.", time(14)),
     ("12 am", time(0)), ("12:30pm", time(12, 30)), ("9", time(9)), ("24:00", None), ("13 pm", None),
     ("9:75", None), ("noon", None)],
)  # fmt: skip
def test_times(text: str, at: time | None):
    assert read_time(text) == at


def test_times_are_shown_with_two_digits():
    assert show_time(time(9, 5)) == "09:05"


@pytest.mark.parametrize(
    ("text", "cents"),
    [("188,400", 18840000), ("$120,000.01", 12000001), ("1234.5", 123450), ("0", 0), ("1,23", None),
     ("-5", None), ("1.234", None), ("lots", None)],
)  # fmt: skip
def test_amounts(text: str, cents: int | None):
    assert read_amount(text) == cents
    if cents is not None:
        assert read_amount(show_amount(cents)) == cents
