"""Judging after a change gives what judging everything gives, and judges anew only what the change can touch."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from boarddesk.domain.asof import as_of
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.finding import Finding
from boarddesk.domain.independence import Determination
from boarddesk.domain.meetings import AgendaItem, Meeting, PresenceKind, PresenceStamp
from boarddesk.domain.motions import Motion, Vote
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.tables import TABLES
from boarddesk.rules.books import built_in
from boarddesk.rules.case import Span
from boarddesk.rules.engine import evaluate, laid_out
from boarddesk.rules.reads import Watched
from boarddesk.rules.rejudge import Judgment, judgment
from boarddesk.services.workspace import open_company

DAY = date(2026, 11, 12)
LONG = Span(2020, 2026)


@pytest.fixture(scope="module")
def record(sample_file: Path) -> Iterable[Record]:
    services = open_company(sample_file, write=False)
    for kind in TABLES:
        services.record.all(kind)
    yield services.record
    services.close()


def judged(record: Record, before: Judgment | None = None, day: date = DAY, span: Span | None = None) -> Judgment:
    return judgment(record, laid_out(Watched(as_of(record, day)), day, built_in(), span), before)


def fully(record: Record, day: date = DAY, span: Span | None = None) -> tuple[Finding, ...]:
    return evaluate(record, day, built_in(), span)


@st.composite
def steps(draw: st.DrawFn) -> list[tuple[str, int, int, int, int]]:
    """What to do to which table, row and field, with what from another row: numbers, counted round whatever is there."""
    kinds = st.sampled_from(["alter", "alter", "alter", "add", "remove"])
    number = st.integers(0, 10_000)
    return draw(st.lists(st.tuples(kinds, number, number, number, number), min_size=1, max_size=4))


def done(record: Record, step: tuple[str, int, int, int, int]) -> Record:
    """The record with one row added or removed, or one field as another row of its table has it."""
    deed, kind, row, field, other = step
    tables = [table for table in TABLES if record.all(table)]
    rows: tuple[Any, ...] = record.all(tables[kind % len(tables)])
    chosen, model = rows[row % len(rows)], rows[other % len(rows)]
    if deed == "remove":
        return record.changed(removed=[(type(chosen), chosen.id)])
    if deed == "add":
        return record.changed(put=[replace(chosen, id=f"{chosen.id[:70]}-again")])
    # A parameter with the value of another one is nothing that could be entered.
    fixed = {"id", "key", "value"} if isinstance(chosen, ParameterValue) else {"id"}
    fields = [name for name in chosen.__struct_fields__ if name not in fixed]
    name = fields[field % len(fields)]
    return record.changed(put=[replace(chosen, **{name: getattr(model, name)})])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps())
def test_whatever_changes_the_findings_are_those_of_judging_everything(record: Record, changes: Any) -> None:
    before = judged(record)
    for step in changes:
        record = done(record, step)
        before = judged(record, before)
        assert before.findings == fully(record), step


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps())
def test_that_holds_of_many_years_too(record: Record, changes: Any) -> None:
    before = judged(record, span=LONG)
    for step in changes:
        record = done(record, step)
        before = judged(record, before, span=LONG)
        assert before.findings == fully(record, span=LONG), step


def board_meeting(record: Record) -> Meeting:
    """The last board meeting that was held."""
    held = [m for m in record.all(Meeting) if m.body == "board" and m.adjourned is not None and m.day <= DAY]
    return max(held, key=lambda m: m.starts)


def anew(record: Record, *rows: Row) -> set[str]:
    """The clauses that are judged anew once rows are put."""
    return set(judged(record.changed(put=rows), judged(record)).anew)


def test_without_a_change_nothing_is_judged_anew(record: Record) -> None:
    found = judged(record, judged(record))
    assert found.anew == ()
    assert found.findings == fully(record)


def test_a_note_at_a_meeting_touches_only_what_reads_its_agenda(record: Record) -> None:
    item = record.where(AgendaItem, "meeting", board_meeting(record).id)[0]
    assert anew(record, replace(item, text="The chair reported on the quarter.")) == {"GL-1.3"}


def test_presence_at_a_meeting_touches_neither_pay_nor_filings_nor_questionnaires(record: Record) -> None:
    stamp = record.where(PresenceStamp, "meeting", board_meeting(record).id)[0]
    touched = anew(record, replace(stamp, kind=PresenceKind.ABSENT))
    assert touched >= {"GL-3.4", "LAW-DE-141b-Q", "LAW-DE-141b-V", "LAW-SK-407b-75"}
    assert len(touched) < 12
    others = (
        "LAW-8K",
        "LAW-NQ-IND",
        "PR-IND",
        "GL-1.7",
        "GL-1.8",
        "GL-6.2",
        "LAW-NQ-5605c",
        "LAW-NQ-5605d",
        "LAW-SK-40",
    )
    assert not [clause for clause in touched if clause.startswith(others) and not clause.startswith("LAW-SK-407b")]


def test_a_meeting_of_one_committee_does_not_touch_another(record: Record) -> None:
    met = max((m for m in record.all(Meeting) if m.body == "audit" and m.day <= DAY), key=lambda m: m.starts)
    touched = anew(record, replace(met, called_to_order=met.starts + timedelta(minutes=7)))
    assert "LAW-DE-141c4" in touched
    assert not touched & {"GL-1.2", "GL-3.5", "LAW-NQ-5605d-IND", "GL-1.7", "LAW-DE-141b-Q"}


def test_a_determination_touches_independence_but_no_meeting(record: Record) -> None:
    touched = anew(record, replace(record.all(Determination)[-1], decided_on=DAY))
    assert touched >= {"PR-IND-DET", "LAW-NQ-5605b1", "LAW-NQ-IND-A"}
    assert not touched & {"GL-1.2", "GL-1.3", "LAW-DE-141b-Q", "LAW-DE-229", "LAW-8K-507"}


def test_what_everything_rests_on_judges_everything_anew(record: Record) -> None:
    clauses = {clause.id for clause in built_in().clauses}
    assert anew(record, replace(record.all(Person)[0], name="Another Name")) == clauses
    assert anew(record, replace(record.company, fiscal_year_end="06-30")) == clauses


def test_another_day_or_other_years_judge_everything_anew(record: Record) -> None:
    before = judged(record)
    later = judged(record, before, DAY + timedelta(days=1))
    assert len(later.anew) == len(later.case.books.clauses)
    assert later.findings == fully(record, DAY + timedelta(days=1))
    longer = judged(record, before, span=LONG)
    assert len(longer.anew) == len(longer.case.books.clauses)


def test_a_record_that_begins_earlier_has_other_periods(record: Record) -> None:
    oldest = min(record.all(Meeting), key=lambda m: m.starts)
    before = judged(record, span=LONG)
    found = judged(
        record.changed(put=[replace(oldest, starts=oldest.starts - timedelta(days=3000))]), before, span=LONG
    )
    assert len(found.anew) == len(found.case.books.clauses)


def test_what_was_judged_without_notes_is_taken_over_by_nobody(record: Record) -> None:
    plain = judgment(record, laid_out(as_of(record, DAY), DAY, built_in()))
    found = judged(record, plain)
    assert len(found.anew) == len(found.case.books.clauses)
    assert plain.findings == found.findings


def test_what_is_counted_once_touches_all_who_use_the_count(record: Record) -> None:
    """The quorum at a vote is worked out for the clause that asks first; the others rest on the same rows."""
    found = judged(record)
    motion = next(
        m for m in record.where(Motion, "meeting", board_meeting(record).id) if record.where(Vote, "motion", m.id)
    )
    looks = {(Vote, "motion", motion.id)}
    resting = {
        clause.id
        for one, clause in zip(found.clauses, found.case.books.clauses, strict=True)
        if one.reads.touched(looks, {})
    }
    assert resting >= {"LAW-DE-141b-Q", "LAW-DE-141b-V"}
    assert not resting & {"LAW-DE-141c4", "GL-1.2", "PR-IND-DET"}
