from datetime import date
from fractions import Fraction

import pytest

from boarddesk.domain.company import ParameterValue
from boarddesk.domain.record import Record
from boarddesk.rules.books import Books, DatedValue, Parameter, built_in
from boarddesk.rules.duty import add_months, months_of
from boarddesk.rules.params import Parameters, shown

BOOK = Books.of(
    (),
    (
        Parameter(
            key="line",
            label="Line",
            unit="days",
            editable=True,
            values=(
                DatedValue("5", "Old rule", date(2026, 1, 1), "partly"),
                DatedValue("10", "New rule", date(2026, 1, 1), "confirmed", date(2020, 1, 1)),
            ),
        ),
        Parameter(key="law", label="Law", unit="fraction", editable=False, values=(DatedValue("1/2", "§1", date(2026, 1, 1), "unconfirmed"),)),
    ),
)  # fmt: skip


def own(value: str, since: date, key: str = "line") -> ParameterValue:
    return ParameterValue(id=f"p-{since}", key=key, value=value, effective_from=since, citation="Board, motion 7")


def test_the_value_in_force_on_the_day() -> None:
    found = Parameters(Record(), BOOK)
    assert [found.value("line", day).number for day in (date(1990, 1, 1), date(2019, 12, 31), date(2020, 1, 1))] == [
        5,
        5,
        10,
    ]
    assert found.value("line", date(2020, 1, 1)).used.citation == "New rule"
    assert found.value("law", date(2020, 1, 1)).fraction == Fraction(1, 2)


def test_the_company_replaces_a_value_from_its_day_on() -> None:
    found = Parameters(Record.of([own("7", date(2025, 3, 1)), own("8", date(2026, 3, 1))]), BOOK)
    days = (date(2019, 1, 1), date(2025, 2, 28), date(2025, 3, 1), date(2026, 3, 1))
    assert [found.value("line", day).number for day in days] == [5, 10, 7, 8]
    used = found.value("line", date(2025, 3, 1)).used
    assert (used.company, used.citation, used.value) == (True, "Board, motion 7", "7 days")


def test_an_override_of_a_number_of_law_is_named_as_the_companys() -> None:
    found = Parameters(Record.of([own("1/3", date(2025, 3, 1), key="law")]), BOOK)
    assert not found.value("law", date(2025, 2, 28)).used.company
    assert found.value("law", date(2026, 1, 1)).used.company


def test_a_value_that_cannot_be_read_is_not_used() -> None:
    found = Parameters(Record.of([own("about a week", date(2025, 3, 1))]), BOOK)
    assert found.value("line", date(2026, 1, 1)).number == 10


def test_a_value_of_the_company_alone() -> None:
    record = Record.of([own("12 months", date(2025, 3, 1), key="interval.GL-1.5")])
    found = Parameters(record, BOOK)
    assert found.own("interval.GL-1.5", date(2025, 2, 28)) is None
    value = found.own("interval.GL-1.5", date(2025, 3, 1))
    assert value is not None
    assert value.text == "12 months"
    assert found.adopted_on("interval.GL-1.5", date(2026, 1, 1)) == date(2025, 3, 1)


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("12000000", "cents", "$120,000"),
        ("12000001", "cents", "$120,000.01"),
        ("3/4", "percent", "75%"),
        ("1/2", "fraction", "1/2"),
        ("30", "days", "30 days"),
    ],
)
def test_values_as_a_person_reads_them(text: str, unit: str, words: str) -> None:
    assert shown(text, unit) == words


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("12", 12),
        ("12 months", 12),
        ("1 year", 12),
        ("2 years", 24),
        ("yearly", 12),
        ("quarterly", 3),
        ("soon", None),
        ("0", None),
        ("1 2 3", None),
        ("", None),
    ],
)
def test_intervals(text: str, months: int | None) -> None:
    assert months_of(text) == months


def test_months_later() -> None:
    assert add_months(date(2025, 10, 23), 12) == date(2026, 10, 23)
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert add_months(date(2025, 11, 30), 3) == date(2026, 2, 28)


def test_every_value_of_law_says_where_it_comes_from() -> None:
    for parameter in built_in().parameters.values():
        for value in parameter.values:
            assert value.citation
            assert parameter.label
