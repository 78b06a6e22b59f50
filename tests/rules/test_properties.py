"""What must hold of any record: less evidence never helps, later facts never reach back, order does not matter."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.tables import TABLES
from boarddesk.rules.books import built_in
from boarddesk.rules.engine import evaluate
from tests.rules.rows import base_tables, merged, record_of

GOOD = frozenset({Status.MET, Status.RECORDED})
DAY = date(2025, 12, 15)

# Fiscal 2025 with the evidence of most clauses, and some departures beside it.
EVIDENCE: dict[str, list[dict[str, Any]]] = {
    "agenda_items": [
        {"id": "i-bus", "meeting": "b-feb", "position": "1", "title": "Business", "type": "business_update", "outcome": "received"},
        {"id": "i-fin", "meeting": "b-feb", "position": "2", "title": "Finance", "type": "finance_update", "outcome": "received"},
        {"id": "i-bus2", "meeting": "b-may", "position": "1", "title": "Business", "type": "business_update", "outcome": "deferred"},
        {"id": "i-plan", "meeting": "b-nov", "position": "1", "title": "Plan", "type": "annual_plan", "outcome": "decided"},
        {"id": "i-dir", "meeting": "c-nov", "position": "1", "title": "Directors", "type": "director_pay", "outcome": "discussed"},
    ],
    "motions": [
        {"id": "m-guide", "body": "board", "meeting": "b-feb", "text": "Adopt", "result_stated": "carried"},
        {"id": "m-ceo", "body": "compensation", "meeting": "c-nov", "text": "Pay", "kind": "executive_pay", "subjects": ["max"],
         "components": ["cash", "equity"], "vote_method": "by_name"},
        {"id": "m-nell", "body": "board", "meeting": "b-nov", "text": "Pay", "kind": "executive_pay", "subjects": ["nell"],
         "components": ["cash", "equity"], "result_stated": "carried"},
        {"id": "m-nom", "body": "nominating", "meeting": "n-may", "text": "Nominate", "kind": "nominate", "subjects": ["zoe"], "result_stated": "carried"},
        {"id": "m-app", "body": "board", "meeting": "b-may", "text": "Appoint", "kind": "fill_vacancy", "subjects": ["zoe"], "result_stated": "carried"},
        {"id": "m-rec", "body": "compensation", "meeting": "c-nov", "text": "Recommend", "kind": "director_pay_recommend", "result_stated": "carried",
         "vote_method": "by_counts", "count_for": "2"},
        {"id": "m-dir", "body": "board", "meeting": "b-nov", "text": "Directors", "kind": "director_pay", "result_stated": "carried"},
        {"id": "m-rpt", "body": "audit", "meeting": "a-aug", "text": "Dealing", "kind": "related_person", "result_stated": "carried"},
    ],
    "votes": [
        {"id": "v-cora", "motion": "m-ceo", "person": "cora", "choice": "for"},
        {"id": "v-gil", "motion": "m-ceo", "person": "gil", "choice": "for"},
    ],
    "documents": [{"id": "guide", "kind": "guidelines", "title": "Guidelines", "adopted_by": "m-guide", "effective_from": "2025-02-13"}],
    "meetings": [
        {"id": "a-aug", "body": "audit", "starts": "2025-08-13T10:00:00", "state": "held"},
        {"id": "s-may", "presiding": "ben", "presiding_basis": "chosen_by_those_present"},
    ],
    "appointments": [
        {"id": "zoe-1", "person": "zoe", "class": "II", "how": "appointed", "start": "2025-06-01", "term_ends_year": "2028",
         "motion": "m-app"},
    ],
    "determinations": [{"id": "d-zoe", "person": "zoe", "outcome": "independent", "decided_on": "2025-05-14"}],
    "questionnaires": [{"id": "q-zoe", "person": "zoe", "year": "2025", "received_on": "2025-08-01", "changed": "true"}],
    "board_sizes": [{"id": "nine", "size": "10"}],
    "related_transactions": [{"id": "t", "counterparty": "Brook", "amount_cents": "13000000", "effective_on": "2025-09-01", "approved_by": "m-rpt"}],
    "elections": [{"id": "e", "held_on": "2025-05-15", "class": "II", "seats": "1", "quorum": "true"}],
    "nominees": [
        {"id": "n-1", "election": "e", "person": "dan", "class": "II", "shares_for": "9", "seated": "true"},
        {"id": "n-2", "election": "e", "person": "sam", "class": "II", "shares_for": "4", "seated": "false"},
    ],
    "presence": [{"id": "b-aug-dan", "kind": "absent"}, {"id": "b-nov-dan", "kind": "absent"}, {"id": "a-aug-dan", "meeting": "a-aug",
                  "person": "dan", "kind": "present"}],
}  # fmt: skip
FULL = record_of(merged(base_tables("year"), EVIDENCE))
# What speaks for the company. What speaks against it (a departure, a changed answer) may of course help by its absence.
KEPT = {"d-max", "n-1", "n-2"}
EVIDENCE_TABLES = {
    "presence",
    "agenda_items",
    "motions",
    "votes",
    "determinations",
    "documents",
    "board_sizes",
    "nominees",
}
SPEAKS_FOR = [
    (kind, row.id) for kind in TABLES if kind.table in EVIDENCE_TABLES for row in FULL.all(kind) if row.id not in KEPT
]  # fmt: skip


def judged(record: Record, day: date = DAY) -> dict[tuple[str, str, str], Finding]:
    return {(f.clause, f.subject, f.period): f for f in evaluate(record, day, built_in())}


BEFORE = judged(FULL)


def test_the_record_has_good_and_bad_to_lose() -> None:
    found = {finding.status for finding in BEFORE.values()}
    assert found >= {Status.MET, Status.RECORDED, Status.NOT_MET, Status.CANNOT_JUDGE, Status.JUDGMENT_NEEDED}


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(SPEAKS_FOR), min_size=1, max_size=25, unique=True))
def test_less_evidence_never_turns_anything_good(gone: list[tuple[type[Row], str]]) -> None:
    for key, finding in judged(FULL.changed(removed=gone)).items():
        if finding.status in GOOD:
            assert key in BEFORE, key
            assert BEFORE[key].status in GOOD, (key, finding.because)


LATER: dict[str, list[dict[str, Any]]] = {
    "meetings": [
        {"id": "x-b", "body": "board", "starts": "2025-12-18T09:00:00", "state": "held", "scheduled_on": "2025-12-16"},
        {"id": "x-s", "body": "independent", "kind": "session", "parent": "b-nov", "starts": "2025-12-18T13:00:00", "state": "held", "scheduled_on": "2025-12-16"},
        {"id": "x-am", "body": "stockholders", "kind": "annual", "starts": "2026-02-02T09:00:00", "scheduled_on": "2025-12-17"},
    ],
    "presence": [{"id": "x-p", "meeting": "x-b", "person": "ann", "kind": "absent"}, {"id": "x-p2", "meeting": "x-s", "person": "max", "kind": "present"}],
    "motions": [
        {"id": "x-m", "body": "board", "meeting": "x-b", "text": "Pay", "kind": "executive_pay", "subjects": ["max"], "result_stated": "carried"},
        {"id": "x-m2", "body": "board", "meeting": "x-b", "text": "Pay", "kind": "director_pay", "result_stated": "failed"},
    ],
    "agenda_items": [{"id": "x-i", "meeting": "x-b", "position": "1", "title": "Plan", "type": "plan_v_actual", "outcome": "discussed"}],
    "determinations": [{"id": "x-d", "person": "ann", "outcome": "not_independent", "decided_on": "2025-12-16"}],
    "questionnaires": [{"id": "x-q", "person": "cora", "year": "2026", "received_on": "2025-12-16", "changed": "true"}],
    "appointments": [{"id": "x-t", "person": "sam", "class": "I", "start": "2025-12-16", "term_ends_year": "2027"}],
    "roles": [{"id": "x-r", "person": "dan", "role": "cfo", "start": "2025-12-16", "executive": "true"}],
    "board_sizes": [{"id": "x-z", "size": "21", "effective_from": "2025-12-16"}],
    "committees": [{"id": "x-c", "name": "Risk", "kind": "other", "start": "2025-12-16"}],
    "committee_seats": [{"id": "x-cs", "committee": "audit", "person": "max", "start": "2025-12-16"}],
    "documents": [{"id": "x-g", "kind": "guidelines", "title": "Guidelines", "effective_from": "2025-12-16"}],
    "parameter_values": [{"id": "x-v", "key": "due_soon_days", "value": "300", "effective_from": "2025-12-16"}],
    "elections": [{"id": "x-e", "held_on": "2025-12-18", "class": "II", "seats": "1"}],
    "related_transactions": [{"id": "x-rt", "counterparty": "Later", "amount_cents": "99999999999", "effective_on": "2025-12-16"}],
    "agenda_requests": [{"id": "x-ar", "person": "ann", "requested_on": "2025-12-16", "text": "More"}],
    "consents": [{"id": "x-co", "body": "board", "circulated_on": "2025-12-16"}],
}  # fmt: skip
LATER_ROWS = [(name, row) for name, rows in LATER.items() for row in rows]
ENDINGS: list[tuple[str, dict[str, Any]]] = [
    ("appointments", {"id": "dan-2", "end": "2025-12-16", "end_reason": "died"}),
    ("committee_seats", {"id": "a-dan", "end": "2025-12-16"}),
    ("roles", {"id": "ann-lead", "end": "2025-12-16"}),
    ("committees", {"id": "audit", "end": "2025-12-16"}),
    ("documents", {"id": "audit-charter", "effective_to": "2025-12-16"}),
]


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(0, len(LATER_ROWS) - 1)), st.sets(st.integers(0, len(ENDINGS) - 1)))
def test_later_facts_never_change_an_earlier_result(added: set[int], ended: set[int]) -> None:
    tables = merged(base_tables("year"), EVIDENCE)
    chosen = [LATER_ROWS[index] for index in sorted(added)] + [ENDINGS[index] for index in sorted(ended)]
    for name, row in chosen:
        merged(tables, {name: [dict(row)]})
    there = {row["id"] for rows in tables.values() for row in rows}
    fitting = {
        name: [row for row in rows if row.get("meeting", "b-aug") in there and row.get("committee", "audit") in there]
        for name, rows in tables.items()
    }
    assert judged(record_of(fitting)) == BEFORE


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(chance: Any) -> None:
    rows = [row for kind in TABLES for row in FULL.all(kind)]
    chance.shuffle(rows)
    assert evaluate(Record.of(rows), DAY, built_in()) == tuple(BEFORE.values())
