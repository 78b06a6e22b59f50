"""The Board page answers between its parts, and does not draw what nobody asked for."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QApplication, QPushButton

from boarddesk.domain.committees import CommitteeSeat
from boarddesk.services.workspace import Services
from boarddesk.ui.board.committees_view import NEWEST
from boarddesk.ui.pages.board_page import BoardPage


def test_the_page_is_shown_part_by_part(qtbot: Any, qapp: QApplication, services: Services) -> None:
    page: Any = BoardPage(services)
    qtbot.addWidget(page)
    page.show()
    assert page.pieces.pending, "the seats are read in later turns of the event loop"
    turns = 0
    while page.pieces.pending:
        qapp.processEvents()
        turns += 1
    assert turns >= 3
    assert len(page.seats.seats.cards()) == 10
    assert page.person_pane.isVisible()
    assert "history" not in vars(page), "a view that nobody turned to is not made"


def test_what_is_wanted_at_once_is_there_at_once(qtbot: Any, services: Services) -> None:
    page: Any = BoardPage(services)
    qtbot.addWidget(page)
    page.show()
    page.show_committee("audit")
    assert not page.pieces.pending
    assert page.committees.chosen() == "audit"


def test_another_committee_is_shown_after_a_change(show: Callable[..., Any], services: Services) -> None:
    page = show(BoardPage)
    page.show_committee("audit")
    page.show_committee("compensation")
    assert page.committees.chosen() == "compensation"
    assert any(b.accessibleName() == "Edit the Compensation Committee" for b in page.panes.findChildren(QPushButton))


def test_a_long_past_is_left_to_the_register(show: Callable[..., Any], services: Services) -> None:
    day = date(1980, 1, 1)
    past = [
        CommitteeSeat(id=f"past-{n}", committee="audit", person="sorhaug", start=day + timedelta(n * 20),
                      end=day + timedelta(n * 20 + 10))
        for n in range(60)
    ]  # fmt: skip
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in past], 1)
    page = show(BoardPage)
    page.show_committee("audit")
    links = [b for b in page.committee_pane.findChildren(QPushButton) if b.text().startswith("All ")]
    assert [link.text() for link in links] == ["All 61 in Registers"]
    assert len(page.committee_pane.findChildren(QPushButton)) < NEWEST
    wanted: list[Any] = []
    page.wanted.connect(lambda name, evidence: wanted.append((name, evidence.kind)))
    links[0].click()
    assert wanted == [("registers", "committee_seats")]
