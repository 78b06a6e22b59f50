"""Supplying what a finding names as missing never leaves it undecided for the same reason."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from boarddesk.domain.asof import as_of as stood
from boarddesk.domain.company import Company
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.tables import TABLES
from boarddesk.rules.books import built_in
from boarddesk.rules.case import Case, Span
from boarddesk.rules.engine import evaluate, judge_clause
from tests.rules.rows import CASES, base_tables, load, merged, record_of, tables_of
from tests.rules.supplied import NOT_SUPPLIED, supplied, supplier_of
from tests.rules.test_properties import EVIDENCE


def laid_out(record: Record, day: date, span: Span | None = None) -> Case:
    return Case(stood(record, day), day, built_in(), span)


def undecided(case: Case, clause: str) -> list[Finding]:
    found = judge_clause(case, built_in().get(clause))
    return [finding for finding in found if finding.status is Status.CANNOT_JUDGE]


def same_gaps(record: Record, day: date, span: Span | None, finding: Finding) -> list[str]:
    """What was supplied and yet is named as missing again by the finding of the same subject and period."""
    fuller, done = supplied(laid_out(record, day, span), record, finding)
    key = (finding.subject, finding.period)
    if not done:
        return []
    again = [f for f in undecided(laid_out(fuller, day, span), finding.clause) if (f.subject, f.period) == key]
    return [f"{finding.clause} {key}: {gap}" for f in again for gap in f.missing if gap in done]


def cases() -> Iterator[tuple[str, Record, date, Span | None]]:
    for path in sorted(CASES.glob("*/*.yaml")):
        for case in load(path):
            span = Span(*(int(year) for year in case["span"])) if "span" in case else None
            yield path.stem, record_of(tables_of(case)), date.fromisoformat(case["as_of"]), span


def gaps() -> Counter[tuple[str, str]]:
    """Clause and what it misses, over all cases."""
    found: Counter[tuple[str, str]] = Counter()
    for clause, record, day, span in cases():
        found.update((clause, gap) for f in undecided(laid_out(record, day, span), clause) for gap in f.missing)
    return found


def test_every_gap_can_be_supplied_or_is_listed_as_one_that_cannot() -> None:
    found = gaps()
    loose = {gap for _, gap in found if not supplier_of(gap) and not any(re.fullmatch(p, gap) for p in NOT_SUPPLIED)}
    assert not loose
    idle = [p for p in NOT_SUPPLIED if not any(re.fullmatch(p, gap) for _, gap in found)]
    assert not idle
    served = {clause for clause, gap in found if supplier_of(gap)}
    assert len(served) >= 85, sorted({clause for clause, _ in found} - served)


def test_what_is_supplied_is_not_missed_again_in_any_case() -> None:
    left: list[str] = []
    for clause, record, day, span in cases():
        kinds: dict[Any, Finding] = {}
        for finding in undecided(laid_out(record, day, span), clause):
            kinds.setdefault(tuple(found[0] for gap in finding.missing if (found := supplier_of(gap))), finding)
        left.extend(gap for finding in kinds.values() for gap in same_gaps(record, day, span, finding))
    assert not left, "\n".join(left)


RICH = record_of(merged(base_tables("year"), EVIDENCE))
RICH_DAY = date(2025, 12, 15)
ROWS = [(kind, row.id) for kind in TABLES if kind not in (Company, Person) for row in RICH.all(kind)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(ROWS), min_size=1, max_size=20, unique=True), st.randoms(use_true_random=False))
def test_whatever_is_missing_of_a_record_supplying_it_ends_that_gap(
    gone: list[tuple[type[Row], str]], chance: Any
) -> None:
    record = RICH.changed(removed=gone)
    found = [f for f in evaluate(record, RICH_DAY, built_in()) if f.status is Status.CANNOT_JUDGE]
    for finding in chance.sample(found, min(len(found), 6)):
        assert not same_gaps(record, RICH_DAY, None, finding)
