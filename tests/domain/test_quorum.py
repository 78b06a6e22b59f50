from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.domain.meetings import Meeting, PresenceKind, PresenceStamp
from boarddesk.domain.quorum import BOARD_QUORUM, fraction_for, lost_at, needed_of, quorum_at, quorum_over_time
from boarddesk.domain.record import Record
from tests.rules.rows import base_tables, merged, record_of

BOARD = ("ann", "ben", "cora", "dan", "eva", "finn", "gil", "hana", "max")


def year(**changes: Any) -> Record:
    return record_of(merged(base_tables("year"), changes))


@pytest.mark.parametrize(
    ("base", "fraction", "needed"),
    [
        (9, "1/2", 5),
        (10, "1/2", 6),
        (1, "1/2", 1),
        (10, "1/3", 4),
        (9, "1/3", 3),
        (10, "2/3", 7),
        (9, "2/3", 6),
        (3, "3/4", 3),
    ],
)
def test_how_many_are_needed(base: int, fraction: str, needed: int) -> None:
    assert needed_of(base, Fraction(fraction)) == needed


@given(st.integers(1, 60))
def test_a_majority_is_more_than_half_and_no_more(base: int) -> None:
    needed = needed_of(base, Fraction(1, 2))
    assert needed * 2 > base
    assert (needed - 1) * 2 <= base


def test_the_whole_board_counts_with_its_vacant_seats() -> None:
    record = year(board_sizes=[{"id": "nine", "size": "10"}])
    quorum = quorum_at(record, record.get(Meeting, "b-aug"))
    assert (quorum.base, quorum.needed, len(quorum.present), quorum.met, quorum.spare) == (10, 6, 9, True, 3)
    assert quorum.in_office == 9


def test_a_committee_counts_the_members_then_serving() -> None:
    record = year()
    quorum = quorum_at(record, record.get(Meeting, "c-nov"))
    assert (quorum.base, quorum.needed, quorum.met) == (2, 2, True)


def test_a_size_not_on_record_gives_no_answer() -> None:
    tables = base_tables("year")
    tables["board_sizes"] = []
    record = record_of(tables)
    assert quorum_at(record, record.get(Meeting, "b-aug")).met is None


def test_the_bylaws_may_ask_for_another_share_from_a_day_on() -> None:
    value = {"id": "p", "key": BOARD_QUORUM, "value": "2/3", "effective_from": "2025-08-01"}
    record = year(parameter_values=[value])
    assert fraction_for(record, BOARD_QUORUM, date(2025, 7, 31)) == Fraction(1, 2)
    assert quorum_at(record, record.get(Meeting, "b-aug")).needed == 6
    assert quorum_at(record, record.get(Meeting, "b-may")).needed == 5


def test_a_quorum_lost_and_regained() -> None:
    absent = [{"id": f"b-aug-{person}", "kind": "absent"} for person in ("ann", "ben", "cora", "dan")]
    moves = [
        {"id": "x-1", "meeting": "b-aug", "person": "max", "kind": "left", "at": "2025-08-14T10:20:00", "order": "1"},
        {
            "id": "x-2",
            "meeting": "b-aug",
            "person": "max",
            "kind": "returned",
            "at": "2025-08-14T10:45:00",
            "order": "2",
        },
    ]
    record = year(presence=[*absent, *moves])
    meeting = record.get(Meeting, "b-aug")
    assert lost_at(record, meeting) == (datetime(2025, 8, 14, 10, 20),)
    assert [(len(q.present), q.met) for _, q in quorum_over_time(record, meeting)] == [(4, False), (5, True)]


@given(st.lists(st.tuples(st.sampled_from(BOARD), st.sampled_from(["left", "returned", "recused_out"]), st.integers(1, 170)), max_size=12), st.integers(0, 179))  # fmt: skip
def test_the_number_present_agrees_with_counting_by_hand(moves: list[tuple[str, str, int]], when: int) -> None:
    record = year()
    meeting = record.get(Meeting, "b-aug")
    moves = sorted(moves, key=lambda move: move[2])
    stamps = [
        PresenceStamp(id=f"z-{n}", meeting="b-aug", person=person, kind=PresenceKind(kind), order=n + 1,
                      at=meeting.starts + timedelta(minutes=at))
        for n, (person, kind, at) in enumerate(moves)
    ]  # fmt: skip
    there = set(BOARD)
    out: set[str] = set()
    for person, kind, at in moves:
        if at <= when:
            if kind == "left":
                there.discard(person)
                out.discard(person)
            elif kind == "returned":
                out -= {person} - there
                there.add(person)
            elif person in there:
                out.add(person)
    quorum = quorum_at(record.changed(stamps), meeting, meeting.starts + timedelta(minutes=when))
    assert set(quorum.present) == there - out
    assert set(quorum.recused_out) == out & there
