from datetime import date
from typing import Any

from boarddesk.domain.committees import CommitteeKind
from boarddesk.domain.people import Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import (
    SeatState,
    annual_meeting_in,
    authorized_size,
    body_name,
    chair_of,
    committee_of_kind,
    directors_on,
    executive_officers_on,
    expiry_year,
    holder_of,
    is_holdover,
    members_on,
    name_of,
    seats_on,
    vacancies_on,
)
from tests.rules.rows import base_tables, merged, record_of


def board(**changes: Any) -> Record:
    return record_of(merged(base_tables("board"), changes))


def test_directors_on_the_day_of_the_annual_meeting() -> None:
    record = board()
    assert len(directors_on(record, date(2025, 5, 14))) == 9
    assert len(directors_on(record, date(2025, 5, 15))) == 9
    assert not directors_on(record, date(2020, 1, 1))


def test_the_size_in_force_is_the_latest_by_then() -> None:
    record = board(board_sizes=[{"id": "ten", "size": "10", "effective_from": "2025-08-01"}])
    assert authorized_size(record, date(2025, 7, 31)) == 9
    assert authorized_size(record, date(2025, 8, 1)) == 10
    assert vacancies_on(record, date(2025, 8, 1)) == 1
    assert authorized_size(record, date(2019, 12, 31)) is None
    assert vacancies_on(record, date(2019, 12, 31)) is None


def test_holding_over_begins_the_day_after_the_annual_meeting() -> None:
    record = board(appointments=[{"id": "dan-1", "end": "~", "end_reason": "~"}])
    term = next(t for t in seats_on(record, date(2025, 5, 1)) if t.person == "dan").appointment
    assert term is not None
    assert not is_holdover(record, term, date(2025, 5, 15))
    assert is_holdover(record, term, date(2025, 5, 16))


def test_without_an_annual_meeting_holding_over_begins_with_the_new_year() -> None:
    tables = merged(base_tables("board"), {"appointments": [{"id": "dan-1", "end": "~", "end_reason": "~"}]})
    tables["meetings"] = []
    record = record_of(tables)
    term = next(t for t in seats_on(record, date(2025, 5, 1)) if t.person == "dan").appointment
    assert term is not None
    assert not is_holdover(record, term, date(2025, 12, 31))
    assert is_holdover(record, term, date(2026, 1, 1))


def test_a_class_stands_every_third_annual_meeting() -> None:
    record = board()
    assert expiry_year(record, "II", date(2025, 5, 14)) == 2025
    assert expiry_year(record, "II", date(2025, 5, 15)) == 2028
    assert expiry_year(record, "I", date(2025, 1, 1)) == 2027


def test_a_seat_left_is_vacant_and_knows_its_last_holder() -> None:
    record = board(appointments=[{"id": "dan-2", "end": "2025-08-14", "seat": "II-1"}])
    seats = seats_on(record, date(2025, 9, 1))
    vacant = [seat for seat in seats if seat.state is SeatState.VACANT]
    assert [(seat.label, seat.class_, seat.last_holder, seat.vacant_since) for seat in vacant] == [
        ("II-1", "II", "dan", date(2025, 8, 14))
    ]
    assert sum(seat.state is SeatState.FILLED for seat in seats) == 8


def test_roles_committees_and_chairs() -> None:
    chairs = [{"id": "ch", "committee": "audit", "person": "eva", "start": "2025-01-01", "end": "2025-06-01"}]
    record = board(committee_chairs=chairs)
    day = date(2025, 3, 1)
    assert holder_of(record, Role.CEO, day) == "max"
    assert [t.person for t in executive_officers_on(record, day)] == ["max", "nell"]
    committee = committee_of_kind(record, CommitteeKind.AUDIT, day)
    assert committee is not None
    assert set(members_on(record, committee.id, day)) == {"dan", "eva", "finn"}
    assert chair_of(record, "audit", day) == "eva"
    assert chair_of(record, "audit", date(2025, 6, 1)) is None
    assert chair_of(record, "board", day) == "max"


def test_names_and_annual_meetings() -> None:
    record = board()
    assert name_of(record, "ann") == "Ann Arden"
    assert name_of(record, None) == ""
    assert body_name(record, "audit") == "Audit Committee"
    assert body_name(record, "board") == "Board of Directors"
    found = annual_meeting_in(record, 2025)
    assert found is not None
    assert found.id == "am-25"
    assert annual_meeting_in(record, 2030) is None
