import pytest
from PySide6.QtCore import Qt

from boarddesk.ui.widgets.attendance_strip import AttendanceCell, AttendanceStrip
from boarddesk.ui.widgets.evidence_list import Evidence, EvidenceList
from boarddesk.ui.widgets.seat_board import SeatBoard, SeatColumn
from boarddesk.ui.widgets.seat_card import Seat

COLUMNS = (
    SeatColumn("2027", "Class I", "13 May 2027", (
        Seat(1, "Ada Byron", "Lead independent director", status="recorded", status_word="Determined independent",
             note="since 2018"),
        Seat(2, "Ben Okri", "Director"))),
    SeatColumn("2028", "Class II", "", (
        Seat(3, "Vacant seat II-4", "Since 14 Aug 2026", vacant=True, action="Nominate…"),)),
)  # fmt: skip


@pytest.fixture
def board(seen) -> SeatBoard:
    made = SeatBoard(name="Seats")
    made.set_columns(COLUMNS)
    made.resize(700, 400)
    seen(made)
    return made


def test_arrows_walk_the_seats(board: SeatBoard, qtbot):
    first, below, beside = board.cards()
    first.setFocus()
    with qtbot.waitSignal(board.chosen) as told:
        qtbot.keyClick(first, Qt.Key.Key_Down)
    assert told.args == [2]
    assert below.hasFocus()
    qtbot.keyClick(below, Qt.Key.Key_Right)
    assert board.current() == 3
    assert beside.hasFocus()
    qtbot.keyClick(beside, Qt.Key.Key_Right)
    assert board.current() == 3, "there is nothing further right"


def test_cards_say_everything(board: SeatBoard):
    said = board.cards()[0].accessibleName()
    assert said == "Ada Byron, Lead independent director, Determined independent, since 2018"


def test_a_vacant_seat_has_an_action(board: SeatBoard, qtbot):
    card = board.cards()[2]
    with qtbot.waitSignal(board.acted) as told:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card._action_box().center().toPoint())
    assert told.args == [3]
    with qtbot.waitSignal(board.acted):
        qtbot.keyClick(card, Qt.Key.Key_Return)


def test_a_person_opens(board: SeatBoard, qtbot):
    with qtbot.waitSignal(board.activated) as told:
        qtbot.mouseDClick(board.cards()[1], Qt.MouseButton.LeftButton)
    assert told.args == [2]
    with qtbot.waitSignal(board.activated):
        qtbot.keyClick(board.cards()[1], Qt.Key.Key_Return)


def test_the_choice_stays(board: SeatBoard):
    board.choose(2)
    board.set_columns(COLUMNS)
    assert board.current() == 2


def test_a_page_may_rebuild_the_board_while_a_card_tells_of_its_click(board: SeatBoard, qtbot):
    board.chosen.connect(lambda _key: board.set_columns(COLUMNS))
    board.cards()[0].setFocus()
    qtbot.mouseClick(board.cards()[0], Qt.MouseButton.LeftButton)
    qtbot.keyClick(board.cards()[0], Qt.Key.Key_Down)
    qtbot.wait(10)
    assert board.current() == 2
    assert board.cards()[1].hasFocus()
    qtbot.keyClick(board.cards()[1], Qt.Key.Key_Up)
    assert board.current() == 1


def test_attendance_wraps_and_opens(seen, qtbot):
    cells = [AttendanceCell(n, "B", "present" if n % 3 else "absent", f"Board {n}") for n in range(12)]
    strip = AttendanceStrip(cells, name="Attendance 2026")
    strip.resize(180, strip.heightForWidth(180))
    seen(strip)
    assert len({spot.box.top() for spot in strip.spots}) == 3
    assert all(spot.box.right() <= 180 and spot.box.bottom() <= strip.height() for spot in strip.spots)
    with qtbot.waitSignal(strip.activated) as told:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.box_of(7).center().toPoint())
    assert told.args == [7]


def test_evidence_opens_and_what_is_missing_does_not(seen, qtbot):
    pieces = (Evidence("m", "scroll-text", "Board minutes, 13 Aug 2026", "item 14"),
              Evidence("n", "file-text", "Signed notice", "missing", opens=False))  # fmt: skip
    evidence = EvidenceList(pieces, name="Evidence")
    evidence.resize(300, evidence.sizeHint().height())
    seen(evidence)
    assert [spot.name for spot in evidence.spots] == ["Board minutes, 13 Aug 2026, item 14"]
    evidence.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(evidence.activated) as told:
        qtbot.keyClick(evidence, Qt.Key.Key_Return)
    assert told.args == ["m"]
    nothing = EvidenceList((), name="Evidence")
    qtbot.addWidget(nothing)
    assert nothing.focusPolicy() == Qt.FocusPolicy.NoFocus
