"""The secretary builds the December agenda from nothing with the keyboard, and issues it."""

import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from secretary import Secretary, pdf_text

from boarddesk.domain.governance import PlannedDuty
from boarddesk.domain.meetings import AgendaItem, AgendaRequest, ItemType, RequestOutcome
from boarddesk.domain.motions import Action, Motion, MotionKind, Result
from boarddesk.domain.notices import Issue
from boarddesk.domain.packets import CoverMemo, PacketPart
from boarddesk.domain.papers import ExpectedPaper, Paper
from boarddesk.services import documents
from boarddesk.services.workspace import open_company

MEETING = "2026-12-03-board"


@pytest.fixture
def bare_desk(desk: Secretary, sample_copy: Path) -> Secretary:
    """The sample company before anybody thought of December: the meeting is on the calendar and that is all."""
    services = open_company(sample_copy)
    record = services.record
    gone: list[Any] = []
    for kind in (PlannedDuty, Paper, ExpectedPaper, CoverMemo, PacketPart, AgendaItem):
        gone += [(kind, row.id, None) for row in record.where(kind, "meeting", MEETING)]
    asked = [row for row in record.all(AgendaRequest) if row.meeting == MEETING]
    services.bus.run_restoring("Fixture", "Fixture", [(AgendaRequest, row.id, None) for row in asked] + gone, 1)
    services.close()
    desk.open(sample_copy)
    return desk


def titles(desk: Secretary) -> list[str]:
    items = sorted(
        desk.record.where(AgendaItem, "meeting", MEETING), key=lambda i: (i.position, i.type is ItemType.BREAK)
    )
    return [item.title for item in items]


def choose(table: Any, title: str) -> None:
    """The row of an item, with the focus on it."""
    assert table.select(next(line.item.id for line in table.model.lines if line.item.title == title))
    table.view.setFocus()


def drag(table: Any, title: str, below: str) -> None:
    """Let an item go over the lower half of another."""
    lines = {line.item.title: line.item for line in table.model.lines}
    table.view.scrollToTop()
    row = table.model.row_of(lines[below].id)
    spot = QPoint(200, table.view.rowViewportPosition(row) + table.view.rowHeight(row) - 3)
    table.drop(lines[title].id, spot)


def test_the_december_agenda_is_built_in_two_minutes(bare_desk: Secretary) -> None:
    desk = bare_desk
    began = time.monotonic()
    page: Any = desk.page("Meetings")
    page.show_target((MEETING, "agenda"))
    desk.settle()
    tab = page.view.current()
    assert desk.sees("No items yet")

    # Last year's agenda, with the minutes that wait by themselves.
    desk.press("Ctrl+Shift+L", tab.table)
    assert "Financial plan for 2027" in titles(desk)
    assert titles(desk)[1] == "Approve minutes of the regular meeting of October 22, 2026"
    approving = [m for m in desk.record.where(Motion, "meeting", MEETING) if m.kind is MotionKind.APPROVE_MINUTES]
    assert [motion.approves_minutes_of for motion in approving] == ["2026-10-22-board"]

    # What was deferred in October, what a director asked for, and the open actions: all that waits, in one step.
    waiting = [row[1] for row in tab.waiting.offers.texts()]
    assert {"Executive succession", "The insurance of credit risk on distributors"} <= set(waiting)
    desk.press("Ctrl+Shift+T", tab.table)
    assert {"Executive succession", "The insurance of credit risk on distributors", "Open actions"} <= set(titles(desk))
    assert desk.record.get(AgendaRequest, "req-2026-4").outcome is RequestOutcome.PLACED
    assert desk.record.get(Action, "2026-10-22-board-a1").carried_to == MEETING
    assert desk.sees("Waiting 0")

    # In order: by key and by mouse; a break; three items by one vote, one of them pulled out again.
    view = tab.table.view
    choose(tab.table, "Executive succession")
    place = titles(desk).index("Executive succession")
    desk.press("Alt+Up", view)
    assert titles(desk).index("Executive succession") == place - 1
    drag(tab.table, "Open actions", below=titles(desk)[1])
    desk.settle()
    assert titles(desk)[2] == "Open actions"
    desk.press("B", view)
    assert "Break" in titles(desk)
    parts = titles(desk)[3:6]
    for title in parts:
        choose(tab.table, title)
        desk.press("Alt+Right", view)
    inside = [i.title for i in desk.record.where(AgendaItem, "meeting", MEETING) if i.within]
    assert sorted(inside) == sorted(parts)
    choose(tab.table, parts[1])
    desk.press("Alt+Left", view)
    left = {i.title for i in desk.record.where(AgendaItem, "meeting", MEETING) if i.within}
    assert left == {parts[0], parts[2]}
    order = titles(desk)
    assert order.index(parts[1]) == order.index("Consent agenda") + 3

    # Issued: the copy that went out is what is shown, whatever the agenda becomes.
    desk.click("Issue the agenda…", {"Others": "outside counsel"})
    issue = desk.record.where(Issue, "meeting", MEETING)[0]
    assert len(issue.people) == 9
    assert issue.others == ("outside counsel",)
    choose(tab.table, parts[1])
    desk.press("Del", view)
    assert parts[1] not in titles(desk)
    tab.strip.settle()
    assert desk.sees("Issued 12 Nov 2026 to 9 people and outside counsel; changed since")
    desk.click("Agenda as issued")
    assert desk.here is desk.window.desk.pages["documents"]
    agenda = pdf_text(documents.agenda_pdf(desk.services, MEETING))
    assert parts[1] in agenda
    assert "issued 12 Nov 2026" in agenda
    script = pdf_text(documents.chair_script_pdf(desk.services, MEETING))
    assert parts[1] not in script
    assert "The consent agenda holds items" in script
    assert time.monotonic() - began < 120


def test_a_template_of_her_own_is_kept_and_used(bare_desk: Secretary) -> None:
    desk = bare_desk
    page: Any = desk.page("Meetings")
    page.show_target((MEETING, "agenda"))
    desk.settle()
    tab = page.view.current()
    desk.press("Ctrl+Shift+L", tab.table)
    desk.click("Keep this agenda as a template…", {"Name": "December, with the plan"})
    page.show_target(("2027-12-02-board", "agenda"))
    desk.settle()
    desk.click("December, with the plan")
    kept = [i.title for i in desk.record.where(AgendaItem, "meeting", "2027-12-02-board")]
    assert "Financial plan for 2027" in kept


def test_what_a_committee_recommends_is_put_to_the_board(bare_desk: Secretary) -> None:
    desk = bare_desk
    desk.services.bus.run_restoring(
        "Fixture", "Fixture",
        [(Motion, "a2026-90", Motion(
            id="a2026-90", number="A2026-90", body="audit", consent=None, meeting="2026-11-10-audit",
            text="RESOLVED, that the Board be, and it hereby is, recommended to adopt the treasury policy.",
            kind=MotionKind.RECOMMEND, result_stated=Result.CARRIED, stated_by="Minutes"))], 1,
    )  # fmt: skip
    page: Any = desk.page("Meetings")
    page.show_target((MEETING, "agenda"))
    desk.settle()
    desk.click("Recommendations of committees…", {})
    item = next(i for i in desk.record.where(AgendaItem, "meeting", MEETING) if i.recommendation == "a2026-90")
    assert (item.title, item.purpose.value) == ("Adopt the treasury policy", "decide")
    page.show_target(("2026-11-10-audit", "overview"))
    desk.settle()
    table = desk.tables(page.view)[0]
    second = next(column.second for column in table.model.columns if column.second is not None)
    said = [second(line.item) for line in table.model.lines if line.item.id == "a2026-90"]
    assert said[0].startswith("On the Board’s agenda of 3 Dec 2026.")
