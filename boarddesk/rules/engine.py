"""The engine: one record, one day, some books → findings. Pure: no clock, no disk, no state between calls."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain
from operator import attrgetter

from boarddesk.common.discover import modules_in
from boarddesk.domain.asof import as_of as stood
from boarddesk.domain.finding import Finding, Kind, Status
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.record import Record
from boarddesk.rules.beside import beside_of, period_of
from boarddesk.rules.books import Books, Clause
from boarddesk.rules.case import Case, Span
from boarddesk.rules.duty import check_duty
from boarddesk.rules.judge import Check, Judge, Rule
from boarddesk.rules.own_book import books_of

CATALOG = "boarddesk.rules.catalog"
BY_PERIOD = attrgetter("period", "subject")


@cache
def rules() -> dict[str, Check]:
    """Every rule found below the catalog, by its clause."""
    found: dict[str, Check] = {}
    for module in modules_in(CATALOG):
        for value in vars(module).values():
            if isinstance(value, Rule):
                found[value.clause] = value.check
    return found


def evaluate(record: Record, as_of: date, books: Books, periods: Span | None = None) -> tuple[Finding, ...]:
    """Judge the record as it stood at the end of `as_of`: by default its fiscal year and the one before.

    One finding per clause, subject and period, in book order, then by period and subject.
    """
    return evaluate_stood(stood(record, as_of), as_of, books, periods)


def evaluate_stood(record: Record, as_of: date, books: Books, periods: Span | None = None) -> tuple[Finding, ...]:
    """The same, of a record that is cut back to the end of `as_of` already."""
    return evaluate_case(laid_out(record, as_of, books, periods))


def laid_out(record: Record, as_of: date, books: Books, periods: Span | None = None) -> Case:
    """A record that is cut back to the end of `as_of`, laid out to be judged by its company's books."""
    return Case(record, as_of, books_of(record, books), periods)


def evaluate_case(case: Case) -> tuple[Finding, ...]:
    """The findings on a record that is laid out already."""
    return with_beside(case, (judged_clause(case, clause) for clause in case.books.clauses))


def judged_clause(case: Case, clause: Clause) -> list[Finding]:
    """The findings of one clause for the time it was in force, by period and subject."""
    found = list(judge_clause(case, clause))
    if clause.since != date.min or clause.until is not None:
        found = [finding for finding in found if clause.judges(_judged_on(case, finding))]
    found.sort(key=BY_PERIOD)
    return found


def with_beside(case: Case, clauses: Iterable[Sequence[Finding]]) -> tuple[Finding, ...]:
    """The findings of all clauses, with what people put beside them by hand."""
    beside = beside_of(case)
    findings = chain.from_iterable(clauses)
    return tuple(map(beside.added, findings) if beside else findings)


def _judged_on(case: Case, finding: Finding) -> date:
    """The day by whose clauses a finding is made: the end of its period, or the as-of day within it."""
    period = period_of(case, finding.period)
    return period.cut if period is not None else date.fromisoformat(finding.period)


def judge_clause(case: Case, clause: Clause) -> Iterator[Finding]:
    """The findings of one clause: by its rule, as a duty, or as information where it is data alone."""
    check = rules().get(clause.id)
    judge = Judge(clause, case)
    if check is not None:
        return check(case, judge)
    return check_duty(case, judge) if clause.kind is Kind.DUTY else _stated(case, judge)


def _stated(case: Case, judge: Judge) -> Iterator[Finding]:
    """A policy statement has nothing to be judged by: each year it is shown as information."""
    for year in case.years:
        if not year.ahead:
            yield judge.find(Status.INFORMATION, judge.clause.statement or judge.clause.clause, year)


def span_from(record: Record, first: date, as_of: date, until: date | None = None) -> Span:
    """The fiscal years from the one that holds `first` to the one that holds `as_of`, or `until` where it is sooner."""
    calendar = FiscalCalendar(record.company.fiscal_year_end)
    return Span(calendar.year_of(min(first, as_of)), calendar.year_of(min(until or as_of, as_of)))
