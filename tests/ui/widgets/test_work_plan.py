"""The work plan's grid: marks moved by hand and by keys, words for each place, widths, and its looks."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

sys.path.insert(0, str(Path(__file__).parents[1]))

from painted import faint_paint

from boarddesk.ui.kit import theme
from boarddesk.ui.widgets.work_plan_grid import WorkPlanGrid
from boarddesk.ui.widgets.work_plan_model import LEAD, PlanCell, PlanColumn, PlanGroup, PlanLine
from boarddesk.ui.widgets.work_plan_widths import CELL_LEAST, widths

GROUPS = (PlanGroup("Q1 · 11–12 Feb", "11–12 Feb"), PlanGroup("Q4 · 2–3 Dec", "2–3 Dec", now=True))
LETTERS = "ACNBI"
COLUMNS = tuple(
    PlanColumn(
        f"{group}-{letter}", letter, f"Meeting {letter} of {GROUPS[group].short}", group,
        look="solid" if letter == "B" else "plain", shaded=letter == "I",
    )
    for group in range(2)
    for letter in LETTERS
)  # fmt: skip


def line(key: str, cells: dict[str, PlanCell], takes: str = "", **fields: Any) -> PlanLine:
    return PlanLine(key, f"Duty {key}", key, cells, frozenset(takes.split()), "Last 12 Feb", "slate", **fields)


LINES = (
    line("GL-1.5", {"0-B": PlanCell("done"), "1-B": PlanCell("planned", "“Plan”", movable=True)}, "1-A 1-C 1-B"),
    line("GL-1.9", {"0-B": PlanCell("overdue", "20 days late"), "1-A": PlanCell("proposed", "once", movable=True)},
         "1-A 1-B"),
    line("5605", {"0-A": PlanCell("not_met"), "0-C": PlanCell("missing")}, law=True),
)  # fmt: skip


@pytest.fixture
def grid(seen: Callable[[QWidget], None]) -> WorkPlanGrid:
    made = WorkPlanGrid(("Duty", "Clause", "This year"), name="Work plan")
    made.resize(900, 240)
    made.set_contents(GROUPS, COLUMNS, LINES)
    seen(made)
    return made


def drag(grid: WorkPlanGrid, row: str, source: str, target: str, *, drift: int = 0) -> None:
    """Press, move, and let go, as a hand does."""
    there, end = (grid.box_of(row, key).center().toPoint() for key in (source, target))
    end += QPoint(0, drift)
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=there)
    for point in (there + QPoint(15, 0), end):
        event = QEvent.Type.MouseMove
        QApplication.sendEvent(grid.viewport(), _moved(event, grid.viewport(), point))
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=end)


def _moved(kind: QEvent.Type, widget: QWidget, point: QPoint) -> QEvent:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QMouseEvent

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(kind, QPointF(point), QPointF(widget.mapToGlobal(point)), Qt.MouseButton.NoButton, left, none)


def test_a_mark_is_dragged_to_a_place_that_can_take_it(grid: WorkPlanGrid, qtbot: Any) -> None:
    with qtbot.waitSignal(grid.move_wanted) as told:
        drag(grid, "GL-1.5", "1-B", "1-A")
    assert told.args == ["GL-1.5", "1-B", "1-A"]
    with qtbot.waitSignal(grid.move_wanted) as told:
        drag(grid, "GL-1.9", "1-A", "1-B", drift=40)
    assert told.args == ["GL-1.9", "1-A", "1-B"], "the hand may drift off the row"


@pytest.mark.parametrize(
    ("row", "source", "target"),
    [("GL-1.5", "1-B", "1-N"), ("GL-1.5", "1-B", "0-B"), ("GL-1.5", "0-B", "1-A"), ("5605", "0-C", "1-A")],
)
def test_elsewhere_nothing_moves(grid: WorkPlanGrid, qtbot: Any, row: str, source: str, target: str) -> None:
    with qtbot.assertNotEmitted(grid.move_wanted):
        drag(grid, row, source, target)


def test_escape_ends_a_drag(grid: WorkPlanGrid, qtbot: Any) -> None:
    start, end = (grid.box_of("GL-1.5", key).center().toPoint() for key in ("1-B", "1-A"))
    grid.setFocus()
    with qtbot.assertNotEmitted(grid.move_wanted):
        QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=start)
        for point in (start + QPoint(15, 0), end):
            QApplication.sendEvent(grid.viewport(), _moved(QEvent.Type.MouseMove, grid.viewport(), point))
        qtbot.keyClick(grid, Qt.Key.Key_Escape)
        QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_keys_move_a_mark_to_the_next_place_that_can_take_it(grid: WorkPlanGrid, qtbot: Any) -> None:
    grid.setFocus()
    grid.choose("GL-1.5", "1-B")
    with qtbot.waitSignal(grid.move_wanted) as told:
        qtbot.keyClick(grid, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert told.args == ["GL-1.5", "1-B", "1-C"]
    with qtbot.assertNotEmitted(grid.move_wanted):
        qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)


def test_keys_take_back_plan_and_open(grid: WorkPlanGrid, qtbot: Any) -> None:
    grid.setFocus()
    grid.choose("GL-1.5", "1-B")
    with qtbot.waitSignal(grid.removal_wanted) as told:
        qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert told.args == ["GL-1.5", "1-B"]
    with qtbot.waitSignal(grid.activated_at):
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    grid.choose("GL-1.5", "1-C")
    with qtbot.waitSignal(grid.plan_wanted) as told:
        qtbot.keyClick(grid, Qt.Key.Key_N)
    assert told.args == ["GL-1.5", "1-C"]
    for place in (("GL-1.5", "1-B"), ("GL-1.5", "1-N"), ("5605", "0-A")):
        grid.choose(*place)
        with qtbot.assertNotEmitted(grid.plan_wanted):
            qtbot.keyClick(grid, Qt.Key.Key_N)
    grid.choose("GL-1.9", "1-A")
    with qtbot.assertNotEmitted(grid.removal_wanted):
        qtbot.keyClick(grid, Qt.Key.Key_Delete)


def test_only_on_a_mark_that_moves_are_the_windows_keys_taken(grid: WorkPlanGrid) -> None:
    def is_taken(place: tuple[str, str]) -> bool:
        grid.choose(*place)
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        event.ignore()
        QApplication.sendEvent(grid, event)
        return event.isAccepted()

    assert is_taken(("GL-1.5", "1-B"))
    assert not is_taken(("GL-1.5", "0-B"))


def test_every_place_has_its_words(grid: WorkPlanGrid) -> None:
    grid.choose("GL-1.5", "1-B")
    assert grid.accessibleDescription() == "Duty GL-1.5, Meeting B of 2–3 Dec: Planned. “Plan”"
    assert grid.currentIndex().data(Qt.ItemDataRole.ToolTipRole) == grid.accessibleDescription()
    grid.choose("5605", "0-A")
    assert grid.accessibleDescription().endswith("Shortfall"), "law has its own word"
    grid.choose("GL-1.9", "1-A")
    assert ": Proposed. once" in grid.accessibleDescription()
    head = grid.rows.headerData(LEAD, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert head == "Meeting A of 11–12 Feb"


def test_a_letter_gives_its_meeting(grid: WorkPlanGrid, qtbot: Any) -> None:
    head = grid.horizontalHeader()
    middle = head.sectionViewportPosition(LEAD + 1) + head.sectionSize(LEAD + 1) // 2
    with qtbot.waitSignal(grid.column_chosen) as told:
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, head.height() - 10))
    assert told.args == ["0-C"]


def test_the_place_stays_when_the_plan_changes(grid: WorkPlanGrid) -> None:
    grid.choose("GL-1.9", "1-A")
    grid.set_contents(GROUPS, COLUMNS, LINES[1:])
    assert grid.place() == ("GL-1.9", "1-A")


def test_columns_fill_the_room_and_stay_readable(grid: WorkPlanGrid) -> None:
    for room in (700, 900, 1160, 1800):
        found = widths(grid.rows, room)
        assert sum(found) == room
    assert min(widths(grid.rows, 300)[LEAD:-1]) == theme.Theme.current().px(CELL_LEAST)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_painted_text_and_marks_stand_out(mode: Any, qapp: QApplication, grid: WorkPlanGrid) -> None:
    theme.apply(qapp, mode)
    grid.choose("GL-1.5", "1-B")
    QApplication.processEvents()
    seen, hidden, faults = faint_paint(grid)
    assert not faults
    assert (seen > 15, hidden) == (True, 0)


def test_a_full_plan_is_quick(seen: Callable[[QWidget], None]) -> None:
    grid = WorkPlanGrid(("Duty", "Clause", "This year"))
    columns = tuple(PlanColumn(n, "A", f"Meeting {n}", n // 5) for n in range(30))
    groups = tuple(PlanGroup(f"Q{n}", f"{n}") for n in range(6))
    lines = tuple(line(f"GL-{n}", {m: PlanCell("done") for m in range(30)}) for n in range(60))  # type: ignore[misc]
    grid.resize(1280, 800)
    seen(grid)
    grid.set_contents(groups, columns, lines)
    grid.grab()
    start = time.perf_counter()
    grid.set_contents(groups, columns, lines)
    filled = time.perf_counter() - start
    grid.grab()
    # Three times what was measured here, so that a slower machine does not fail for nothing.
    assert filled < 0.05
