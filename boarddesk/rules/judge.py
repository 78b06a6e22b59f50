"""What a rule speaks through: the clause being judged, its parameters, and findings made in its name."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import msgspec

from boarddesk.domain.committees import Committee
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.people import Person
from boarddesk.domain.row import Row
from boarddesk.rules.books import Clause
from boarddesk.rules.case import Case, Period
from boarddesk.rules.params import Value
from boarddesk.rules.words import on

COMPANY = "company"
EXCHANGE = "nasdaq"
"""The book of the exchange, which binds a company from its listing on."""
Check = Callable[[Case, "Judge"], Iterator[Finding]]


class Rule(msgspec.Struct, frozen=True):
    """One clause's rule: yields findings, one per subject and period."""

    clause: str
    check: Check


def rule(clause: str) -> Callable[[Check], Rule]:
    """Mark a function as the rule of a clause; the engine finds it by its module."""
    return lambda check: Rule(clause, check)


class Judge:
    """Makes the findings of one clause; holds no state of its own but cached names."""

    def __init__(self, clause: Clause, case: Case) -> None:
        self.clause = clause
        self.case = case
        self._names = {COMPANY: case.record.company.brief}
        self._listed = case.record.company.listing_date if clause.book == EXCHANGE else None

    def value(self, key: str, day: date) -> Value:
        """A parameter's value in force on a day."""
        return self.case.parameters.value(key, day)

    def find(
        self,
        status: Status,
        because: str,
        period: Period | date,
        subject: Row | str = COMPANY,
        *,
        evidence: Iterable[Row] = (),
        missing: tuple[str, ...] = (),
        due: date | None = None,
        remedy: str = "",
        relied: tuple[Value, ...] = (),
        responsible: str = "",
    ) -> Finding:
        """A finding of this clause; a date as period stands for itself, the company is the subject by default."""
        clause, case = self.clause, self.case
        day, name = (period.cut, period.id) if isinstance(period, Period) else (period, period.isoformat())
        if self._listed is not None and day < self._listed:
            # Before its listing a company owes the exchange nothing.
            status, because = Status.NOT_APPLICABLE, f"The company was first listed on {on(self._listed)}."
            missing, due, remedy, relied = (), None, "", ()
        return Finding(
            clause=clause.id,
            origin=clause.origin,
            kind=clause.kind,
            subject=subject if isinstance(subject, str) else subject.id,
            period=name,
            status=status,
            because=because[:-1] if because.endswith("..") else because,
            evidence=case.labels.all(evidence) if evidence else (),
            missing=missing,
            responsible=responsible or case.body(clause.body, day),
            due=due,
            parameters=tuple([value.used for value in relied]),
            title=clause.title,
            subject_label=self._label(subject),
            remedy=remedy,
        )

    def ahead(self, period: Period) -> Finding:
        """A period that has not begun: nothing is due yet."""
        return self.find(Status.NOT_YET_DUE, f"{period.label} begins on {on(period.first)}.", period)

    def _label(self, subject: Row | str) -> str:
        if isinstance(subject, str):
            if subject not in self._names:
                row = self.case.record.find(Person, subject) or self.case.record.find(Committee, subject)
                self._names[subject] = row.name if row else subject
            return self._names[subject]
        if isinstance(subject, Meeting):
            return f"{self.case.labels.kind_of(subject)} of {self.case.labels.meeting(subject).rsplit(', ', 1)[-1]}"
        return self.case.labels.of(subject).label
