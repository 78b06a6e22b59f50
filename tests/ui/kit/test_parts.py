from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget

from boarddesk.ui.kit.bar import Bar
from boarddesk.ui.kit.button import Button, MenuButton
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.chips import BodyToken, Chip, ClauseChip, StatusChip, StatusMark
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.inspector import Inspector
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.settings import settings
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.tab_row import TabRow
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.toast import Toast


def test_segments(qtbot, seen):
    control = SegmentedControl([("g", "Guidelines 46"), ("l", "Law 78"), ("p", "Practice 1")])
    seen(control)
    assert control.value() == "g"
    with qtbot.waitSignal(control.chosen) as told:
        qtbot.mouseClick(control.layout().itemAt(1).widget(), Qt.MouseButton.LeftButton)
    assert told.args == ["l"]
    control.layout().itemAt(1).widget().setFocus()
    with qtbot.waitSignal(control.chosen, timeout=500) as told:
        qtbot.keyClick(control.layout().itemAt(1).widget(), Qt.Key.Key_Right)
    assert told.args == ["p"]
    control.choose("g")
    control.set_text("l", "Law 80")
    assert control.value() == "g"
    assert control.layout().itemAt(1).widget().accessibleName() == "Law 80"


def test_tabs(qtbot):
    tabs = TabRow(["Overview", "Agenda", "Live"])
    qtbot.addWidget(tabs)
    tabs.show()
    with qtbot.waitSignal(tabs.currentChanged) as told:
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert told.args == [1]


def test_a_toast_undoes_and_goes(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    heard: list[str] = []
    toast = Toast.say(window, "Duty moved to 3 Dec 2026", lambda: heard.append("undone"))
    assert toast.isVisible()
    assert toast.x() < 30
    assert toast.geometry().bottom() > 300
    window.resize(600, 600)
    assert toast.geometry().bottom() > 500
    toast.undo.click()
    assert heard == ["undone"]
    assert not toast.isVisible()


def test_a_second_toast_takes_the_place_of_the_first(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    first = Toast.say(window, "Noted")
    second = Toast.say(window, "Noted again")
    assert not first.isVisible()
    assert second.isVisible()


def test_a_button_shows_its_ring_for_the_keyboard_only(seen):
    button = Button("Record the vote", "primary")
    seen(button)
    button.clearFocus()
    plain = button.grab().toImage()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert button.grab().toImage() == plain
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.grab().toImage() != plain


def test_icon_buttons_have_names_and_tooltips(qtbot):
    button = Button(icon="x", kind="quiet", name="Close")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Close", "Close")
    menu = QMenu()
    assert MenuButton("All bodies", menu).accessibleName() == "All bodies"


def test_chips_say_their_words(qtbot):
    chip = StatusChip("not_met", "law")
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Shortfall"
    chip.set_status("met", "guideline")
    assert chip.text() == "Followed"
    bare = StatusMark("met", "law", bare=True)
    assert (bare.accessibleName(), bare.toolTip()) == ("No shortfall", "No shortfall found")
    assert BodyToken("A", "member", name="Audit committee").accessibleName() == "Audit committee"
    clause = ClauseChip("GL-3.5")
    width = clause.sizeHint().width()
    clause.set_clause("5605(b)(2)", "law")
    assert clause.sizeHint().width() > width
    wide = Chip("privileged", "slate", "eye-off")
    assert wide.sizeHint().width() > Chip("privileged", "slate").sizeHint().width()


def test_wrapped_text_is_never_squeezed(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    label = Text("The session of 13 Aug ran from 12:10, when the board rose, to 12:31. " * 3, wrap=True)
    label.setParent(window)
    label.resize(200, 10)
    window.show()
    assert label.minimumHeight() >= 18 * 5
    assert label.text().startswith("The session")


def test_text_is_never_markup(qtbot):
    label = Text("<b>5 < 6 & more</b>", wrap=True)
    qtbot.addWidget(label)
    assert "&lt;b&gt;5 &lt; 6 &amp; more" in QLabel.text(label)
    assert label.text() == "<b>5 < 6 & more</b>"


def test_elided_text_is_whole_in_its_tooltip(qtbot):
    label = Text("Nominating, governance and sustainability committee", elide=True)
    qtbot.addWidget(label)
    label.resize(80, 18)
    label.show()
    assert label.toolTip() == label.text()
    label.resize(900, 18)
    assert label.toolTip() == ""


def test_bars_stay_within_bounds(qtbot):
    bar = Bar(1.7, name="Steps")
    qtbot.addWidget(bar)
    assert bar.share == 1
    assert bar.accessibleName() == "Steps 100%"


def test_panes_keep_their_widths(qtbot):
    split = Splitter(QWidget(), QWidget(), name="home")
    qtbot.addWidget(split)
    split.resize(900, 300)
    split.show()
    split.start_with(0, 300)
    assert split.sizes()[1] == 300
    split.setSizes([500, 399])
    split.splitterMoved.emit(500, 1)
    assert settings().value("panes/home") is not None
    again = Splitter(QWidget(), QWidget(), name="home")
    qtbot.addWidget(again)
    again.resize(900, 300)
    again.show()
    again.start_with(0, 300)
    assert again.sizes() == split.sizes()


def test_the_inspector_begins_anew(qtbot):
    pane = Inspector(name="Clause")
    qtbot.addWidget(pane)
    pane.resize(344, 600)
    pane.show()
    heard: list[str] = []
    pane.head("Independent session", "Q3 2026", clause=("GL-3.5", "guideline"), status=("not_met", "guideline"))
    pane.section("Why").say("Marcus Ellerbrook was present throughout.")
    pane.correction("Record wrong?", "Correct it with evidence", lambda: heard.append("correct"))
    pane.law("The law, judged apart", "5605(b)(2)", "met", "FY 2026", "Three sessions count.")
    pane.buttons(Button("Review answers", "primary"))
    texts = [label.text() for label in pane.findChildren(Text)]
    assert "Marcus Ellerbrook was present throughout." in texts
    assert [chip.text() for chip in pane.findChildren(StatusChip)] == ["Departs", "No shortfall"]
    link = next(button for button in pane.findChildren(Button) if button.text() == "Correct it with evidence")
    link.click()
    assert heard == ["correct"]
    pane.show_nothing("Choose a clause to see why.")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [label.text() for label in pane.findChildren(Text) if label.text()] == ["Choose a clause to see why."]


def test_tab_stops_at_the_segment_chosen_even_by_the_program(seen, qtbot) -> None:
    """Qt would stop where the keyboard was last."""
    before, control = QLineEdit(), SegmentedControl([("a", "Seats"), ("b", "Committees"), ("c", "History")])
    both = holder(row(before, control))
    seen(both)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Seats"
    before.setFocus()
    control.choose("c")
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().text() == "History"


def test_a_table_with_nothing_in_it_counts_nothing(seen) -> None:
    table = Table((Column("Name", str),), key=str, empty=EmptyState("users", "No people yet"))
    seen(table)
    assert not table.footer.isVisible()
    assert table.empty.isVisible()
    table.set_rows(["Ingrid Sørhaug"])
    assert table.footer.isVisible()
    table.filter("nobody")
    assert table.footer.text() == "0 of 1 shown"
