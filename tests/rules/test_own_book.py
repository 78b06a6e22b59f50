"""The company's own guidelines: each day is judged by the clauses then in force."""

from datetime import date
from typing import Any

from boarddesk.domain.finding import Finding
from boarddesk.rules.books import built_in
from boarddesk.rules.case import Span
from boarddesk.rules.engine import evaluate
from tests.rules.rows import base_tables, merged, record_of

DAY = date(2026, 12, 31)


def judged(*clauses: dict[str, Any], day: date = DAY, more: dict[str, Any] | None = None) -> list[Finding]:
    """The findings of the years 2025 and 2026 under the built-in books and these clauses of the company."""
    rows = [{"id": f"own-{number}", **clause} for number, clause in enumerate(clauses)]
    tables = merged(base_tables("year"), {"guideline_clauses": rows, **(more or {})})
    return list(evaluate(record_of(tables), day, built_in(), Span(2025, 2026)))


def of(findings: list[Finding], clause: str) -> dict[str, Finding]:
    """The findings of one clause by period."""
    return {finding.period: finding for finding in findings if finding.clause == clause}


def test_without_own_clauses_the_built_in_book_judges() -> None:
    titles = {clause.id: clause.title for clause in built_in().clauses}
    assert all(finding.title == titles[finding.clause] for finding in judged())


def test_an_amended_clause_judges_from_its_day_on_only() -> None:
    own = {"clause": "GL-5.1", "title": "Four committees", "text": "Ours.", "kind": "R", "effective_from": "2026-07-01"}
    found = of(judged(own), "GL-5.1")
    assert found["2026-Q3"].title == "Four committees"
    assert found["2026-Q2"].title == built_in().get("GL-5.1").title


def test_a_retired_clause_says_nothing_from_its_day_on() -> None:
    own = {
        "clause": "GL-5.1",
        "title": "x",
        "text": "x",
        "kind": "R",
        "retired": "true",
        "effective_from": "2026-07-01",
    }
    assert max(of(judged(own), "GL-5.1")) == "2026-Q2"


def test_before_its_day_an_amendment_is_unknown() -> None:
    own = {"clause": "GL-5.1", "title": "Later", "text": "x", "kind": "R", "effective_from": "2026-07-01"}
    assert {f.title for f in of(judged(own, day=date(2026, 6, 30)), "GL-5.1").values()} == {
        built_in().get("GL-5.1").title
    }


def test_a_duty_of_the_companys_own_is_looked_for_by_its_items() -> None:
    own = {"clause": "GL-7.1", "title": "Cyber review", "text": "The Board reviews cyber risk each year.", "kind": "D",
           "interval": "12", "items": ["legal_compliance"], "effective_from": "2025-01-01"}  # fmt: skip
    item = {"id": "i", "meeting": "b-may", "position": "1", "title": "Cyber", "type": "legal_compliance", "outcome": "discussed"}  # fmt: skip
    assert of(judged(own), "GL-7.1")["FY2025"].status == "overdue"
    done = of(judged(own, more={"agenda_items": [item]}), "GL-7.1")["FY2025"]
    assert done.status == "met"
    assert [evidence.id for evidence in done.evidence] == ["i"]


def test_a_linked_item_does_a_duty_and_an_attestation_only_stands_beside_it() -> None:
    item = {"id": "i", "meeting": "b-may", "position": "1", "title": "Budget", "outcome": "discussed"}
    link = {"id": "l", "clause": "GL-1.4", "kind": "agenda_items", "row": "i", "linked_on": "2025-06-01"}
    found = of(judged(more={"agenda_items": [item], "evidence_links": [link]}), "GL-1.4")["FY2025"]
    assert found.status == "met"
    said = {"id": "a", "clause": "GL-1.4", "period": "FY2025", "made_on": "2026-01-10", "by": "sam", "text": "It was reviewed."}  # fmt: skip
    before, after = of(judged(), "GL-1.4")["FY2025"], of(judged(more={"attestations": [said]}), "GL-1.4")["FY2025"]
    assert after.status == before.status == "overdue"
    [evidence] = after.evidence
    assert evidence.label == "Attested by Sam Stone, 10 Jan 2026: It was reviewed."
