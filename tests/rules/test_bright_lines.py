from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.domain.answers import Payment, Question
from boarddesk.domain.asof import as_of
from boarddesk.rules.answers import Answers
from boarddesk.rules.books import built_in
from boarddesk.rules.case import Case
from boarddesk.rules.inquiry import Verdict
from boarddesk.rules.prong_money import Most, highest, months_from
from boarddesk.rules.prongs import PRONGS, bright_lines, plainly_clear
from tests.rules.rows import base_tables, merged, record_of

DAY = date(2025, 12, 31)


def case(base: str = "answered", **changes: Any) -> Case:
    return Case(as_of(record_of(merged(base_tables(base), changes)), DAY), DAY, built_in(), None)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2024, 3, 1), date(2025, 2, 28)),
        (date(2023, 3, 1), date(2024, 2, 29)),
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2024, 1, 31), date(2025, 1, 30)),
    ],
)
def test_the_last_of_twelve_months(first: date, last: date) -> None:
    assert months_from(first, 12) == last


PAID = st.lists(st.tuples(st.integers(0, 1200), st.integers(0, 9_000_000)), max_size=12)


@given(PAID)
def test_the_highest_twelve_months_are_those_found_by_trying_all(paid: list[tuple[int, int]]) -> None:
    days = [(date(2022, 1, 1) + timedelta(days=offset), cents) for offset, cents in paid]
    tried = [sum(c for d, c in days if first <= d <= months_from(first, 12)) for first, _ in days]
    found = highest([Payment(on=day, cents=cents) for day, cents in days], 12)
    assert found.cents == max(tried, default=0)
    assert found == Most() or any(d == found.first for d, _ in days)


def test_a_director_without_ties_is_clear_of_all_six() -> None:
    clear = bright_lines(case(), "ann", DAY)
    assert [line.line for line in clear] == list(PRONGS) == list("ABCDEF")
    assert {line.verdict for line in clear} == {Verdict.DOES_NOT_BAR}
    assert all(line.answers and line.relied and line.last == DAY for line in clear)


def test_without_answers_nothing_is_clear() -> None:
    silent = bright_lines(case("board"), "ann", DAY)
    assert {line.verdict for line in silent} == {Verdict.CANNOT_JUDGE}
    assert [line.missing for line in silent][1] == ("the 2025 questionnaire of Ann Arden, question Q-PAY",)


@pytest.mark.parametrize("letter", list(PRONGS))
def test_what_is_plainly_clear_is_clear_in_full(letter: str) -> None:
    found = case()
    assert plainly_clear(found, letter, "ann", DAY)
    assert PRONGS[letter](found, "ann", DAY).verdict is Verdict.DOES_NOT_BAR
    assert plainly_clear(case("board"), letter, "ann", DAY) is None
    assert plainly_clear(found, letter, "max", DAY) is None


def test_a_partial_update_serves_for_what_it_answers_alone() -> None:
    update = {"id": "q-x", "person": "ann", "year": "2025", "received_on": "2025-08-01", "answered": ["Q-ORG"]}
    answers: Answers = case(questionnaires=[update]).answers
    for question, expected in ((Question.ORGANIZATIONS, "q-x"), (Question.PAYMENTS, "q25-ann")):
        found = answers.newest("ann", question, DAY)
        assert found is not None
        assert found.id == expected
    assert answers.newest("ann", Question.PAYMENTS, date(2025, 1, 14)) is None


def test_the_numbers_of_a_computation_stand_beside_its_words() -> None:
    payments = [{"on": "2025-01-02", "cents": "5000000"}, {"on": "2025-12-30", "cents": "7000001"}]
    found = case(questionnaires=[{"id": "q25-ann", "payments": payments}])
    line = PRONGS["B"](found, "ann", DAY)
    assert line.verdict is Verdict.BARS
    assert [(step.cents, step.limit_cents) for step in line.steps] == [(12_000_001, 12_000_000)]
    assert (line.first, line.last) == (date(2022, 12, 31), DAY)
