"""Moving the as-of day within a period in which nothing happens changes only what a deadline in between decides."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boarddesk.domain.finding import Finding
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.record import Record
from boarddesk.domain.tables import TABLES
from boarddesk.rules.books import built_in
from boarddesk.rules.engine import evaluate
from boarddesk.rules.inquiry import CARRY
from boarddesk.rules.months import add_months
from boarddesk.rules.params import Parameters
from boarddesk.rules.words import on
from boarddesk.services.workspace import open_company
from tests.rules.test_properties import FULL

ONE_DAY = timedelta(days=1)
Key = tuple[str, str, str]
Stretch = tuple[date, date]


def days_in(value: object) -> Iterator[date]:
    """Every day that a value names, however deep."""
    if isinstance(value, datetime):
        yield value.date()
    elif isinstance(value, date):
        yield value
    elif isinstance(value, tuple):
        yield from (day for one in value for day in days_in(one))
    elif isinstance(value, msgspec.Struct):
        yield from (day for field in value.__struct_fields__ for day in days_in(getattr(value, field)))


def quiet(record: Record, first: date, last: date) -> list[Stretch]:
    """The stretches of two days or more within one quarter, on none of which anything on record happened."""
    events = {day for kind in TABLES for row in record.all(kind) for day in days_in(row)}
    # Answers that grow too old to speak for a day are no deadline of anybody's, but change what is known.
    months = Parameters(record, built_in()).value(CARRY, last).number
    events |= {add_months(q.received_on, months) + ONE_DAY for q in record.all(Questionnaire) if q.received_on}
    calendar = FiscalCalendar(record.company.fiscal_year_end)
    found: list[Stretch] = []
    begun, day = first, first
    while day <= last:
        following = day + ONE_DAY
        if day in events:
            begun = following
        elif following in events or following > last or calendar.quarter_of(following) != calendar.quarter_of(day):
            found.extend([(begun, day)] if begun < day else [])
            begun = following
        day = following
    return found


def judged(record: Record, day: date) -> dict[Key, Finding]:
    return {(f.clause, f.subject, f.period): f for f in evaluate(record, day, built_in())}


def decided_between(earlier: Finding, later: Finding, first: date, last: date) -> bool:
    """Whether a deadline of either passed after the first day, or came near: thirty days, or the month it ends."""
    dues = {finding.due for finding in (earlier, later) if finding.due is not None}
    turns = (timedelta(days=n) for n in (1, -29, -30))
    return any(first < due + turn <= last for turn in turns for due in dues)


def assert_quiet(record: Record, first: date, last: date) -> None:
    before, after = judged(record, first), judged(record, last)
    assert before.keys() == after.keys()
    for key, earlier in before.items():
        later = after[key]
        if not decided_between(earlier, later, first, last):
            for field in ("status", "evidence", "responsible", "title", "subject_label", "remedy"):
                assert getattr(earlier, field) == getattr(later, field), (key, field, first, last)
            assert undated(earlier.missing, first) == undated(later.missing, last)


def undated(missing: tuple[str, ...], day: date) -> list[str]:
    """What is missing, without the as-of day where the words name it."""
    return [gap.replace(on(day), "that day") for gap in missing]


STRETCHES = quiet(FULL, date(2024, 3, 1), date(2026, 6, 30))
SPOTS = st.tuples(st.floats(0, 1), st.floats(0, 1))


def within(stretch: Stretch, spots: tuple[float, float]) -> Stretch:
    """Two days of a stretch, the earlier first."""
    low, high = sorted(round(spot * (stretch[1] - stretch[0]).days) for spot in spots)
    return stretch[0] + timedelta(days=low), stretch[0] + timedelta(days=high)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(STRETCHES), SPOTS)
def test_quiet_days_change_nothing_but_what_falls_due(stretch: Stretch, spots: tuple[float, float]) -> None:
    assert_quiet(FULL, *within(stretch, spots))


@pytest.fixture(scope="module")
def record(sample_file: Path) -> Iterable[Record]:
    services = open_company(sample_file, write=False)
    yield services.record
    services.close()


@cache
def stretches_of(record: Record) -> list[Stretch]:
    return quiet(record, date(2025, 1, 1), date(2028, 6, 30))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), SPOTS)
def test_so_it_is_at_the_sample_company(record: Record, data: st.DataObject, spots: tuple[float, float]) -> None:
    assert_quiet(record, *within(data.draw(st.sampled_from(stretches_of(record))), spots))


def test_something_does_fall_due_on_quiet_days() -> None:
    """The property is not kept for want of anything to see."""
    turns = {
        (a.status, b.status)
        for first, last in STRETCHES
        for (key, a), b in zip(judged(FULL, first).items(), judged(FULL, last).values(), strict=True)
        if a.status is not b.status
    }
    assert len(turns) >= 3
