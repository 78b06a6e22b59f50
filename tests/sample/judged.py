"""The sample judged by every book, once for all tests: what is found, by clause, subject, period and status."""

from datetime import date

from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.record import Record
from boarddesk.rules.books import built_in
from boarddesk.rules.engine import evaluate, span_from

TODAY = date(2026, 11, 12)
GOOD = frozenset(
    {Status.MET, Status.RECORDED, Status.NOT_APPLICABLE, Status.NOT_YET_DUE, Status.DUE_SOON, Status.INFORMATION}
)

Key = tuple[str, str, str]


def judge(record: Record) -> tuple[Finding, ...]:
    """Every finding on fiscal 2024 to 2026."""
    return evaluate(record, TODAY, built_in(), span_from(record, date(2024, 1, 1), TODAY))


def not_good(findings: tuple[Finding, ...], status: Status) -> set[Key]:
    """What has that status: clause, subject and period."""
    assert status not in GOOD
    return {(one.clause, one.subject, one.period) for one in findings if one.status is status}
