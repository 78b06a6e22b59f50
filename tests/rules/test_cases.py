"""Every clause against its case file: a record, a day, and what must be found."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boarddesk.domain.asof import as_of as stood
from boarddesk.domain.finding import Finding
from boarddesk.rules.books import built_in
from boarddesk.rules.case import Case, Span
from boarddesk.rules.engine import judge_clause
from tests.rules.rows import CASES, load, record_of, tables_of

WANTED = {
    "R": {"met", "not_met", "cannot_judge"},
    "D": {"information"},
    "X": {"recorded", "not_recorded", "judgment_needed"},
    "G": {"information"},
    "P": {"information"},
}
OTHER = {
    "GL-1.4": {"met", "overdue", "due_soon", "not_yet_due", "cannot_judge"},
    "GL-1.5": {"information", "met", "overdue", "due_soon", "not_yet_due"},
    "GL-6.1": {"information", "met", "overdue"},
    "GL-6.2": {"recorded", "not_recorded", "judgment_needed", "cannot_judge"},
    "LAW-DE-144": {"met", "safe_harbor_not_shown", "judgment_needed", "cannot_judge", "not_applicable"},
    "LAW-NQ-5605b1-CURE": {"met", "in_cure", "cure_expired", "not_applicable", "cannot_judge"},
    "LAW-SK-407b-75": {"met", "disclosure_required", "not_yet_due", "due_soon", "cannot_judge", "not_applicable"},
    "LAW-SK-407a": {"recorded", "not_recorded", "disclosure_required", "judgment_needed", "cannot_judge"},
    "PR-IND-DET": {"met", "judgment_needed", "not_recorded", "cannot_judge"},
    "GL-5.3": {"met", "not_met", "judgment_needed", "not_applicable", "cannot_judge"},
    "GL-5.6": {"information", "judgment_needed"},
    "LAW-NQ-5605c-CURE": {"met", "in_cure", "cure_expired", "in_phase_in", "not_met", "not_applicable", "cannot_judge"},
    "LAW-NQ-5605c-EXC2Y": {
        "exception_relied_on",
        "disclosure_required",
        "not_met",
        "judgment_needed",
        "not_applicable",
        "cannot_judge",
    },
    "LAW-NQ-5605c-REASSESS": {"met", "overdue", "due_soon", "not_yet_due", "cannot_judge"},
    "LAW-NQ-5605d-ADV6": {"met", "not_met", "exempt", "not_applicable", "cannot_judge"},
    "LAW-NQ-5605d-CURE": {"met", "in_cure", "cure_expired", "not_met", "not_applicable", "cannot_judge"},
    "LAW-NQ-5605d-REASSESS": {"met", "overdue", "due_soon", "not_yet_due", "exempt", "cannot_judge"},
    "LAW-NQ-5605e-NOM": {"met", "not_met", "exception_relied_on", "judgment_needed", "not_yet_due", "cannot_judge"},
    "LAW-SK-407d5": {"recorded", "not_recorded", "judgment_needed", "disclosure_required", "cannot_judge"},
    "GL-1.6": {"met", "overdue", "due_soon", "not_yet_due", "cannot_judge"},
    "GL-1.9": {"information", "not_met", "met", "overdue", "cannot_judge"},
    "GL-1.10": {"recorded", "not_recorded", "overdue", "cannot_judge"},
    "GL-1.12": {"recorded", "not_recorded", "information", "judgment_needed", "cannot_judge"},
    "GL-1.14": {"information", "met", "due_soon", "overdue"},
    "GL-1.15a": {"information", "met", "due_soon", "overdue"},
    "GL-1.15b": {"information", "met", "due_soon", "overdue"},
    "GL-1.15c": {"information", "met", "overdue", "cannot_judge"},
    "GL-1.15d": {"information", "met", "due_soon", "overdue"},
    "GL-1.16": {"information", "met", "overdue"},
    "GL-2.2a": {"met", "not_met", "not_yet_due", "due_soon", "judgment_needed", "cannot_judge"},
    "GL-3.3": {"information", "recorded", "judgment_needed", "cannot_judge"},
    "GL-4.1": {"recorded", "information", "judgment_needed", "cannot_judge"},
    "GL-5.7": {"recorded", "not_recorded", "judgment_needed", "cannot_judge"},
    "GL-5.8": {"information", "met", "not_met", "judgment_needed", "cannot_judge"},
    "LAW-DE-141c2": {"met", "not_met", "judgment_needed", "cannot_judge"},
    "LAW-NQ-5610W": {"met", "not_met", "due_soon", "overdue", "not_applicable", "cannot_judge"},
    "LAW-NQ-5625": {"met", "overdue", "due_soon", "judgment_needed", "not_applicable", "cannot_judge"},
    "LAW-SK-401": {"recorded", "not_recorded", "disclosure_required", "judgment_needed", "not_yet_due", "cannot_judge"},
    "LAW-SK-402k": {"recorded", "not_recorded", "judgment_needed", "not_yet_due", "cannot_judge"},
    "LAW-SK-404a": {
        "recorded",
        "not_recorded",
        "disclosure_required",
        "judgment_needed",
        "not_applicable",
        "cannot_judge",
    },
    "LAW-SK-404b": {"recorded", "not_recorded", "disclosure_required", "not_yet_due", "cannot_judge"},
    "LAW-SK-407b": {"recorded", "not_recorded", "not_yet_due", "cannot_judge"},
    "LAW-SK-407c": {"recorded", "not_recorded", "cannot_judge"},
    "LAW-SK-407d": {"recorded", "not_recorded", "disclosure_required", "not_yet_due", "cannot_judge"},
    "LAW-SK-407e": {"recorded", "not_recorded", "disclosure_required", "cannot_judge"},
    "LAW-SK-407f": {"recorded", "not_recorded", "not_yet_due", "cannot_judge"},
    "LAW-SK-407h": {"recorded", "not_recorded", "cannot_judge"},
    "LAW-SK-407i": {"recorded", "not_recorded", "not_yet_due", "cannot_judge"},
}


def _files() -> list[Path]:
    return sorted(CASES.glob("*/*.yaml"))


def _cases() -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}") for path in _files() for case in load(path)
    ]


@pytest.mark.parametrize(("clause", "case"), _cases())
def test_case(clause: str, case: dict[str, Any]) -> None:
    found = judged(clause, case)
    for expected in case["expect"]:
        _check(found, expected, case)


def judged(clause: str, case: dict[str, Any]) -> list[Finding]:
    """The findings of one clause on one case."""
    day = date.fromisoformat(case["as_of"])
    span = Span(*(int(year) for year in case["span"])) if "span" in case else None
    context = Case(stood(record_of(tables_of(case)), day), day, built_in(), span)
    return list(judge_clause(context, built_in().get(clause)))


def _check(found: list[Finding], expected: dict[str, Any], case: dict[str, Any]) -> None:
    subject, period = expected.get("subject", "company"), expected["period"]
    mine = [f for f in found if f.subject == subject and f.period == period]
    seen = "\n".join(f"{f.subject} {f.period} {f.status}: {f.because}" for f in found)
    if expected["status"] == "none":
        assert not mine, seen
        return
    assert len(mine) == 1, f"{case['name']}: one finding for {subject} in {period} expected\n{seen}"
    finding = mine[0]
    assert finding.status == expected["status"], seen
    assert expected.get("because", "") in finding.because, finding.because
    assert expected.get("remedy", "") in finding.remedy, finding.remedy
    assert set(expected.get("evidence", ())) <= {e.id for e in finding.evidence}, finding.evidence
    for gap in expected.get("missing", ()):
        assert any(gap in missing for missing in finding.missing), finding.missing
    if "due" in expected:
        assert finding.due == date.fromisoformat(expected["due"]), finding.due


def test_every_clause_has_its_cases() -> None:
    assert {path.stem for path in _files()} == {clause.id for clause in built_in().clauses}
    for path in _files():
        assert built_in().get(path.stem).book == path.parent.name


@pytest.mark.parametrize("path", _files(), ids=lambda path: path.stem)
def test_cases_cover_the_words_of_the_clause(path: Path) -> None:
    clause = built_in().get(path.stem)
    seen = {expected["status"] for case in load(path) for expected in case["expect"]}
    assert OTHER.get(clause.id, WANTED[clause.kind.value]) <= seen
