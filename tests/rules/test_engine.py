import re
import time
from datetime import date
from typing import Any

import msgspec
import pytest

from boarddesk.domain.asof import as_of
from boarddesk.domain.finding import Finding, Kind, Origin, Status
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.record import Record
from boarddesk.domain.tables import TABLES
from boarddesk.rules.books import Books, built_in
from boarddesk.rules.case import Span
from boarddesk.rules.engine import evaluate, span_from
from tests.rules.long_record import long_record
from tests.rules.rows import base_tables, merged, record_of

BOOKS = built_in()
DAY = date(2025, 11, 20)


def year(**changes: Any) -> Record:
    return record_of(merged(base_tables("year"), changes))


def year_of(finding: Finding, fiscal: FiscalCalendar) -> int:
    period = finding.period
    if period.startswith("FY"):
        return int(period[2:])
    return int(period[:4]) if "-Q" in period else fiscal.year_of(date.fromisoformat(period))


def judged(record: Record, day: date = DAY, span: Span | None = None) -> tuple[Finding, ...]:
    return evaluate(record, day, BOOKS, span)


def test_one_finding_for_each_clause_subject_and_period() -> None:
    found = judged(year())
    keys = [(f.clause, f.subject, f.period) for f in found]
    assert len(keys) == len(set(keys))
    assert {f.clause for f in found} >= {clause.id for clause in BOOKS.clauses} - {"GL-1.13", "GL-2.2b", "GL-2.6"}


def test_findings_stand_in_book_order() -> None:
    found = judged(year())
    order = [clause.id for clause in BOOKS.clauses]
    assert [order.index(f.clause) for f in found] == sorted(order.index(f.clause) for f in found)


def test_by_default_the_year_and_the_one_before() -> None:
    fiscal = FiscalCalendar("12-31")
    assert {year_of(f, fiscal) for f in judged(year())} == {2024, 2025}
    assert {year_of(f, fiscal) for f in judged(year(), span=Span(2025, 2025))} == {2025}
    assert span_from(year(), date(2022, 5, 1), DAY) == Span(2022, 2025)
    assert span_from(year(company=[{"id": "company", "fiscal_year_end": "06-30"}]), date(2022, 5, 1), DAY) == Span(
        2022, 2026
    )


def test_years_before_the_record_begins_are_left_out() -> None:
    fiscal = FiscalCalendar("12-31")
    assert min(year_of(f, fiscal) for f in judged(year(), span=Span(1990, 2025))) == 2010


def test_every_finding_speaks_to_a_person() -> None:
    for finding in judged(year()):
        assert finding.because.endswith(".")
        assert finding.because[0].isupper() or finding.because[0].isdigit()
        assert finding.title
        assert finding.subject_label
        assert finding.responsible
        assert not re.search(r"complian|not_met|\bNone\b(?! of)|_|  ", finding.because), finding.because
        for entry in finding.evidence:
            assert entry.label
            assert entry.kind in {kind.table for kind in TABLES}


def test_origin_and_kind_come_from_the_book() -> None:
    for finding in judged(year()):
        clause = BOOKS.get(finding.clause)
        assert (finding.origin, finding.kind, finding.title) == (clause.origin, clause.kind, clause.title)
    assert {f.origin for f in judged(year())} == set(Origin)
    assert {f.kind for f in judged(year())} == set(Kind)


@pytest.mark.parametrize("tables", [{}, {"company": [{"id": "company", "name": "New Company"}]}])
def test_no_data_is_never_followed(tables: dict[str, Any]) -> None:
    found = judged(record_of(tables))
    assert {f.clause for f in found} >= {"GL-1.2", "GL-2.1", "GL-5.1", "LAW-NQ-5605b1", "LAW-NQ-5605c-SIZE"}
    assert not {f.status for f in found} & {Status.MET, Status.RECORDED, Status.NOT_MET, Status.OVERDUE}


def test_judging_what_stood_is_judging_as_of() -> None:
    record = year()
    for day in (date(2025, 2, 13), date(2025, 8, 13), DAY, date(2026, 5, 14)):
        assert judged(as_of(record, day), day) == judged(record, day)


def test_the_record_is_left_as_it_is() -> None:
    record = year()
    before = {kind: record.all(kind) for kind in TABLES}
    judged(record)
    assert before == {kind: record.all(kind) for kind in TABLES}


def test_some_books_alone() -> None:
    found = evaluate(year(), DAY, BOOKS.only("nasdaq"))
    assert {f.clause for f in found} == {clause.id for clause in BOOKS.clauses if clause.book == "nasdaq"}


def test_results_name_the_values_they_relied_on() -> None:
    own = [{"id": "p", "key": "due_soon_days", "value": "60", "effective_from": "2025-01-01", "citation": "Secretary"}]
    found = {f.clause: f for f in judged(year(parameter_values=own), span=Span(2025, 2025)) if f.period == "FY2025"}
    used = {p.key: p for p in found["GL-1.4"].parameters}["due_soon_days"]
    assert (used.value, used.company, used.citation) == ("60 days", True, "Secretary")
    cure = next(
        f for f in judged(year(committee_seats=[{"id": "a-dan", "end": "2025-09-01"}])) if f.status is Status.IN_CURE
    )
    assert {p.confidence for p in cure.parameters} == {"confirmed", "partly"}


def test_a_clause_that_is_data_alone_is_shown_as_information() -> None:
    policy = msgspec.structs.replace(BOOKS.get("GL-2.5"), id="GL-9.9", statement="The board may take advice.")
    found = evaluate(year(), DAY, Books.of((policy,)))
    assert [(f.period, f.status, f.because) for f in found] == [
        (period, Status.INFORMATION, "The board may take advice.") for period in ("FY2024", "FY2025")
    ]


def test_time_grows_with_the_years_and_no_faster() -> None:
    best = {}
    for years in (10, 40):
        record = long_record(years)
        times = []
        for _ in range(3):
            fresh = Record.of(row for kind in TABLES for row in record.all(kind))
            start = time.process_time()
            evaluate(fresh, date(2026, 12, 31), BOOKS, Span(2027 - years, 2026))
            times.append(time.process_time() - start)
        best[years] = min(times)
    assert best[40] < 4 * best[10] * 1.8
