"""With very many meetings the page is read and made in steps, so that the window answers in between."""

from typing import Any

import pytest
from meeting_case import at
from PySide6.QtWidgets import QApplication, QWidget

from boarddesk.domain.meetings import BOARD, Meeting
from boarddesk.ui.kit.pieces import InTurn
from boarddesk.ui.meeting.tabs import NAMES
from boarddesk.ui.pages import meetings_page
from boarddesk.ui.pages.meetings_page import MeetingsPage


def test_steps_are_done_one_an_event_while_the_widget_is_shown(qtbot: Any) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    done: list[str] = []
    turn = InTurn(owner)
    turn.add([lambda: (done.append("first"), turn.put_first([lambda: done.append("between")])), owner.hide])
    qtbot.wait(20)
    assert done == [], "nothing while it is hidden"
    owner.show()
    turn.add([lambda: done.append("last")])
    qtbot.waitUntil(lambda: not owner.isVisible())
    assert done == ["first", "between"]
    owner.show()
    turn.go_on()
    qtbot.waitUntil(lambda: done[-1] == "last")


def test_many_meetings_are_listed_in_steps_and_tabs_made_ahead(
    qtbot: Any, room: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meetings_page, "FEW", 0)
    page = MeetingsPage(room.services)
    qtbot.addWidget(page)
    page.show()
    assert "list" not in page.__dict__, "not in the event that shows the page"
    qtbot.waitUntil(lambda: "list" in page.__dict__ and len(page.list.table.texts()) == 4)
    qtbot.waitUntil(lambda: len(page.view.headers()) == len(NAMES), timeout=8000)
    # What is made ahead shows a meeting like what is made on asking.
    page.show_target(("special", "live"))
    assert page.view.current().view.meeting.id == "special"
    page.hide()


def test_the_list_is_read_again_only_when_the_record_changed(room: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[int] = []
    whole = room.page.list.table.set_rows
    monkeypatch.setattr(room.page.list.table, "set_rows", lambda lines: (reads.append(len(lines)), whole(lines)))
    room.go("special", "overview")
    room.page.show_list()
    assert reads == []
    late = Meeting(id="late", body=BOARD, starts=at("18:00"))
    room.go("special", "overview")
    room.services.bus.run_restoring("Fixture", "Fixture", [(Meeting, late.id, late)], 1)
    room.page.show_list()
    QApplication.processEvents()
    assert reads == [5]
