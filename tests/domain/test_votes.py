from typing import Any

import pytest

from boarddesk.domain.meetings import Meeting, PresenceStamp
from boarddesk.domain.motions import Motion, Result, Vote
from boarddesk.domain.quorum import quorum_at
from boarddesk.domain.record import Record
from boarddesk.domain.votes import tally, tally_with
from tests.rules.rows import base_tables, merged, record_of

NAMES = ("ann", "ben", "cora", "dan", "eva", "finn", "gil", "hana", "max")


def counted(result: str | None = None, **fields: Any) -> Record:
    """One motion at a meeting that all nine attend, by counts unless told otherwise."""
    stated = {} if result is None else {"result_stated": result, "stated_by": "minutes"}
    motion = {
        "id": "m",
        "body": "board",
        "meeting": "b-aug",
        "text": "Act",
        "at": "2025-08-14T10:00:00",
        "vote_method": "by_counts",
    }
    return record_of(
        merged(base_tables("year"), {"motions": [motion | stated | {k: str(v) for k, v in fields.items()}]})
    )


def by_name(choices: dict[str, str], **fields: Any) -> Record:
    votes = [
        {"id": f"v-{person}", "motion": "m", "person": person, "choice": choice} for person, choice in choices.items()
    ]
    record = counted(vote_method="by_name", **fields)
    return record.changed(record_of({"votes": votes}).all(Vote))


@pytest.mark.parametrize(
    ("votes_for", "against", "abstain", "result"),
    [
        (5, 4, 0, Result.CARRIED),
        (4, 4, 1, Result.FAILED),  # a tie fails, and an abstention works as a no
        (4, 0, 5, Result.FAILED),  # heavy abstention fails under a majority of those present
        (5, 0, 4, Result.CARRIED),
        (4, 5, 0, Result.FAILED),
    ],
)
def test_a_majority_of_those_present(votes_for: int, against: int, abstain: int, result: Result) -> None:
    record = counted(count_for=votes_for, count_against=against, count_abstain=abstain)
    found = tally(record, record.get(Motion, "m"))
    assert (found.computed, found.result, found.base, found.needed) == (result, result, 9, 5)


def test_who_is_present_and_does_not_vote_still_counts_in_the_base() -> None:
    record = by_name(dict.fromkeys(NAMES[:4], "for"))
    found = tally(record, record.get(Motion, "m"))
    assert (found.votes_for, found.base, found.computed) == (4, 9, Result.FAILED)


def test_recused_out_of_the_room_leaves_the_base_smaller() -> None:
    stamps = [
        {
            "id": f"x-{person}",
            "meeting": "b-aug",
            "person": person,
            "kind": "recused_out",
            "at": "2025-08-14T09:50:00",
            "order": "1",
        }
        for person in ("max", "hana")
    ]
    record = counted(count_for=4, count_against=3, count_recused=2)
    record = record.changed(record_of({"presence": stamps}).all(PresenceStamp))
    found = tally(record, record.get(Motion, "m"))
    assert (found.base, found.needed, found.computed) == (7, 4, Result.CARRIED)


def test_a_stated_result_stands_and_differs() -> None:
    record = counted("carried", count_for=4, count_against=5)
    found = tally(record, record.get(Motion, "m"))
    assert (found.result, found.computed, found.stated, found.difference) == (Result.CARRIED, Result.FAILED, True, True)


def test_no_vote_recorded_computes_nothing() -> None:
    record = counted(vote_method="not_recorded")
    found = tally(record, record.get(Motion, "m"))
    assert (found.computed, found.result, found.votes_for) == (None, None, None)


@pytest.mark.parametrize(
    ("fields", "result"),
    [
        ({"rule_base": "cast", "count_for": 2, "count_against": 1, "count_abstain": 6}, Result.CARRIED),
        ({"rule_base": "in_office", "count_for": 5}, Result.CARRIED),
        ({"rule_base": "whole_board", "rule_fraction": "2/3", "count_for": 5, "count_against": 4}, Result.FAILED),
        ({"rule_fraction": "2/3", "count_for": 6, "count_against": 3}, Result.CARRIED),
    ],
)
def test_a_motion_may_have_its_own_rule(fields: dict[str, Any], result: Result) -> None:
    record = counted(**fields)
    assert tally(record, record.get(Motion, "m")).computed is result


@pytest.mark.parametrize(
    ("base", "count", "result"),
    [
        ("quorum", 4, Result.NO_ACTION),
        ("directors_in_office", 5, Result.CARRIED),
        ("directors_in_office", 4, Result.FAILED),
    ],
)
def test_without_a_quorum_only_the_directors_in_office_may_act(base: str, count: int, result: Result) -> None:
    absent = [{"id": f"b-aug-{person}", "kind": "absent"} for person in NAMES[:5]]
    tables = merged(base_tables("year"), {"presence": absent})
    motion = {
        "id": "m",
        "body": "board",
        "meeting": "b-aug",
        "text": "Fill",
        "vote_method": "by_counts",
        "count_for": str(count),
    }
    record = record_of(merged(tables, {"motions": [motion | {"base": base}]}))
    assert tally(record, record.get(Motion, "m")).computed is result


def test_a_quorum_known_already_gives_the_same_count() -> None:
    record = by_name(dict.fromkeys(NAMES[:6], "for") | {"gil": "abstain"})
    motion = record.get(Motion, "m")
    quorum = quorum_at(record, record.get(Meeting, "b-aug"), motion.at)
    assert tally_with(record, motion, quorum) == tally(record, motion)
