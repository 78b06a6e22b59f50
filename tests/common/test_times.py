"""Times of day as findings and documents write them."""

from datetime import datetime, time

import pytest

from boarddesk.common.times import clock, from_to


@pytest.mark.parametrize(
    ("at", "words"),
    [(time(0, 5), "12:05 a.m."), (time(9, 32), "9:32 a.m."), (time(12), "12:00 p.m."), (time(17, 8), "5:08 p.m.")],
)
def test_noon_and_midnight_are_twelve(at: time, words: str) -> None:
    assert clock(at) == words
    assert clock(datetime(2026, 8, 13, at.hour, at.minute)) == words


def test_the_meridiem_stands_once_where_both_have_it() -> None:
    assert from_to(time(11, 32), time(11, 44), "–", "\u00a0") == "11:32–11:44\u00a0a.m."
    assert from_to(time(11, 53), time(12, 5), " to ") == "11:53 a.m. to 12:05 p.m."
