import time

import pytest
from PySide6.QtCore import Qt

from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.widgets.heat_map import HeatMap
from boarddesk.ui.widgets.heat_map_model import HeatCell, HeatPeriod, HeatRow

QUARTERS = tuple(HeatPeriod(f"q{n}", f"Q{n}", now=n == 3) for n in range(1, 5))


def row(key: str, group: str, *statuses: str, origin: str = "guideline") -> HeatRow:
    cells = tuple(HeatCell(status, "two of three") if status else None for status in statuses)
    return HeatRow(key, group, key, f"About {key}", "B", cells, "met", origin=origin)


ROWS = (
    row("GL-1.2", "1 Role", "met", "met", "not_met", ""),
    row("GL-1.3", "1 Role", "met", "", "", "due_soon"),
    row("5605", "2 Law", "met", "not_met", "", "", origin="law"),
)


@pytest.fixture
def heat(seen) -> HeatMap:
    made = HeatMap(("Clause", "Guideline", "Body", "FY 2026"), name="Guidelines")
    made.resize(800, 300)
    made.set_contents(QUARTERS, ROWS)
    seen(made)
    return made


def test_arrows_walk_and_enter_opens(heat: HeatMap, qtbot):
    heat.setFocus()
    heat.choose("GL-1.2", "q1")
    qtbot.keyClick(heat, Qt.Key.Key_Right)
    qtbot.keyClick(heat, Qt.Key.Key_Right)
    assert heat.place() == ("GL-1.2", "q3")
    with qtbot.waitSignal(heat.activated_at) as told:
        qtbot.keyClick(heat, Qt.Key.Key_Return)
    assert told.args == ["GL-1.2", "q3"]
    with qtbot.waitSignal(heat.chosen) as told:
        qtbot.keyClick(heat, Qt.Key.Key_Down)
    assert told.args == ["GL-1.3", "q3"]


def test_words_stand_in_tooltip_and_accessible_text(heat: HeatMap):
    heat.choose("GL-1.2", "q3")
    index = heat.currentIndex()
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "GL-1.2, Q3: Departs, two of three"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "GL-1.2, Q3: Departs, two of three"
    assert heat.accessibleDescription() == "GL-1.2, Q3: Departs, two of three"
    heat.choose("5605", "q2")
    assert heat.currentIndex().data(Qt.ItemDataRole.ToolTipRole) == "5605, Q2: Shortfall, two of three"


def test_the_last_column_is_in_words(heat: HeatMap):
    last = heat.rows.columnCount() - 1
    words = [heat.rows.data(heat.rows.index(n, last)) for n in range(heat.rows.rowCount())]
    assert words == ["", "Followed", "Followed", "", "No shortfall"]


def test_a_heading_says_how_many_its_group_has_and_titles_change(heat: HeatMap):
    assert heat.rows.spoken(0, 0) == "1 Role, 2"
    heat.rows.toggle("1 Role")
    assert heat.rows.spoken(0, 0) == "1 Role, 2", "closed too"
    heat.rows.set_titles(("Clause", "Rule", "Body", "FY 2025"))
    across = Qt.Orientation.Horizontal
    assert [heat.rows.headerData(n, across) for n in (1, heat.rows.columnCount() - 1)] == ["Rule", "FY 2025"]


def test_what_is_chosen_from_outside_stands_amid_its_neighbors(seen):
    heat = HeatMap(("Clause", "Guideline", "Body", "FY 2026"))
    heat.resize(800, 300)
    heat.set_contents(QUARTERS, [row(f"GL-{n}", "1 Role", "met") for n in range(60)])
    seen(heat)
    heat.choose_amid("GL-2")
    assert heat.verticalScrollBar().value() == 0, "in sight already"
    heat.choose_amid("GL-40")
    middle = heat.visualRect(heat.currentIndex()).center().y()
    assert abs(middle - heat.viewport().height() / 2) < heat.rowHeight(0)


def test_the_place_stays_when_contents_change(heat: HeatMap):
    heat.choose("GL-1.3", "q4")
    heat.set_contents(QUARTERS, (row("GL-0.1", "0 Fit", "met"), *ROWS))
    assert heat.place() == ("GL-1.3", "q4")


def test_groups_close_and_open(heat: HeatMap, qtbot):
    heat.setFocus()
    heat.setCurrentIndex(heat.rows.index(0, 0))
    qtbot.keyClick(heat, Qt.Key.Key_Left)
    assert heat.rows.rowCount() == 3
    assert not heat.choose("GL-1.2")
    qtbot.keyClick(heat, Qt.Key.Key_Right)
    assert heat.rows.rowCount() == 5
    top = heat.visualRect(heat.rows.index(0, 0)).center()
    qtbot.mouseClick(heat.viewport(), Qt.MouseButton.LeftButton, pos=top)
    assert heat.rows.rowCount() == 3


def test_the_chosen_cell_has_a_frame_of_accent(heat: HeatMap):
    heat.setFocus()
    heat.choose("GL-1.2", "q3")
    box = heat.visualRect(heat.currentIndex())
    image = heat.viewport().grab().toImage()
    assert image.pixelColor(box.center().x(), box.top() + 1) == Theme.current().color("accent")


def test_many_rows_are_quick(seen, qtbot):
    heat = HeatMap(("Clause", "Guideline", "Body", "FY 2026"))
    periods = tuple(HeatPeriod(n, f"Q{n}") for n in range(12))
    statuses = ("met", "not_met", "due_soon", "information", "recorded", "overdue")
    rows = tuple(
        HeatRow(n, f"{n // 20} Group", f"GL-{n}", "A guideline of some length", "B",
                tuple(HeatCell(statuses[(n + p) % 6]) for p in range(12)), "met")
        for n in range(130)
    )  # fmt: skip
    heat.resize(1280, 800)
    seen(heat)
    heat.set_contents(periods, rows)
    heat.grab()
    start = time.perf_counter()
    heat.set_contents(periods, rows)
    heat.grab()
    filled = time.perf_counter() - start
    start = time.perf_counter()
    for _ in range(5):
        qtbot.keyClick(heat, Qt.Key.Key_PageDown)
        heat.grab()
    page = (time.perf_counter() - start) / 5
    print(f"130 x 12: filled and painted {filled * 1000:.0f} ms, a page {page * 1000:.0f} ms")
    # Three times what was measured here, so that a slower machine does not fail for nothing.
    assert filled < 0.3
    assert page < 0.3
