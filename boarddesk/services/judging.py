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
    from boarddesk.rules.rejudge import Judgment
    from boarddesk.services.workspace import Services

Asked = tuple[date, date | None, date | None]
"""As of which day, and from which day to which."""
REMEMBERED = 4
"""So many judgments of the record before a change are kept to take over from."""


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
    """Judges a record as of a day and keeps the last answers; `stood` gives the record as it stood on a day.

    After a change only what it can touch is judged anew.
    """

    def __init__(self, stood: Callable[[date], Record]) -> None:
        self._stood = stood
        self._record: Record | None = None
        self._kept: dict[Asked, Judgment] = {}
        self._before: dict[Asked, Judgment] = {}
        self._cases: dict[date, Case] = {}
        self._aside: Judgment | None = None

    def findings(
        self, record: Record, day: date, since: date | None = None, until: date | None = None
    ) -> tuple[Finding, ...]:
        """The findings as of `day`, judged once for each record."""
        return self.judgment(record, day, since, until).findings

    def judgment(self, record: Record, day: date, since: date | None = None, until: date | None = None) -> "Judgment":
        """The same, with what was judged anew for this record."""
        from boarddesk.rules.rejudge import judgment

        self._turn_to(record)
        key = (day, since, until)
        if key not in self._kept:
            before = self._before.get(key)
            # Other years than the last are mostly asked for once: notes are taken from the second time on.
            lay = _watched if before else laid_out
            case = self.case(record, day) if since is None else lay(self._stood(day), day, since, until)
            self._kept[key] = judgment(record, case, before)
        return self._kept[key]

    def ahead(self, record: Record, day: date) -> Iterator[None]:
        """Judge in short steps, so that nobody waits for all of it; what comes of it is kept for `findings`.

        Ends early where the record has moved on meanwhile.
        """
        from boarddesk.rules.rejudge import judging

        self._turn_to(record)
        key = (day, None, None)
        if key in self._kept:
            return
        case = self.case(record, day)
        yield
        steps = judging(record, case, self._before.get(key))
        while self._record is record:
            try:
                next(steps)
            except StopIteration as end:
                self._kept[key] = end.value
                return
            yield

    def aside(self, record: Record, day: date) -> "Judgment":
        """A judgment to compare with, as of any day: made off the window's thread, it alters nothing that is kept."""
        from boarddesk.rules.rejudge import judgment

        kept = self._kept.get((day, None, None))
        if kept is not None and kept.whole is record:
            return kept
        found = self._aside
        if found is None or found.whole is not record or found.case.as_of != day:
            found = self._aside = judgment(record, _watched(as_of(record, day), day))
        return found

    def supposed(self, record: Record, supposed: Record, day: date) -> tuple[Finding, ...]:
        """The findings as of `day` on a record that might be: judged is only what sets it apart from `record`."""
        from boarddesk.rules.rejudge import judgment

        return judgment(supposed, _watched(as_of(supposed, day), day), self.aside(record, day)).findings

    def case(self, record: Record, day: date) -> "Case":
        """The record as of `day` laid out for the rules, made once for each record: what its findings were made of."""
        self._turn_to(record)
        case = self._cases.get(day)
        if case is None:
            case = _watched(self._stood(day), day)
            self._cases = {day: case}
        return case

    def _turn_to(self, record: Record) -> None:
        if self._record is not record:
            older = {asked: found for asked, found in self._before.items() if asked not in self._kept}
            before = list((older | self._kept).items())[-REMEMBERED:]
            self._record, self._before, self._kept, self._cases = record, dict(before), {}, {}


def _watched(record: Record, day: date, since: date | None = None, until: date | None = None) -> "Case":
    from boarddesk.rules.reads import Watched

    return laid_out(Watched(record), day, since, until)


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
