"""What one row may say by itself."""

from datetime import UTC, date, datetime

import pytest

from boarddesk.domain.company import Company, Habits, ParameterValue
from boarddesk.domain.elections import Election
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.motions import ConsentSignature, Motion
from boarddesk.domain.people import Appointment, BoardSize, Person
from boarddesk.domain.row import Row
from boarddesk.domain.row_checks import faults_of, is_share, unreadable


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (Person(id="p", name=" \n"), "name"),
        (Motion(id="m", body="board", text=""), "text"),
        (AgendaItem(id="i", meeting="m", position=1, title="\t"), "title"),
        (Appointment(id="a", person="p", start=date(1, 1, 1)), "start"),
        (Appointment(id="a", person="p", start=date(2020, 1, 1), end=date(9999, 12, 31)), "end"),
        (Company(id="company", name="Acme", time_zone="Mars/Olympus"), "time_zone"),
        (Company(id="company", name="Acme", time_zone=""), "time_zone"),
        (Company(id="company", name="Acme", time_zone="../../etc/passwd"), "time_zone"),
        (Meeting(id="m", body="board", starts=at("2026-03-05T09:00"), ends=at("2026-03-05T08:59")), "ends"),
        (
            ConsentSignature(id="s", consent="c", person="p", signed_at=at("2026-03-05T09:00"), delivered_at=at("2026-03-04")),
            "delivered_at",
        ),
        (ParameterValue(id="q", key="board_quorum_fraction", value="1/0", effective_from=date(2020, 1, 1)), "value"),
        (ParameterValue(id="q", key="board_quorum_fraction", value="3/2", effective_from=date(2020, 1, 1)), "value"),
        (Motion(id="m", body="board", text="x", rule_fraction="9/1", rule_citation="Bylaws"), "rule_fraction"),
    ],
)  # fmt: skip
def test_what_cannot_be_so_names_its_field(row: Row, field: str) -> None:
    [fault] = faults_of(row)
    assert fault.where == f"{row.table} {row.id}, field {field}"


@pytest.mark.parametrize(
    "row",
    [
        Person(id="p", name="山田太郎"),
        Meeting(id="m", body="board", starts=at("2026-03-08T02:30"), ends=at("2026-03-08T02:30")),
        Meeting(id="m", body="board", starts=at("1600-01-01T00:00"), time_zone="Europe/Berlin"),
        Appointment(id="a", person="p", start=date(1600, 1, 1), end=date(2999, 12, 31)),
        ParameterValue(id="q", key="board_quorum_fraction", value="1/3", effective_from=date(2020, 1, 1)),
        ParameterValue(id="q", key="some_interval", value="yearly", effective_from=date(2020, 1, 1)),
    ],
)
def test_what_may_be_so_passes(row: Row) -> None:
    assert list(faults_of(row)) == []
    assert unreadable(row) is None


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (Person(id="p", name="x" * 501), "The name cannot be kept. It is too long: at most 500 characters."),
        (BoardSize(id="s", size=0, effective_from=date(2020, 1, 1)), "The size cannot be kept. It is too small: at least 1."),
        (
            Election(id="e", held_on=date(2020, 1, 1), seats=3, shares_present=10**30),
            "The shares present cannot be kept. It is too large: at most 100000000000000000.",
        ),
        (Person(id="A b\n", name="x"), "The id cannot be kept. It is not written as it must be."),
        (Company(id="company", name="x", fiscal_year_end="02-30"), "The fiscal year end cannot be kept."),
        (Company(id="company", name="x", habits=Habits(weekday=9)), "The habits.weekday cannot be kept."),
        (Meeting(id="m", body="board", starts=datetime(2026, 3, 5, tzinfo=UTC)), "The starts cannot be kept."),
    ],
)  # fmt: skip
def test_what_could_not_be_read_back_is_told(row: Row, says: str) -> None:
    fault = unreadable(row)
    assert fault is not None
    assert fault.what.startswith(says)


def test_shares() -> None:
    assert all(is_share(text) for text in ("1/2", "1/3", "0.5", "1"))
    assert not any(is_share(text) for text in ("", "0", "-1/2", "3/2", "1/0", "half", "50%", "½"))
