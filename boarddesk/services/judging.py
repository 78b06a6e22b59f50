"""Findings for pages, reports and the command line: one function, kept until the record changes."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from boarddesk.common.errors import UserError
from boarddesk.domain.asof import as_of
from boarddesk.domain.finding import Finding
from boarddesk.domain.record import Record

if TYPE_CHECKING:
    from boarddesk.rules.case import Case
    from boarddesk.services.workspace import Services


def judge(record: Record, day: date, since: date | None = None) -> tuple[Finding, ...]:
    """The findings as of `day` under the company's books: its fiscal year and the one before, or from `since` on."""
    return judge_stood(as_of(record, day), day, since)


def judge_stood(record: Record, day: date, since: date | None = None, until: date | None = None) -> tuple[Finding, ...]:
    """The same, of a record that is cut back to the end of `day` already; `until` leaves out later fiscal years."""
    from boarddesk.rules.engine import evaluate_case

    return evaluate_case(laid_out(record, day, since, until))


def laid_out(record: Record, day: date, since: date | None = None, until: date | None = None) -> "Case":
    """A record that is cut back to the end of `day`, laid out for its fiscal years to be judged."""
    from boarddesk.rules.books import built_in
    from boarddesk.rules.engine import laid_out, span_from

    return laid_out(record, day, built_in(), None if since is None else span_from(record, since, day, until))


class Judge:
    """Judges a record as of a day and keeps the last answers; `stood` gives the record as it stood on a day."""

    def __init__(self, stood: Callable[[date], Record]) -> None:
        self._stood = stood
        self._record: Record | None = None
        self._kept: dict[tuple[date, date | None, date | None], tuple[Finding, ...]] = {}
        self._cases: dict[date, Case] = {}

    def findings(
        self, record: Record, day: date, since: date | None = None, until: date | None = None
    ) -> tuple[Finding, ...]:
        """The findings as of `day`, judged once for each record."""
        from boarddesk.rules.engine import evaluate_case

        self._turn_to(record)
        key = (day, since, until)
        if key not in self._kept:
            case = self.case(record, day) if since is None else laid_out(self._stood(day), day, since, until)
            self._kept[key] = evaluate_case(case)
        return self._kept[key]

    def ahead(self, record: Record, day: date) -> Iterator[None]:
        """Judge in short steps, so that nobody waits for all of it; what comes of it is kept for `findings`.

        Ends early where the record has moved on meanwhile.
        """
        from boarddesk.rules.engine import findings_by_clause

        self._turn_to(record)
        if (day, None, None) in self._kept:
            return
        case = self.case(record, day)
        yield
        found: list[Finding] = []
        for some in findings_by_clause(case):
            if self._record is not record:
                return
            found.extend(some)
            yield
        self._kept[day, None, None] = tuple(found)

    def case(self, record: Record, day: date) -> "Case":
        """The record as of `day` laid out for the rules, made once for each record: what its findings were made of."""
        self._turn_to(record)
        case = self._cases.get(day)
        if case is None:
            case = laid_out(self._stood(day), day)
            self._cases = {day: case}
        return case

    def _turn_to(self, record: Record) -> None:
        if self._record is not record:
            self._record, self._kept, self._cases = record, {}, {}


def findings_of_book(services: "Services", since: date | None, book: str | None) -> tuple[Finding, ...]:
    """The findings as of the day shown, all or those of one rule book; UserError where there is no such book."""
    from boarddesk.rules.books import BOOKS, built_in
    from boarddesk.rules.own_book import books_of

    findings = services.findings(since=since)
    if book is None:
        return findings
    if book not in BOOKS:
        raise UserError(f"There is no rule book “{book}”.", what_to_do=f"Known books: {', '.join(BOOKS)}.")
    clauses = {clause.id for clause in books_of(services.shown, built_in()).only(book).clauses}
    return tuple(finding for finding in findings if finding.clause in clauses)
