from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.widgets.month_grid import MonthEntry, MonthGrid, MonthView
from boarddesk.ui.widgets.year_grid import GridEntry, YearGrid, YearView
from boarddesk.ui.widgets.year_strip import StripMark, StripMonth, StripToken, YearStrip

ENTRIES = (
    GridEntry("b", 0, date(2026, 5, 14), "held", "Board, 14 May 2026"),
    GridEntry("i", 1, date(2026, 5, 14), "departs", "Session, 14 May 2026", linked_to="b", mark="not_met"),
    GridEntry("a", 2, date(2026, 5, 13), "held", "Audit, 13 May 2026", note="with the auditor"),
    GridEntry("c", 2, date(2026, 5, 14), "planned", "Audit again, 14 May 2026"),
    GridEntry("s", 0, date(2026, 11, 12), "planned", "Board, special", special=True),
)
YEAR = YearView(
    date(2026, 1, 1), ("Board", "Independent session", "Audit"), ENTRIES, today=date(2026, 11, 12),
    today_word="today",
)  # fmt: skip


@pytest.fixture
def year(seen) -> YearGrid:
    made = YearGrid(YEAR, name="2026")
    made.resize(1000, 200)
    seen(made)
    made.setFocus()
    return made


def test_chips_stand_at_their_days_and_never_upon_each_other(year: YearGrid):
    boxes = [spot.box for spot in year.spots]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
    assert year.box_of("b").left() < year.box_of("s").left()
    assert abs(year.box_of("b").center().x() - year.x_of(date(2026, 5, 14))) < 12
    assert year.box_of("s").width() > year.box_of("b").width()


def test_a_year_walked_by_keys(year: YearGrid, qtbot):
    year.choose("b")
    qtbot.keyClick(year, Qt.Key.Key_Down)
    assert year.current() == "i"
    qtbot.keyClick(year, Qt.Key.Key_Down)
    assert year.current() in {"a", "c"}
    with qtbot.waitSignal(year.activated) as told:
        qtbot.keyClick(year, Qt.Key.Key_Return)
    assert told.args == [year.current()]
    qtbot.keyClick(year, Qt.Key.Key_Home)
    assert year.accessibleDescription() == "Board, 14 May 2026"


def test_a_click_chooses(year: YearGrid, qtbot):
    with qtbot.waitSignal(year.chosen) as told:
        qtbot.mouseClick(year, Qt.MouseButton.LeftButton, pos=year.box_of("a").center().toPoint())
    assert told.args == ["a"]


def test_today_is_a_line_of_accent(year: YearGrid):
    x = round(year.x_of(date(2026, 11, 12)))
    image = year.grab().toImage()
    assert image.pixelColor(x, 70) == Theme.current().color("accent")


def test_a_fiscal_year_may_begin_in_another_month(seen):
    grid = YearGrid(YearView(date(2026, 7, 1), ("Board",), (GridEntry(1, 0, date(2027, 6, 30), "planned", "x"),)))
    grid.resize(1000, 90)
    seen(grid)
    assert grid.box_of(1).right() <= 1000
    assert grid.box_of(1).left() >= 900


def strip_month(number: int) -> StripMonth:
    below = StripToken(f"i{number}", "I", "planned", "Independent session")
    letters = tuple(StripToken(f"{c}{number}", c, "planned", f"{c} {number}") for c in "ACN")
    board = StripToken(f"b{number}", "B", "held", "Board", below=below, at_right=True)
    mark = StripMark(f"m{number}", "due_soon", "8-K", "Form 8-K due")
    return StripMonth("Nov", "Q4 2026", (*letters, board) if number else (board,), () if number else (mark,),
                      today=None if number else 0.4)  # fmt: skip


@pytest.mark.parametrize("width", [892, 1162, 1800])
def test_the_strip_has_room_at_any_width(seen, width: int):
    strip = YearStrip(tuple(strip_month(n) for n in range(12)), today_word="today")
    strip.resize(width, strip.sizeHint().height())
    seen(strip)
    assert strip.width() == width
    boxes = [spot.box for spot in strip.spots]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
    assert all(box.left() >= 0 and box.right() <= width for box in boxes)
    assert strip.box_of("i3").left() == strip.box_of("b3").left()


def test_a_full_month_spills_into_the_lower_line(seen):
    tokens = tuple(StripToken(c, c, "planned", c) for c in "ACNS")
    below = StripToken("i", "I", "planned", "Session")
    board = StripToken("b", "B", "held", "Board", below=below, at_right=True)
    strip = YearStrip((StripMonth("May", "Q2 2027", (*tokens, board)), *tuple(StripMonth("Jun") for _ in range(11))))
    strip.resize(892, 90)
    seen(strip)
    boxes = [spot.box for spot in strip.spots]
    assert len(boxes) == 6
    assert strip.box_of("S").top() == strip.box_of("i").top()
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_the_strip_opens_with_one_click(seen, qtbot):
    strip = YearStrip((strip_month(0), strip_month(1)))
    strip.resize(400, 90)
    seen(strip)
    with qtbot.waitSignal(strip.activated) as told:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.box_of("m0").center().toPoint())
    assert told.args == ["m0"]
    strip.choose("b1")
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    assert strip.current() == "i1"


NOVEMBER = MonthView(
    date(2026, 11, 1),
    ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"),
    (
        MonthEntry(1, date(2026, 11, 12), "B", "Board", "planned", "Board, 12 Nov 2026", special=True),
        *(MonthEntry(n, date(2026, 11, 16), "A", f"Meeting {n}", "held", f"Meeting {n}") for n in range(2, 9)),
    ),
    today=date(2026, 11, 12),
)


def test_a_month_puts_meetings_on_their_days(seen, qtbot):
    month = MonthGrid(NOVEMBER)
    month.resize(900, 500)
    seen(month)
    assert month._day_box(date(2026, 11, 12)).contains(month.box_of(1))
    assert month.hidden_on(date(2026, 11, 16)) > 0
    with qtbot.waitSignal(month.activated) as told:
        qtbot.mouseDClick(month, Qt.MouseButton.LeftButton, pos=month.box_of(1).center().toPoint())
    assert told.args == [1]


def test_a_double_click_on_an_empty_day_gives_the_day(seen, qtbot):
    month = MonthGrid(NOVEMBER)
    month.resize(900, 500)
    seen(month)
    place = month._day_box(date(2026, 11, 25)).center().toPoint() + QPoint(0, 20)
    with qtbot.waitSignal(month.day_activated) as told:
        qtbot.mouseDClick(month, Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [date(2026, 11, 25)]
