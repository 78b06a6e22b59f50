"""The Board page: seats, committees, history, the pane for a person, as of any day."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from boarddesk.domain.finding import Evidence
from boarddesk.domain.independence import Determination, Standard
from boarddesk.domain.people import Appointment, EndReason
from boarddesk.domain.terms import appointment_of, chair_of, directors_on, members_on
from boarddesk.services.workspace import Services
from boarddesk.ui.pages.board_page import BoardPage

DAY = date(2026, 11, 12)


def words(widget: Any) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button_of(pane: Any, text: str) -> Any:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    return next(button for button in pane.findChildren(QPushButton) if button.text() == text and button.isVisible())


def menu_deed(button: Any, text: str) -> None:
    next(action for action in button.menu().actions() if action.text() == text).trigger()


@pytest.fixture
def page(show: Callable[..., Any]) -> Any:
    return show(BoardPage)


def test_seats_stand_by_class_in_the_order_of_their_elections(page: Any) -> None:
    board = page.seats.seats
    assert [len(column) for column in board._cards] == [3, 4, 3]
    vacant = [card.seat for card in board.cards() if card.seat.vacant]
    assert [(seat.name, seat.role, seat.tokens) for seat in vacant] == [
        ("Vacant seat II-4", "Since 14 Aug 2026, Harriet Dunmore-Vale", (("A", "dashed"),))
    ]
    said = words(page.seats)
    for text in ("7, 1 under review", "6 of 10 seats", "3 above quorum", "3, 4, 3", "13 May 2027"):
        assert text in said


def test_committees_show_guideline_and_law_apart(page: Any) -> None:
    audit = page.seats.table.texts()[0]
    assert audit[1:4] == ["Audit", "1 vacant, Okoro-Llewelyn (chair), Vaidyalingam", "2, needs 3"]
    assert audit[5] == "In cure to 13 May 2027"


def test_a_card_fills_the_pane(page: Any) -> None:
    card = next(card for card in page.seats.seats.cards() if card.seat.name == "Josephine Nakagawa-Reyes")
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    said = words(page.person_pane)
    for text in ("Director, Class III, seat III-3", "6 of 7", "85.7%", "61,204,880 for, 3,918,002 withheld",
                 "12 Feb 2026, independent", "Missed: board, 13 Aug."):  # fmt: skip
        assert text in said, text


def test_enter_on_a_vacant_seat_appoints_to_it(page: Any, services: Services, answers: list) -> None:
    from boarddesk.services.commands.add_person import AddPerson

    services.bus.do(AddPerson("Aino Virtanen"))

    def appoint(dialog: Any) -> None:
        assert (dialog.class_.value(), dialog.seat.text(), dialog.ends.count()) == ("II", "II-4", 2028)
        dialog.person.setEditText("Aino Virtanen")
        dialog.verb.click()

    answers.append(appoint)
    card = next(card for card in page.seats.seats.cards() if card.seat.vacant)
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert "aino-virtanen" in directors_on(services.record, DAY)
    assert all(not card.seat.vacant for card in page.seats.seats.cards())


def test_a_resignation_is_recorded_with_its_notice(page: Any, services: Services, answers: list) -> None:
    page.show_person("celikbaran")

    def resign(dialog: Any) -> None:
        dialog.notice.set_date(date(2026, 11, 20))
        dialog.verb.click()
        assert dialog.errors(), "a notice after the effective day is refused"
        dialog.notice.set_date(date(2026, 11, 10))
        dialog.verb.click()

    answers.append(resign)
    menu_deed(button_of(page.person_pane, "More"), "Leaves the board…")
    ended = [
        t for t in services.record.where(Appointment, "person", "celikbaran") if t.end_reason is EndReason.RESIGNED
    ]
    assert [(t.end, t.notice_on) for t in ended] == [(DAY, date(2026, 11, 10))]
    assert "celikbaran" not in members_on(services.record, "compensation", DAY)


def test_will_not_stand_can_be_taken_back(page: Any, services: Services) -> None:
    page.show_person("kouadjane")
    menu_deed(button_of(page.person_pane, "More"), "Will stand again after all")
    term = appointment_of(services.record, "kouadjane", DAY)
    assert term is not None
    assert term.will_not_stand_on is None


def test_a_determination_ends_the_review(page: Any, services: Services, answers: list) -> None:
    page.show_person("nakagawa-reyes")
    answers.append(lambda dialog: dialog.verb.click())
    button_of(page.person_pane, "Record determination…").click()
    made = [d for d in services.record.where(Determination, "person", "nakagawa-reyes") if d.decided_on == DAY]
    assert [(d.standard, d.supersedes is not None) for d in made] == [(Standard.NASDAQ, True)]
    assert "8" in words(page.seats.summary)
    assert "under review" not in words(page.seats.summary)


def test_members_and_chair_of_a_committee_change(page: Any, services: Services, answers: list) -> None:
    page.show_committee("audit")

    def change(dialog: Any) -> None:
        dialog.chair.setEditText("Ingrid Sørhaug")
        dialog.verb.click()
        assert "not ticked" in dialog.errors()[0]
        dialog.members.boxes["sorhaug"].click()
        dialog.verb.click()

    answers.append(change)
    button_of(page.committee_pane, "Change the members…").click()
    assert chair_of(services.record, "audit", DAY) == "sorhaug"
    assert len(members_on(services.record, "audit", DAY)) == 3


def test_history_tells_what_happened_and_who_entered_it(page: Any, services: Services) -> None:
    page.show_history("dunmore-vale")
    lines = page.history.table.texts()
    assert any("14 Aug 2026" in when and "Harriet Dunmore-Vale left the board" in what for when, what, _who in lines)
    assert all("Dunmore-Vale" in what or who for _when, what, who in lines)
    page.history.who.set_value(None)
    assert len(page.history.table.texts()) > len(lines)


def test_another_day_shows_the_board_of_that_day_and_changes_nothing(page: Any, services: Services) -> None:
    services.read_on(date(2026, 8, 1))
    page.make_stale()
    page.pieces.finish()
    assert all(not card.seat.vacant for card in page.seats.seats.cards())
    assert not page.appoint.isEnabled()
    assert page.appoint.toolTip() == "You are looking at 1 Aug 2026. Go back to today to change the record."
    services.read_on(None)
    page.make_stale()
    assert page.appoint.isEnabled()


@pytest.mark.parametrize(
    ("kind", "row", "view", "shown"),
    [
        ("people", "sorhaug", "seats", "Ingrid Sørhaug"),
        ("committees", "audit", "committees", "Audit Committee"),
        ("people", "dunmore-vale", "seats", "Harriet Dunmore-Vale"),
    ],
)
def test_evidence_opens_here(page: Any, kind: str, row: str, view: str, shown: str) -> None:
    page.show_target(Evidence(kind, row, ""))
    assert page.view.value() == view
    assert shown in words(page.panes.currentWidget())


def test_a_narrow_window_shortens_words(show: Callable[..., Any]) -> None:
    page = show(BoardPage, 940, 600)
    assert "Independent" in {card.seat.status_word for card in page.seats.seats.cards()}
    page.resize(1400, 700)
    QTest.qWait(10)
    assert "Determined independent" in {card.seat.status_word for card in page.seats.seats.cards()}
