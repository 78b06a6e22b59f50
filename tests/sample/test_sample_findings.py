"""What the rules find in the sample: each planted departure, and nothing bad beside them."""

from collections import Counter
from datetime import date

import pytest

from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.record import Record
from boarddesk.rules.books import built_in
from tests.sample.judged import GOOD, judge, not_good


@pytest.fixture(scope="module")
def findings(record: Record) -> tuple[Finding, ...]:
    """Every finding on fiscal 2024 to 2026, as of 12 Nov 2026."""
    return judge(record)


def only(findings: tuple[Finding, ...], clause: str, subject: str, period: str) -> Finding:
    """The one finding of a clause on a subject in a period."""
    (found,) = [f for f in findings if (f.clause, f.subject, f.period) == (clause, subject, period)]
    return found


DEPARTURES = {
    ("GL-1.2", "company", "2025-Q3"),
    ("GL-1.8", "delacroix", "FY2025"),
    ("GL-1.8", "abernethy-ruiz", "FY2025"),
    ("GL-3.5", "2025-05-15-board", "2025-05-15"),
    ("GL-3.5", "2026-08-13-board", "2026-08-13"),
    ("GL-3.6", "2025-02-13-session", "2025-02-13"),
    ("GL-5.3", "audit", "FY2026"),
    ("LAW-NQ-5605d-CEOOUT", "ellerbrook", "FY2025"),
    ("LAW-8K-502e", "ev-retention-2025", "2025-11-06"),
    ("LAW-DE-141b-Q", "2025-06-17-board", "2025-06-17"),
    ("LAW-DE-213", "2025-05-15-annual", "2025-05-15"),
}
JUDGMENT = {
    ("GL-2.4", "company", "2025-Q2"),
    ("GL-5.2", "nominating", "2026-Q4"),
    ("GL-5.3", "nominating", "FY2026"),
    ("LAW-NQ-IND-D", "sorhaug", "FY2025"),
    ("LAW-DE-141d", "company", "2025-Q2"),
    ("PR-IND-DET", "nakagawa-reyes", "2026-Q4"),
}
DISCLOSE = {
    ("LAW-SK-404a", "rt-tellgate", "FY2024"),
    ("LAW-SK-404a", "rt-holtvane", "FY2024"),
    ("LAW-SK-404a", "rt-holtvane", "FY2025"),
    ("LAW-SK-404a", "rt-pellworth", "FY2025"),
    ("LAW-SK-404a", "rt-pellworth", "FY2026"),
    ("LAW-SK-404a", "rt-halvorsen", "FY2026"),
    ("LAW-SK-404a", "rt-fennimore", "FY2026"),
    ("LAW-SK-404a", "rt-orrindale", "FY2026"),
    ("LAW-SK-407b-75", "dunmore-vale", "FY2025"),
    ("LAW-SK-407e", "company", "FY2024"),
}
NO_HARBOR = {
    ("LAW-DE-144", "2024-09", "2024-Q2"),
    ("LAW-DE-144", "rt-kiln-lane", "2025-Q1"),
    ("LAW-DE-144", "2025-06", "2025-Q2"),
    ("LAW-DE-144", "2026-14", "2026-Q2"),
}
FOUND = {
    Status.NOT_MET: DEPARTURES,
    Status.OVERDUE: {("GL-1.9", "company", "FY2026")},
    Status.IN_CURE: {
        ("LAW-NQ-5605c-CURE", "audit", "FY2026"),
        ("LAW-NQ-5605c-SIZE", "audit", "2026-Q3"),
        ("LAW-NQ-5605c-SIZE", "audit", "2026-Q4"),
    },
    Status.CANNOT_JUDGE: {("GL-1.3", "company", "2026-Q3"), ("LAW-NQ-5605d-ADV6", "en-quillmere", "FY2026")},
    Status.JUDGMENT_NEEDED: JUDGMENT,
    Status.DISCLOSURE_REQUIRED: DISCLOSE,
    Status.SAFE_HARBOR_NOT_SHOWN: NO_HARBOR,
}


@pytest.mark.parametrize("status", FOUND)
def test_what_was_planted_is_found_and_nothing_else(findings: tuple[Finding, ...], status: Status) -> None:
    assert not_good(findings, status) == FOUND[status]


def test_everything_else_is_good(findings: tuple[Finding, ...]) -> None:
    counted = Counter(finding.status for finding in findings)
    assert set(counted) - GOOD == set(FOUND)
    assert counted[Status.MET] + counted[Status.RECORDED] > len(findings) / 2


def test_every_clause_says_something_of_every_year(findings: tuple[Finding, ...]) -> None:
    of_year = {
        (finding.clause, year) for finding in findings for year in ("2024", "2025", "2026") if year in finding.period
    }
    lacking = [
        (clause.id, year) for clause in built_in().clauses for year in ("2024", "2025", "2026")
        if (clause.id, year) not in of_year
    ]  # fmt: skip
    assert lacking == [("GL-2.2b", "2025")], "it speaks only of years in which a seat fell vacant or was filled"


def test_what_the_report_of_2026_draws(findings: tuple[Finding, ...]) -> None:
    """The first pages of the compliance report: two clauses depart, one is overdue, one rule is in cure."""
    running = [finding for finding in findings if "2026" in finding.period]
    clauses = {
        status: sorted({f.clause for f in running if f.status is status and f.clause.startswith(book)})
        for status, book in (
            (Status.NOT_MET, "GL-"), (Status.OVERDUE, "GL-"), (Status.CANNOT_JUDGE, ""), (Status.IN_CURE, "LAW-"),
        )
    }  # fmt: skip
    assert clauses == {
        Status.NOT_MET: ["GL-3.5", "GL-5.3"],
        Status.OVERDUE: ["GL-1.9"],
        Status.CANNOT_JUDGE: ["GL-1.3", "LAW-NQ-5605d-ADV6"],
        Status.IN_CURE: ["LAW-NQ-5605c-CURE", "LAW-NQ-5605c-SIZE"],
    }
    assert not any(f.status is Status.NOT_MET and f.clause.startswith("LAW-") for f in running)


def test_a_form_8_k_is_a_day_late_and_veterans_day_did_not_count(findings: tuple[Finding, ...]) -> None:
    late = only(findings, "LAW-8K-502e", "ev-retention-2025", "2025-11-06")
    assert "filed on 14 Nov 2025" in late.because
    assert "13 Nov 2025, as 11 Nov 2025 (Veterans Day) does not count" in late.because


def test_a_record_date_lies_sixty_one_days_before_the_meeting(findings: tuple[Finding, ...]) -> None:
    assert "lay 61 days before" in only(findings, "LAW-DE-213", "2025-05-15-annual", "2025-05-15").because


def test_a_bright_line_that_bars_nobody_hangs_on_an_estimate(findings: tuple[Finding, ...]) -> None:
    near = only(findings, "LAW-NQ-IND-D", "sorhaug", "FY2025")
    assert "$236,500" in near.because
    assert "$4,850,000, which is an estimate" in near.because
    assert only(findings, "LAW-NQ-IND-D", "sorhaug", "FY2026").status is Status.MET


def test_a_consent_waits_for_one_signature(findings: tuple[Finding, ...]) -> None:
    waiting = only(findings, "LAW-DE-141f", "consent-2026-08", "2026-11-10")
    assert waiting.status is Status.NOT_YET_DUE
    assert "waits for the signature of Tobiasz Wiśniewolski and" in waiting.because


def test_an_adviser_was_engaged_without_the_six_factors(findings: tuple[Finding, ...]) -> None:
    adviser = only(findings, "LAW-NQ-5605d-ADV6", "en-quillmere", "FY2026")
    assert len(adviser.missing) == 1
    assert "six factors on Quillmere Advisory" in adviser.missing[0]


def test_the_vacancy_on_the_audit_committee_was_told_and_is_in_cure(findings: tuple[Finding, ...]) -> None:
    told = only(findings, "LAW-NQ-5605c-CURE", "audit", "FY2026")
    assert (told.due, told.missing) == (date(2027, 5, 13), ())
    assert "Nasdaq was notified on 17 Aug 2026" in told.because
    filed = {
        f.clause: f.status for f in findings if f.clause in {"LAW-8K-301", "LAW-NQ-5625"} and f.period[:7] == "2026-08"
    }
    assert filed == {"LAW-8K-301": Status.MET, "LAW-NQ-5625": Status.MET}


def test_what_is_due_within_thirty_days(findings: tuple[Finding, ...]) -> None:
    due = {(finding.clause, finding.subject) for finding in findings if finding.status is Status.DUE_SOON}
    officers = ("abernethy-ruiz", "delacroix", "draskovic-hall", "haverkamp", "nkemelu", "oyelaran-fitch")
    assert due == {
        ("GL-1.4", "company"),
        ("GL-1.6", "company"),
        ("GL-1.7", "ellerbrook"),
        *(("GL-1.8", officer) for officer in officers),
        ("LAW-NQ-5605c-REASSESS", "company"),
        ("LAW-8K-502b", "kouadjane"),
    }
