"""An override and an unconfirmed value are named wherever a result relied on them; a dated change reaches no further."""

from datetime import date
from fractions import Fraction
from functools import cache

import msgspec
import pytest

from boarddesk.common import resources
from boarddesk.domain.asof import as_of as stood
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.finding import Finding
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.quorum import DEFAULT_FRACTION
from boarddesk.domain.record import Record
from boarddesk.domain.tables import BY_NAME
from boarddesk.rules.books import Books, DatedValue, Parameter, built_in
from boarddesk.rules.case import Case, Span
from boarddesk.rules.engine import evaluate, judge_clause
from tests.rules.rows import CASES, load, record_of, tables_of

BOOK = built_in()
SINCE = date(2026, 1, 1)
TODAY = date(2026, 11, 12)
CHOICES = {
    "no": "yes", "yes": "no", "not supplied": "1", "not stated": "yes", "board or a board committee": "board",
}  # fmt: skip
OPEN = list(BOOK.parameters.values())
AFTER_LISTING = [p for p in BOOK.parameters.values() if "phase_in" in p.key]
Key = tuple[str, str, str]


def another(parameter: Parameter) -> str | None:
    """A value that bites sooner than the one in force; None where there is no such."""
    value = parameter.values[-1].value
    if parameter.unit == "choice" or value in CHOICES:
        return CHOICES.get(value)
    number = Fraction(value)
    if parameter.unit in ("fraction", "percent"):
        return "9/10"
    return str(max(1, int(number) // 10)) if number > 1 else str(int(number) + 400)


def changed(parameter: Parameter, value: str, since: date = date.min) -> Books:
    """The books with another value of a parameter from a day on."""
    values = (*parameter.values, DatedValue(value, "Test", TODAY, "confirmed", since)) if since > date.min else (
        DatedValue(value, "Test", TODAY, "confirmed"),
    )  # fmt: skip
    other = msgspec.structs.replace(parameter, values=values)
    return Books(BOOK.clauses, {**BOOK.parameters, parameter.key: other}, BOOK.by_id)


TRIED = {p.key: p for p in (*OPEN, *AFTER_LISTING)}
OTHERS = [(p.key, changed(p, value)) for p in TRIED.values() if (value := another(p)) is not None]


@pytest.mark.parametrize("clause", [clause.id for clause in BOOK.clauses])
def test_what_a_result_turned_on_is_named(clause: str) -> None:
    for case in load(CASES / BOOK.get(clause).book / f"{clause}.yaml"):
        day = date.fromisoformat(case["as_of"])
        span = Span(*(int(year) for year in case["span"])) if "span" in case else None
        record = stood(record_of(tables_of(case)), day)

        def found(
            books: Books, record: Record = record, day: date = day, span: Span | None = span
        ) -> dict[Key, Finding]:
            made = judge_clause(Case(record, day, books, span), BOOK.get(clause))
            return {(f.clause, f.subject, f.period): f for f in made}

        before = found(BOOK)
        for key, books in OTHERS:
            for place, finding in found(books).items():
                if place in before and finding.status is not before[place].status:
                    named = {used.key for used in finding.parameters}
                    assert key in named, (case["name"], key, finding.status, finding.because)


def test_the_open_values_are_the_ones_tried() -> None:
    assert {key for key, _ in OTHERS} >= set(TRIED) - {"sec_closings", "recovery_policy_by"}
    assert {p.key for p in OPEN if p.values[-1].confidence == "unconfirmed"} >= {
        "exchange_notice_days", "form_8k_503_proxy", "related_person_earlier_years", "classes_nearly_equal_required",
    }  # fmt: skip
    assert {p.key for p in OPEN if p.values[-1].confidence == "partly"} >= {
        "bright_line_interlock_months", "exceptional_member_months", "audit_cure_months", "audit_size_phase_in_days",
        "committee_phase_in_months", "code_waiver_bodies",
    }  # fmt: skip


def test_the_phase_in_of_a_company_listed_long_ago_is_never_named() -> None:
    """Nothing of it bears on the sample company, nor on a shortage of one that was listed ten years before."""
    named = {used.key for finding in unchanged().values() for used in finding.parameters}
    assert not named & {p.key for p in AFTER_LISTING}
    for clause in ("LAW-NQ-5605b1", "LAW-NQ-5605c-SIZE", "LAW-NQ-5605c-IND", "LAW-NQ-5605d-IND", "LAW-NQ-5605c-CURE"):
        for case in load(CASES / "nasdaq" / f"{clause}.yaml"):
            record = record_of(tables_of(case))
            if record.company.listing_date == date(2015, 6, 1):
                day = date.fromisoformat(case["as_of"])
                made = judge_clause(Case(stood(record, day), day, BOOK, None), BOOK.get(clause))
                assert not {used.key for f in made for used in f.parameters} & {p.key for p in AFTER_LISTING}


@pytest.mark.parametrize("key", [p.key for p in AFTER_LISTING])
def test_each_value_of_the_phase_in_turns_some_case(key: str) -> None:
    """Some case has another result with another value, so that the test above has something to see."""
    books = changed(BOOK.parameters[key], another(BOOK.parameters[key]) or "")
    clauses = set(BOOK.parameters[key].clauses)
    for clause in sorted(clauses):
        for case in load(CASES / "nasdaq" / f"{clause}.yaml"):
            day = date.fromisoformat(case["as_of"])
            record = stood(record_of(tables_of(case)), day)
            if record.company.listing_date == date(2015, 6, 1):
                continue
            before, after = (list(judge_clause(Case(record, day, b, None), b.get(clause))) for b in (BOOK, books))
            if [f.status for f in before] != [f.status for f in after]:
                return
    raise AssertionError(key)


# --- dated


@cache
def sample() -> Record:
    """The sample company."""
    rows = []
    for path in sorted(resources.path("sample_company").glob("*.json")):
        for table, found in msgspec.json.decode(path.read_bytes()).items():
            if table not in ("boarddesk", "attachments"):
                rows.extend(msgspec.convert(row, BY_NAME[table], strict=True) for row in found)
    return Record.of(rows)


def judged(books: Books, record: Record | None = None) -> dict[Key, Finding]:
    found = evaluate(record or sample(), TODAY, books, Span(2024, 2026))
    return {(f.clause, f.subject, f.period): f for f in found}


@cache
def unchanged() -> dict[Key, Finding]:
    return judged(BOOK)


def last_day(finding: Finding) -> date:
    """The last day that a finding speaks of; a part of a proxy statement speaks as of the next year."""
    fiscal = FiscalCalendar(sample().company.fiscal_year_end)
    period = finding.period
    if period.startswith("FY"):
        return fiscal.year_ends(int(period[2:]) + (finding.clause.startswith("LAW-SK-") and not period.endswith("75")))
    if "-Q" in period:
        return next(fiscal.quarter_ends(q) for q in fiscal.quarters(int(period[:4])) if str(q) == period)
    return date.fromisoformat(period)


@pytest.mark.parametrize(
    ("key", "value", "clause"),
    [
        ("attendance_threshold", "1", "LAW-SK-407b-75"),
        ("audit_members", "4", "LAW-NQ-5605c-SIZE"),
        ("sophisticated_members", "3", "LAW-NQ-5605c-SOPH"),
        ("related_person_threshold", "50000000", "GL-1.13"),
        ("guideline_classes", "4", "GL-2.4"),
        ("majority", "19/20", "LAW-NQ-5605b1"),
        ("majority", "19/20", "LAW-NQ-5605b1-CURE"),
        ("majority", "19/20", "GL-2.1"),
        ("independent_sessions_expected", "9", "LAW-NQ-5605b2"),
        ("record_date_days_most", "20", "LAW-DE-213"),
        ("stockholder_notice_days_least", "59", "LAW-DE-222"),
        ("stockholder_vote_fraction", "199/200", "LAW-DE-216"),
        ("disinterested_majority", "1", "LAW-DE-144"),
        ("bright_line_business_floor", "1", "LAW-NQ-IND-D"),
        ("answers_carry_months", "1", "LAW-NQ-IND-A"),
        ("form_8k_days", "1", "LAW-8K-507"),
        ("due_soon_days", "1", "GL-1.4"),
    ],
)
def test_a_change_from_a_day_on_changes_results_from_that_day_on_only(key: str, value: str, clause: str) -> None:
    after = judged(changed(BOOK.parameters[key], value, SINCE))
    before = unchanged()
    assert {place for place, f in before.items() if last_day(f) < SINCE} <= set(after)
    moved = {place for place, f in after.items() if f != before.get(place)}
    assert moved
    assert not [place for place in moved if last_day(after[place]) < SINCE]
    assert clause in {place[0] for place in moved}


def test_an_override_of_the_company_reaches_no_further_back() -> None:
    own = ParameterValue(
        id="own", key="related_person_threshold", value="50000000", effective_from=SINCE, reason="Own policy"
    )
    after, before = judged(BOOK, sample().changed([own])), unchanged()
    moved = {place for place, f in after.items() if f != before.get(place)}
    assert moved
    assert not [place for place in moved if last_day(after[place]) < SINCE]
    lease = after["GL-1.13", "rt-halvorsen", "2026-Q2"]
    assert next((used.key, used.company, used.citation) for used in lease.parameters) == (
        "related_person_threshold", True, "Own policy",
    )  # fmt: skip


def test_the_fractions_that_the_bylaws_replace_start_from_the_books() -> None:
    keys = ("board_quorum_fraction", "board_vote_fraction", "committee_quorum_fraction", "committee_vote_fraction",
            "stockholder_quorum_fraction")  # fmt: skip
    assert {BOOK.parameters[key].values[0].fraction for key in keys} == {DEFAULT_FRACTION}
