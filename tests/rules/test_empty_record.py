"""Absence of data is never compliance: on an empty record no clause is followed, recorded or without a shortfall."""

from datetime import date

import pytest

from boarddesk.domain.company import Company
from boarddesk.domain.finding import Status
from boarddesk.domain.people import Appointment, How, Person
from boarddesk.domain.record import Record
from boarddesk.rules.books import Clause, built_in
from boarddesk.rules.case import Case
from boarddesk.rules.engine import judge_clause

DAY = date(2026, 11, 12)
GOOD = frozenset({Status.MET, Status.RECORDED, Status.EXCEPTION_RELIED_ON, Status.IN_CURE})
NOTHING = Record.of([])
NAMED = Record.of([Company(id="company", name="Acme, Inc.", listing_date=date(2015, 6, 1))])
ONE_DIRECTOR = Record.of(
    [
        Company(id="company", name="Acme, Inc."),
        Person(id="ann", name="Ann Arden"),
        Appointment(id="a", person="ann", class_="I", how=How.INITIAL, start=date(2024, 1, 1)),
    ]
)


@pytest.mark.parametrize("clause", built_in().clauses, ids=lambda clause: clause.id)
@pytest.mark.parametrize("record", [NOTHING, NAMED], ids=["nothing", "a name"])
def test_nothing_on_record_is_never_good(record: Record, clause: Clause) -> None:
    for finding in judge_clause(Case(record, DAY, built_in(), None), clause):
        assert finding.status not in GOOD, finding.because
        if finding.status is Status.CANNOT_JUDGE:
            assert finding.missing, finding.because


@pytest.mark.parametrize("clause", built_in().clauses, ids=lambda clause: clause.id)
def test_what_cannot_be_judged_names_what_is_missing(clause: Clause) -> None:
    for finding in judge_clause(Case(ONE_DIRECTOR, DAY, built_in(), None), clause):
        if finding.status is Status.CANNOT_JUDGE:
            assert finding.missing, finding.because
