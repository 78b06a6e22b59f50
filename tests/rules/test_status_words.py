"""Each id of law's catalogue answers in its own words alone: a disclosure or a safe harbor is nothing to be broken."""

from collections.abc import Iterable
from datetime import date
from functools import cache

import pytest

from boarddesk.domain.asof import as_of as stood
from boarddesk.domain.finding import Finding, Kind, Origin, Status
from boarddesk.domain.record import Record
from boarddesk.rules.books import built_in
from boarddesk.rules.case import Case, Span
from boarddesk.rules.engine import judge_clause
from tests.rules.rows import CASES, load, record_of, tables_of
from tests.rules.test_relied_on import sample

BOOK = built_in()
PARTS = {
    "LAW-NQ-IND-": "A B C D E F",
    "LAW-NQ-5605": "b1 b1-CURE b2 e-NOM e-CHARTER",
    "LAW-NQ-5605c-": "SIZE IND 10A3FEE 10A3AFF PREP3Y LIT SOPH CHARTER REASSESS CURE EXC2Y",
    "LAW-NQ-5605d-": "SIZE IND FACTORS CHARTER REASSESS CEOOUT ADV6 CURE",
    "LAW-NQ-56": "08 10 10W 20a 20b 20c 25 30",
    "LAW-SK-": "401 402k 404a 404b 407a 407b 407b-75 407c 407d 407d5 407e 407f 407h 407i",
    "LAW-8K-": "301 502a 502b 502c 502d 502e 503 505 507 508",
    "LAW-DE-": "141b-Q 141b-V 141c2 141c4 141d 141f 141i 142 144 211 213 216 220 222 223 229",
}
CATALOGUE = {"PR-IND-DET", *(f"{head}{part}" for head, parts in PARTS.items() for part in parts.split())}
"""`law.md` 8.1."""

ANY = {Status.NOT_YET_DUE, Status.DUE_SOON, Status.JUDGMENT_NEEDED, Status.NOT_APPLICABLE, Status.CANNOT_JUDGE}
BREACHES = {Status.NOT_MET, Status.OVERDUE, Status.CURE_EXPIRED}
DATA = ANY | {Status.RECORDED, Status.NOT_RECORDED, Status.DISCLOSURE_REQUIRED}
RULE = ANY | {Status.MET, Status.NOT_MET}
CURED = {Status.IN_CURE, Status.CURE_EXPIRED, Status.IN_PHASE_IN}
CLOCKED = {"LAW-NQ-5610W", "LAW-NQ-5625", *(c for c in CATALOGUE if c.startswith("LAW-8K-"))}
WORDS: dict[str, set[Status]] = {
    **{clause: RULE | {Status.OVERDUE} for clause in CLOCKED},
    **{clause: DATA for clause in CATALOGUE if clause.startswith("LAW-SK-")},
    "PR-IND-DET": ANY | {Status.MET, Status.NOT_RECORDED},
    "LAW-SK-407b-75": ANY | {Status.MET, Status.DISCLOSURE_REQUIRED},
    "LAW-DE-144": ANY | {Status.MET, Status.SAFE_HARBOR_NOT_SHOWN},
    "LAW-DE-220": {Status.INFORMATION},
    "LAW-NQ-5605b1": RULE | CURED,
    "LAW-NQ-5605b1-CURE": RULE | CURED,
    "LAW-NQ-5605c-SIZE": RULE | CURED,
    "LAW-NQ-5605c-IND": RULE | CURED | {Status.EXCEPTION_RELIED_ON},
    "LAW-NQ-5605c-CURE": RULE | CURED,
    "LAW-NQ-5605c-EXC2Y": RULE | {Status.EXCEPTION_RELIED_ON, Status.DISCLOSURE_REQUIRED},
    **{f"LAW-NQ-5605c-{part}": RULE | {Status.IN_PHASE_IN} for part in ("10A3FEE", "10A3AFF", "PREP3Y", "LIT")},
    "LAW-NQ-5605d-SIZE": RULE | CURED,
    "LAW-NQ-5605d-IND": RULE | CURED | {Status.EXCEPTION_RELIED_ON},
    "LAW-NQ-5605d-CURE": RULE | CURED,
    "LAW-NQ-5605d-ADV6": RULE | {Status.EXEMPT},
    "LAW-NQ-5605e-NOM": RULE | {Status.IN_PHASE_IN, Status.EXCEPTION_RELIED_ON},
    "LAW-NQ-5608": RULE | {Status.EXCEPTION_RELIED_ON},
    "LAW-NQ-5605c-REASSESS": ANY | {Status.MET, Status.OVERDUE},
    "LAW-NQ-5605d-REASSESS": ANY | {Status.MET, Status.OVERDUE, Status.EXEMPT},
}


def words(clause: str) -> set[Status]:
    return WORDS.get(clause, RULE)


@cache
def judged(clause: str) -> tuple[Finding, ...]:
    """All that a clause says in its cases, and of the sample company over its years."""
    found: list[Finding] = []
    for case in load(CASES / BOOK.get(clause).book / f"{clause}.yaml"):
        day = date.fromisoformat(case["as_of"])
        span = Span(*(int(year) for year in case["span"])) if "span" in case else None
        found.extend(said(stood(record_of(tables_of(case)), day), day, clause, span))
    for day in (date(2024, 12, 31), date(2026, 11, 12), date(2027, 12, 31)):
        found.extend(said(stood(sample(), day), day, clause, None))
    return tuple(found)


def said(record: Record, day: date, clause: str, span: Span | None) -> Iterable[Finding]:
    return judge_clause(Case(record, day, BOOK, span), BOOK.get(clause))


def test_the_books_hold_every_id_of_the_catalogue_and_no_other() -> None:
    assert {clause.id for clause in BOOK.clauses if clause.origin is not Origin.GUIDELINE} == CATALOGUE


@pytest.mark.parametrize("clause", sorted(CATALOGUE))
def test_an_id_answers_in_its_own_words_alone(clause: str) -> None:
    found = {finding.status for finding in judged(clause)}
    assert found
    assert found <= words(clause), found - words(clause)


def test_what_has_to_be_disclosed_or_is_a_safe_harbor_is_never_broken() -> None:
    free = [c for c in CATALOGUE if c.startswith("LAW-SK-")] + ["LAW-DE-144", "LAW-DE-220", "PR-IND-DET"]
    for clause in free:
        assert not words(clause) & BREACHES
        assert not {finding.status for finding in judged(clause)} & BREACHES, clause
    told = {f.status for c in free for f in judged(c)}
    assert {Status.DISCLOSURE_REQUIRED, Status.SAFE_HARBOR_NOT_SHOWN, Status.NOT_RECORDED} <= told


def test_cure_and_phase_in_belong_to_the_exchange_alone() -> None:
    for clause in BOOK.clauses:
        if clause.book != "nasdaq":
            assert not {f.status for f in judged(clause.id)} & CURED, clause.id


def test_a_policy_is_never_broken() -> None:
    policies = [clause.id for clause in BOOK.clauses if clause.kind is Kind.POLICY]
    assert policies
    for clause in policies:
        assert not {finding.status for finding in judged(clause)} & BREACHES, clause
