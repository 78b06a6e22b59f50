from datetime import date, time

import pytest

from boarddesk.reports import wording as w


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (time(11, 32), time(11, 44), "11:32–11:44 a.m."),
        (time(11, 53), time(12, 5), "11:53 a.m.–12:05 p.m."),
        (time(12, 0), time(12, 30), "12:00–12:30 p.m."),
        (time(0, 5), time(1, 0), "12:05–1:00 a.m."),
    ],
)
def test_the_meridiem_stands_once_where_it_is_the_same(start: time, end: time, words: str) -> None:
    assert w.span(start, end).replace(w.NBSP, " ") == words


def test_counts_are_words_to_ten_and_figures_beyond() -> None:
    assert [w.number_word(n) for n in (0, 1, 10, 11)] == ["no", "one", "ten", "11"]
    assert w.counted(1, "director", capital=True) == "One director"
    assert w.counted(2, "vacancy", "vacancies") == "two vacancies"


def test_names_are_joined_without_a_serial_comma() -> None:
    assert [w.joined(["A", "B", "C"][:n]) for n in range(4)] == ["", "A", "A and B", "A, B and C"]


def test_item_numbers_run_together_from_three_on() -> None:
    assert w.ranges([1, 2, 3, 4, 5, 6, 8, 9, 10]) == "1–6 and 8–10"
    assert w.ranges([9, 7]) == "7 and 9"


def test_dates_have_no_break_between_month_and_day() -> None:
    day = date(2026, 10, 22)
    assert w.long_date(day) == f"October{w.NBSP}22, 2026"
    assert w.short_date(day) == f"22{w.NBSP}Oct{w.NBSP}2026"
    assert w.weekday_date(day).startswith("Thursday, October")


@pytest.mark.parametrize(
    ("plain", "kept"),
    [
        ("Mr. Vaidyalingam left", "Mr.~Vaidyalingam left"),
        ("at 9:32 a.m. on October 22, 2026", "at 9:32~a.m. on October~22, 2026"),
        ("see Tab 5 and Item 404(a), § 141", "see Tab~5 and Item~404(a), §~141"),
        ("due 3 Dec 2026.", "due 3~Dec~2026."),
        ("May I ask in May 2027?", "May I ask in May~2027?"),
    ],
)
def test_no_break_rules(plain: str, kept: str) -> None:
    assert w.no_break(plain) == kept.replace("~", w.NBSP)
