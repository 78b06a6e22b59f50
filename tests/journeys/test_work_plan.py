"""She lays the year's duties on its meetings: accepts, drags, undoes, and finds a cancelled meeting's duties again."""

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from secretary import Secretary

from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting
from boarddesk.ui.widgets.work_plan_grid import WorkPlanGrid

AUDIT, OCTOBER = "2027-12-01-audit", "2027-10-20-audit"


def plan_of(desk: Secretary) -> WorkPlanGrid:
    found = [grid for grid in desk.here.findChildren(WorkPlanGrid) if grid.isVisible()]
    assert found, "no work plan is in sight"
    return found[0]


def marks(desk: Secretary, clause: str) -> dict[Any, str]:
    """Where a duty stands, as the grid shows it."""
    line = next(line for line in plan_of(desk).rows.lines if line.key == clause)
    return {meeting: cell.status for meeting, cell in line.cells.items()}


def outcome(desk: Secretary, clause: str) -> str:
    return next(line.outcome for line in plan_of(desk).rows.lines if line.key == clause)


def agenda(desk: Secretary, meeting: str) -> list[str]:
    items = sorted(desk.record.where(AgendaItem, "meeting", meeting), key=lambda item: item.position)
    return [item.title for item in items]


def drag(desk: Secretary, clause: str, source: str, target: str) -> None:
    """Take a mark with the mouse and let it go over another meeting."""
    grid = plan_of(desk)
    port = grid.viewport()
    grid.choose(clause, source)
    start, end = (grid.box_of(clause, meeting).center().toPoint() for meeting in (source, target))
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    left = Qt.MouseButton.LeftButton
    for point in (start + QPoint(-15, 0), end):
        where = QPointF(port.mapToGlobal(point))
        kind, none = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
        moved = QMouseEvent(kind, QPointF(point), where, Qt.MouseButton.NoButton, left, none)
        QApplication.sendEvent(port, moved)
    QTest.mouseRelease(port, left, pos=end)
    desk.settle()


def test_she_accepts_the_years_proposals_and_undoes_them(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.page("calendar")
    assert outcome(desk, "GL-1.9") == "20 days late"
    desk.click("Later")
    assert desk.sees("Not placed 15")
    assert "proposed" in marks(desk, "GL-1.15d").values()
    assert agenda(desk, OCTOBER) == []
    desk.click("Accept the proposals")
    assert desk.toast().startswith("Saved: Work plan 2027: 15 duties planned")
    assert "Internal controls" in agenda(desk, OCTOBER)
    assert set(marks(desk, "GL-1.15d").values()) == {"planned"}
    assert not desk.sees("Accept the proposals")
    desk.undo()
    assert agenda(desk, OCTOBER) == []
    assert desk.sees("Not placed 15")


def test_a_duty_she_drags_takes_its_item_along(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.page("calendar")
    desk.click("Later")
    desk.click("Accept the proposals")
    drag(desk, "GL-1.15d", OCTOBER, AUDIT)
    assert marks(desk, "GL-1.15d") == {AUDIT: "planned"}
    assert "Internal controls" in agenda(desk, AUDIT)
    assert "Internal controls" not in agenda(desk, OCTOBER)
    assert plan_of(desk).place() == ("GL-1.15d", AUDIT)
    desk.press("Alt+Left", plan_of(desk))
    assert marks(desk, "GL-1.15d") == {OCTOBER: "planned"}, "and the window has not gone back a page"
    assert desk.here is desk.window.desk.pages["calendar"]
    desk.press("Del", plan_of(desk))
    assert "proposed" in marks(desk, "GL-1.15d").values()
    assert "Internal controls" not in agenda(desk, OCTOBER)


def test_she_plans_a_duty_where_she_stands_and_opens_its_agenda(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.page("calendar")
    grid = plan_of(desk)
    grid.setFocus()
    grid.choose("GL-1.16", "2026-12-02-nominating")
    desk.press("N", grid)
    added = [item for item in desk.record.where(AgendaItem, "meeting", "2026-12-02-nominating")
             if item.type is ItemType.GOVERNANCE_REVIEW]  # fmt: skip
    assert [(item.title, item.clauses) for item in added] == [("Review of governance practices", ("GL-1.16",))]
    desk.press("Return", plan_of(desk))
    assert desk.here is desk.window.desk.pages["meetings"]
    assert any("Review of governance practices" in text for row in desk.rows() for text in row)


def test_a_cancelled_meeting_gives_its_duties_back(sample_desk: Secretary) -> None:
    desk = sample_desk
    page: Any = desk.page("calendar")
    assert desk.sees("Not placed 2")
    plan_of(desk).column_chosen.emit("2026-12-02-audit")
    desk.settle()
    assert page.inspector.isVisible()
    desk.click("Cancel or postpone…", {"Reason": "No quorum can be had."})
    assert desk.record.get(Meeting, "2026-12-02-audit").reason
    assert outcome(desk, "LAW-NQ-5605c-REASSESS") == "No meeting"
    desk.click("Not placed 3")
    shown = {line.key for line in plan_of(desk).rows.lines}
    assert shown == {"LAW-NQ-5605c-REASSESS", "LAW-NQ-5610", "LAW-SK-407d"}
    desk.click("All 22")
    desk.undo()
    assert marks(desk, "LAW-NQ-5605c-REASSESS")["2026-12-02-audit"] == "planned"


def test_what_cannot_be_moved_says_why(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.page("calendar")
    grid = plan_of(desk)
    grid.choose("GL-1.5", "2026-12-03-board")
    desk.press("Del", grid)
    assert "stays on the agenda" in desk.banner()
    assert marks(desk, "GL-1.5")["2026-12-03-board"] == "planned"


def test_the_plan_keeps_out_of_a_low_window_and_of_another_day(sample_desk: Secretary) -> None:
    desk = sample_desk
    page: Any = desk.page("calendar")
    desk.window.desk.read_on(date(2026, 6, 30))
    desk.settle()
    assert not any(cell.movable for line in plan_of(desk).rows.lines for cell in line.cells.values())
    assert marks(desk, "GL-1.15d")["2026-08-12-audit"] == "planned"
    desk.click("Back to today")
    desk.window.setMinimumSize(0, 0)
    desk.window.resize(1280, 560)
    desk.settle()
    assert page.table.isVisible()
    assert page.inspector.isVisible()
    desk.window.resize(1280, 800)
    desk.settle()
    assert marks(desk, "GL-1.4") == {"2026-12-03-board": "planned"}
    assert not page.inspector.isVisible()
