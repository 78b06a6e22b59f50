from datetime import date
from typing import Any

import pytest

from boarddesk.domain.asof import as_of as stood
from boarddesk.domain.finding import Status
from boarddesk.rules.books import built_in
from boarddesk.rules.case import Case
from boarddesk.rules.clocks import clock_from, days_in, form_8k_clock
from boarddesk.rules.engine import judge_clause
from boarddesk.rules.filed import all_clocks, answered
from boarddesk.rules.happened import facts, happened
from boarddesk.rules.starting_facts import Item
from tests.rules.rows import base_tables, merged, record_of

CLAUSES = [item.clause for item in Item] + ["LAW-NQ-5620a", "LAW-NQ-5620b", "LAW-NQ-5620c"]
RESIGNED = {"id": "ben-1", "notice_on": "2025-11-07", "end": "2025-12-31", "end_reason": "resigned"}


def case_of(day: date, **tables: list[dict[str, Any]]) -> Case:
    return Case(stood(record_of(merged(base_tables("board"), tables)), day), day, built_in(), None)


def test_a_clock_names_each_day_counted_and_each_holiday_passed_over() -> None:
    case = case_of(date(2025, 12, 15))
    clock = form_8k_clock(case, case.record.company, "Something", date(2025, 11, 7))
    assert clock.counted == (date(2025, 11, 10), date(2025, 11, 12), date(2025, 11, 13), date(2025, 11, 14))
    assert clock.skipped == ((date(2025, 11, 11), "Veterans Day"),)
    assert (clock.due, clock.days) == (date(2025, 11, 14), 4)
    assert clock.words == (
        "Four SEC business days after 7 Nov 2025: 10 Nov, 12 Nov, 13 Nov and 14 Nov 2025. "
        "Not counted: 11 Nov 2025 (Veterans Day)."
    )


@pytest.mark.parametrize(
    ("starts", "why", "due"),
    [
        (date(2025, 8, 9), "a Saturday", date(2025, 8, 14)),
        (date(2025, 8, 10), "a Sunday", date(2025, 8, 14)),
        (date(2025, 11, 11), "Veterans Day", date(2025, 11, 17)),
        (date(2026, 4, 3), "", date(2026, 4, 9)),
    ],
)
def test_a_clock_says_where_it_starts_on_a_closed_day(starts: date, why: str, due: date) -> None:
    case = case_of(date(2026, 6, 15))
    clock = form_8k_clock(case, case.record.company, "Something", starts)
    assert (clock.start_closed, clock.due) == (why, due)
    assert (f"({why})" in clock.words) is bool(why)


def test_closings_count_from_the_day_their_list_is_in_force_and_are_named_as_relied_on() -> None:
    own = [
        {"id": "p1", "key": "sec_closings", "value": "9 Jan 2025, 24 December 2025", "effective_from": "2025-01-02"},
        {"id": "p2", "key": "sec_closings", "value": "none", "effective_from": "2025-12-01"},
    ]
    case = case_of(date(2026, 6, 15), parameter_values=own)
    january = form_8k_clock(case, case.record.company, "Something", date(2025, 1, 6))
    assert january.skipped == ((date(2025, 1, 9), "SEC closed"),)
    assert [value.used.key for value in january.relied] == ["form_8k_days", "sec_closings"]
    december = form_8k_clock(case, case.record.company, "Something", date(2025, 12, 22))
    assert december.skipped == ((date(2025, 12, 25), "Christmas Day"),)
    assert [value.used.key for value in december.relied] == ["form_8k_days"]


def test_days_are_read_as_people_write_them() -> None:
    assert days_in(["9 Jan 2025; 2025-02-30, 3 Foo 2025", "2025-12-24, 1 March 2026"]) == {
        date(2025, 1, 9), date(2025, 12, 24), date(2026, 3, 1),
    }  # fmt: skip


def test_another_number_of_days() -> None:
    case = case_of(date(2026, 6, 15))
    two = case.parameters.value("director_letter_days", date(2025, 8, 21))
    assert clock_from(case, case.record.company, "Letter", date(2025, 8, 21), two).due == date(2025, 8, 25)


def test_what_happened_in_a_time_is_told_once_and_in_order() -> None:
    events = [{"id": "e", "kind": "public_reprimand", "on": "2025-09-01"}]
    case = case_of(date(2025, 12, 15), appointments=[dict(RESIGNED)], events=events)
    found = happened(case, date(2025, 5, 1), date(2025, 12, 15))
    assert [(fact.item, fact.day, fact.title) for fact in found] == [
        (Item.VOTE, date(2025, 5, 15), "Votes at the annual meeting of stockholders"),
        (Item.LISTING, date(2025, 9, 1), "Public reprimand"),
        (Item.DEPARTURE, date(2025, 11, 7), "Resignation of Ben Brook"),
    ]
    assert [fact.keys for fact in found] == [("meetings:am-25",), ("events:e",), ("appointments:ben-1",)]


def test_a_filing_answers_from_the_day_it_is_made() -> None:
    def entry(day: date, **tables: list[dict[str, Any]]) -> Any:
        return answered(case_of(day, appointments=[dict(RESIGNED)], **tables), Item.DEPARTURE)[0]

    filed = [{"id": "f", "kind": "form_8k", "made_on": "2025-11-12", "items": ["5.02(b)"], "person": "ben"}]
    assert entry(date(2025, 11, 14)).filing is None
    assert entry(date(2025, 11, 11), filings=filed).filing is None
    assert entry(date(2025, 11, 12), filings=filed).filing.id == "f"


def test_clocks_by_the_day_they_end() -> None:
    case = case_of(date(2025, 12, 15), appointments=[dict(RESIGNED)])
    found = all_clocks(case, date(2025, 5, 21), date(2025, 11, 14))
    assert [(entry.fact.item, entry.clock.due) for entry in found] == [
        (Item.VOTE, date(2025, 5, 21)),
        (Item.DEPARTURE, date(2025, 11, 14)),
    ]
    assert not all_clocks(case, date(2025, 5, 22), date(2025, 11, 13))


def test_a_fact_of_tomorrow_is_unknown_today() -> None:
    case = case_of(date(2025, 11, 6), appointments=[dict(RESIGNED)])
    assert facts(case, Item.DEPARTURE) == ()


@pytest.mark.parametrize("clause", CLAUSES)
def test_no_clause_is_followed_on_an_empty_record(clause: str) -> None:
    case = Case(record_of({}), date(2025, 12, 15), built_in(), None)
    found = list(judge_clause(case, built_in().get(clause)))
    assert found
    assert not {finding.status for finding in found} & {Status.MET, Status.NOT_MET, Status.OVERDUE}
