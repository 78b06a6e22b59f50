"""Each computed rule has cases on both sides of its line, and so has each edge of `law.md` 8.2; each rule its words."""

from functools import cache
from typing import Any

import pytest

from boarddesk.domain.finding import Kind
from boarddesk.rules.books import built_in
from boarddesk.rules.engine import rules
from tests.rules.rows import CASES, load

BOOK = built_in()
LINES = load(CASES.parent / "boundaries.yaml")
EDGES = [
    pytest.param(edge, sides, id=edge)
    for edge, sides in (
        *LINES["edges"].items(),
        *((clause, [[clause, name] for name in names]) for clause, names in LINES["clauses"].items()),
    )
]
GOOD = {"met", "recorded", "exception_relied_on"}
BAD = {"not_met", "overdue", "not_recorded", "disclosure_required", "cure_expired", "safe_harbor_not_shown"}
NEVER_BAD = {"GL-3.3": "a view is recorded, or asked for", "GL-4.1": "at worst a person has to weigh it"}
TOLD_ONLY = {
    "GL-3.2": "a request without an outcome is open, never a departure",
    "LAW-DE-220": "whether the formal records are ready is information",
}


@cache
def cases(clause: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load(CASES / BOOK.get(clause).book / f"{clause}.yaml")
    return found


def case(clause: str, words: str) -> dict[str, Any]:
    """The one case of a clause with those words in its name, or with that very name."""
    found = [c for c in cases(clause) if c["name"] == words] or [c for c in cases(clause) if words in c["name"]]
    assert len(found) == 1, (clause, words, [c["name"] for c in found])
    return found[0]


def outcome(found: dict[str, Any]) -> set[tuple[str, ...]]:
    """What a case comes to: statuses and due days; of a cure also why, as day 180 and 181 end on one day."""
    return {
        (e["status"], e.get("due", ""), e.get("because", "") if e["status"] == "in_cure" else "")
        for e in found["expect"]
    }  # fmt: skip


@pytest.mark.parametrize(("edge", "sides"), EDGES)
def test_an_edge_has_a_case_on_either_side(edge: str, sides: list[list[str]]) -> None:
    here, there = (case(clause, words) for clause, words in sides)
    assert here is not there
    assert outcome(here) != outcome(there), (edge, outcome(here))


def test_every_computed_rule_has_its_line() -> None:
    lined = {clause for sides in LINES["edges"].values() for clause, _ in sides} | set(LINES["clauses"])
    assert {clause.id for clause in BOOK.clauses if clause.kind is Kind.RULE} <= lined


@pytest.mark.parametrize("clause", [clause.id for clause in BOOK.clauses])
def test_every_rule_has_its_good_word_its_bad_word_and_cannot_judge(clause: str) -> None:
    seen = {expected["status"] for found in cases(clause) for expected in found["expect"]}
    if BOOK.get(clause).kind is Kind.POLICY or clause in TOLD_ONLY:
        assert "information" in seen
        assert not seen & (GOOD | BAD | {"cannot_judge"})
        return
    assert clause in rules() or BOOK.get(clause).duty is not None
    assert seen & GOOD
    assert "cannot_judge" in seen
    assert bool(seen & BAD) is (clause not in NEVER_BAD)


def test_four_hundred_cases_each_with_its_source() -> None:
    every = [(clause.id, found) for clause in BOOK.clauses for found in cases(clause.id)]
    assert len(every) >= 400
    assert [(clause, found["name"]) for clause, found in every if not found.get("source", "").strip()] == []
    for clause in BOOK.clauses:
        names = [found["name"] for found in cases(clause.id)]
        assert len(names) == len(set(names)), clause.id
