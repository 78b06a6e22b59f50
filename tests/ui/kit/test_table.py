from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.table import Table


@dataclass(frozen=True)
class Paper:
    id: int
    title: str
    due: date | None
    pages: int
    part: str = "Reports"
    action: str = "Open"


PAPERS = (
    Paper(1, "Finance report", date(2026, 11, 20), 31),
    Paper(2, "Chief executive’s report", date(2026, 2, 1), 4),
    Paper(3, "Agenda", None, 112, "Opening"),
)
COLUMNS = (
    Column[Paper](
        "Paper", lambda p: p.title, stretch=True, mark=lambda p: "recorded" if p.pages else "", second=lambda p: p.part
    ),
    Column[Paper]("Due", lambda p: p.due, show=show_date),
    Column[Paper]("Pages", lambda p: p.pages, align="right", width=60),
    Column[Paper]("", lambda p: p.action, look="action", width=90),
)


@pytest.fixture
def table(qtbot) -> Table:
    made = Table(COLUMNS, name="Papers")
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.set_rows(PAPERS)
    made.show()
    qtbot.waitExposed(made)
    return made


def titles(table: Table) -> list[str]:
    return [row[0] for row in table.texts()]


def test_shows_values_as_said(table: Table):
    assert table.texts()[0] == ["Finance report", "20 Nov 2026", "31", "Open"]
    assert table.footer.text() == "3 of 3 shown"


def test_sorts_by_value_and_not_by_text(table: Table):
    table.view.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert [row[2] for row in table.texts()] == ["4", "31", "112"]
    table.view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [row[1] for row in table.texts()] == ["1 Feb 2026", "20 Nov 2026", ""]


def test_names_are_sorted_as_they_are_read(table: Table):
    names = ("Sørhaug", "Wells", "Çelikbaran", "Castellanos", "Davis")
    table.set_rows([replace(PAPERS[0], id=place, title=name) for place, name in enumerate(names)])
    table.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert titles(table) == ["Castellanos", "Çelikbaran", "Davis", "Sørhaug", "Wells"]


def test_the_selection_stays_by_key(table: Table):
    assert table.select(2)
    table.set_rows([replace(paper, pages=paper.pages + 1) for paper in reversed(PAPERS)])
    assert table.current().id == 2
    assert table.current().pages == 5


def test_selecting_what_is_gone_gives_nothing(table: Table, qtbot):
    table.select(2)
    with qtbot.waitSignal(table.selected) as told:
        table.set_rows(PAPERS[:1])
    assert told.args == [None]


def test_keys(table: Table, qtbot):
    table.select(1)
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_Down)
    assert table.current().id == 2
    with qtbot.waitSignal(table.activated) as entered:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert entered.args[0].id == 2
    with qtbot.waitSignal(table.inspected) as spaced:
        qtbot.keyClick(table.view, Qt.Key.Key_Space)
    assert spaced.args[0].id == 2
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().startswith("Chief executive’s report\t1 Feb 2026")


def test_focus_chooses_the_first_row(table: Table):
    table.view.setFocus()
    assert table.current().id == 1


def test_one_click_on_the_action_does_it(table: Table, qtbot):
    index = table.model.index(1, 3)
    with qtbot.waitSignal(table.activated) as entered:
        place = table.view.visualRect(index).center()
        qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert entered.args[0].id == 2


def test_groups_have_headings_that_keys_step_over(qtbot):
    table = Table(COLUMNS, group=lambda p: p.part)
    qtbot.addWidget(table)
    table.set_rows(PAPERS)
    assert [line.heading for line in table.model.lines] == ["Reports", "", "", "Opening", ""]
    table.select(2)
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_Down)
    assert table.current().id == 3
    qtbot.keyClick(table.view, Qt.Key.Key_Up)
    assert table.current().id == 2


def test_filter_says_how_many_of_the_whole(table: Table):
    table.filter("report")
    assert titles(table) == ["Finance report", "Chief executive’s report"]
    assert table.footer.text() == "2 of 3 shown"
    table.filter(kept=lambda p: p.pages > 100)
    assert titles(table) == ["Agenda"]


def test_widths_are_kept_for_the_next_time(table: Table, qtbot):
    table.view.horizontalHeader().resizeSection(2, 140)
    again = Table(COLUMNS, name="Papers")
    qtbot.addWidget(again)
    assert again.view.horizontalHeader().sectionSize(2) == 140
    other = Table(COLUMNS, name="Others")
    qtbot.addWidget(other)
    assert other.view.horizontalHeader().sectionSize(2) == 60


def test_nothing_to_show(qtbot):
    table = Table(COLUMNS, empty=EmptyState("file-text", "No papers yet"))
    qtbot.addWidget(table)
    table.show()
    assert table.empty.isVisible()
    table.set_rows(PAPERS)
    assert not table.empty.isVisible()
    assert table.view.isVisible()


def test_screen_readers_hear_mark_text_and_second_line(table: Table):
    said = table.model.data(table.model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Paper: Recorded, Finance report, Reports"
