"""The desk of one company: banners, undo, back, panes, the day shown, toasts, the badge."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from boarddesk.common.errors import UserError
from boarddesk.domain.company import Company
from boarddesk.services.commands.create_company import ChangeCompany
from boarddesk.ui.desk import Desk
from boarddesk.ui.kit.banner import Banner
from boarddesk.ui.kit.toast import Toast
from boarddesk.ui.main_window import MainWindow

Settle = Callable[[], None]


def desk_of(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def banners(window: MainWindow) -> list[str]:
    return [banner.sentence() for banner in window.findChildren(Banner) if banner.isVisible()]


def toasts(window: MainWindow) -> list[str]:
    return [toast.accessibleName() for toast in window.findChildren(Toast) if toast.isVisible()]


def renamed(window: MainWindow, short: str) -> None:
    company = Company(id="company", name="Acme Instruments, Inc.", short_name=short)
    desk_of(window).services.bus.do(ChangeCompany(company))


def test_pages_are_made_when_they_are_first_shown(open_window: MainWindow, settle: Settle) -> None:
    desk = desk_of(open_window)
    assert set(desk.pages) == {"home"}
    QTest.keyClick(open_window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert (set(desk.pages), desk.here) == ({"home", "calendar"}, "calendar")
    QTest.mouseClick(desk.rail.cells["compliance"], Qt.MouseButton.LeftButton)
    assert desk.here == "compliance"
    desk.back()
    assert desk.here == "calendar"


def test_never_two_banners_and_the_most_binding_wins(open_window: MainWindow, settle: Settle) -> None:
    desk = desk_of(open_window)
    desk.read_on(date(2026, 6, 30))
    settle()
    assert banners(open_window) == ["You are looking at 30 Jun 2026. Go back to today to change the record."]
    open_window.refuse(UserError("The seat is taken.", "Seat II-4", "Choose another."))
    settle()
    assert banners(open_window) == ["The seat is taken. Seat II-4. Choose another."]
    renamed(open_window, "Acme")
    settle()
    assert banners(open_window) == ["You are looking at 30 Jun 2026. Go back to today to change the record."]
    desk.read_on(None)
    settle()
    assert banners(open_window) == []


def test_the_day_box_says_which_day_is_shown(open_window: MainWindow) -> None:
    desk = desk_of(open_window)
    assert desk.head.day.text() == "As of today, 12 Nov 2026"
    desk.read_on(date(2026, 6, 30))
    assert desk.head.day.text() == "As of 30 Jun 2026"


def test_a_change_is_noted_with_undo(open_window: MainWindow, settle: Settle) -> None:
    renamed(open_window, "Acme")
    settle()
    assert toasts(open_window) == ["Saved: Change the company's particulars"]
    toast = next(toast for toast in open_window.findChildren(Toast) if toast.isVisible())
    assert toast.undo is not None
    toast.undo.click()
    settle()
    assert desk_of(open_window).services.record.company.short_name == ""
    assert toasts(open_window) == ["Undone: Change the company's particulars"]


def test_the_menu_names_what_would_be_undone(open_window: MainWindow) -> None:
    menus = open_window.menus
    renamed(open_window, "Acme")
    menus.settle()
    assert menus.undo.text() == "Undo “Change the company's particulars”"
    desk_of(open_window).undo()
    menus.settle()
    assert menus.redo.text() == "Redo “Change the company's particulars”"


def test_undo_is_first_offered_to_the_text_being_typed(open_window: MainWindow, settle: Settle) -> None:
    desk = desk_of(open_window)
    renamed(open_window, "Acme")
    desk.search.begin()
    QTest.keyClicks(desk.search, "ada")
    settle()
    QTest.keyClick(desk.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert desk.search.text() != "ada"
    assert desk.services.record.company.short_name == "Acme"
    desk.search.clear()
    desk.search.setModified(False)
    line = QLineEdit(desk)
    line.show()
    line.setFocus()
    settle()
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert desk.services.record.company.short_name == ""


def test_f6_walks_the_panes(open_window: MainWindow, settle: Settle) -> None:
    desk = desk_of(open_window)
    desk.go("compliance")
    settle()
    stops = []
    for _ in range(4):
        desk.next_pane()
        stops.append(QApplication.focusWidget())
    page: Any = desk.page("compliance")
    assert page.map in stops
    assert desk.search in stops
    assert any(stop in desk.rail.cells.values() for stop in stops)


def test_search_finds_people_pages_and_commands(open_window: MainWindow, settle: Settle) -> None:
    desk = desk_of(open_window)
    assert [hit.title for hit in desk._find("sorensen")] == ["Ada Sørensen"]
    assert "Calendar" in [hit.title for hit in desk._find("calendar")]
    assert "Check the file" in [hit.title for hit in desk._find("check file")]
    QTest.keyClick(open_window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(desk.search, "compl")
    settle()
    assert desk.search.list is not None
    assert desk.search.list.isVisible()
    QTest.keyClick(desk.search, Qt.Key.Key_Return)
    settle()
    assert desk.here == "compliance"
    assert not desk.search.list.isVisible()


def test_the_status_bar_says_when_the_journal_was_checked(open_window: MainWindow, qtbot: Any) -> None:
    desk = desk_of(open_window)
    assert desk.status.checked.isHidden()
    open_window.files.check()
    qtbot.waitUntil(lambda: desk.status.checked.words.text().startswith("Journal checked "))


def test_closing_gives_the_lock_back(open_window: MainWindow, settle: Settle) -> None:
    path = desk_of(open_window).services.path
    lock = path.with_name(path.name + ".lock")
    assert lock.exists()
    open_window.close_company()
    settle()
    assert not lock.exists()
    assert open_window.desk is None
    assert open_window.windowTitle() == "BoardDesk"
