"""A duty owed to each of several is one row of its own, and is done only once it is done for all of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from boarddesk.domain.meetings import AgendaItem, ItemType
from boarddesk.domain.motions import Motion, MotionKind, PayComponent, Result
from boarddesk.domain.row import Row
from boarddesk.services.work_plan import PlanRow, work_plan
from boarddesk.services.workspace import Services, open_company
from boarddesk.ui.work_plan_lines import plan_lines

OCTOBER, DECEMBER = "2026-10-21-compensation", "2026-12-02-compensation"
OFFICERS = ("delacroix", "abernethy-ruiz", "nkemelu", "draskovic-hall", "oyelaran-fitch", "haverkamp")


@pytest.fixture
def services(sample_file: Path, tmp_path: Path) -> Iterator[Services]:
    path = tmp_path / sample_file.name
    path.write_bytes(sample_file.read_bytes())
    made = open_company(path)
    yield made
    made.close()


def keep(services: Services, *rows: Row) -> None:
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)


def row_of(services: Services, clause: str) -> PlanRow:
    found = [row for row in work_plan(services, 2026).rows if row.id == clause]
    assert len(found) == 1
    return found[0]


def approved(*people: str) -> Motion:
    """A motion of the committee in October on the pay of some officers."""
    return Motion(
        id="c-oct", number="C-2026-99", body="compensation", meeting=OCTOBER, text="RESOLVED.",
        kind=MotionKind.EXECUTIVE_PAY, subjects=people, components=tuple(PayComponent),
        result_stated=Result.CARRIED,
    )  # fmt: skip


def unplanned(services: Services) -> None:
    """December without items on pay."""
    items = services.record.where(AgendaItem, "meeting", DECEMBER)
    pay = [item for item in items if item.type is ItemType.EXECUTIVE_PAY]
    keep(services, *(replace(item, type=ItemType.OTHER, clauses=()) for item in pay))


def test_pay_of_the_officers_and_the_slate_are_rows_of_their_own(services: Services) -> None:
    lines = plan_lines(work_plan(services, 2026).rows, editable=False)
    shown = [(line.title, line.label) for line in lines]
    assert ("Pay of the chief executive officer", "GL-1.7") in shown
    assert ("Pay of the other executive officers", "GL-1.8") in shown
    assert ("Slate of nominees", "GL-2.2a") in shown
    assert len({label for _, label in shown}) == len(shown)


def test_approved_for_some_officers_it_is_still_planned_for_the_others(services: Services) -> None:
    keep(services, approved(*OFFICERS[:4]))
    row = row_of(services, "GL-1.8")
    assert {mark.meeting: mark.state for mark in row.marks} == {OCTOBER: "done", DECEMBER: "planned"}
    assert row.outcome == "2 Dec"
    assert "has not been approved yet" in row.says


def test_approved_for_some_officers_and_planned_nowhere_it_has_no_meeting_yet(services: Services) -> None:
    keep(services, approved(*OFFICERS[:4]))
    unplanned(services)
    row = row_of(services, "GL-1.8")
    assert [gap.period for gap in row.gaps] == ["FY2026"]
    assert [one.meeting for one in row.proposed] == [DECEMBER]


def test_approved_for_all_it_is_done(services: Services) -> None:
    keep(services, approved(*OFFICERS))
    unplanned(services)
    row = row_of(services, "GL-1.8")
    assert (row.gaps, row.outcome) == ((), "Done 21 Oct")
    assert services.day < date(2026, 12, 2)
