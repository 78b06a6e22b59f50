from datetime import date, time

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget

from boarddesk.ui.kit.card import column, holder
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField, fold
from boarddesk.ui.kit.fields import CountField, DateField, LineField, MoneyField, TextField, TimeField

PEOPLE = [(1, "Ingrid Sørhaug"), (2, "Tobiasz Wiśniewolski"), (3, "Aylin Çelikbaran")]


def test_a_date_is_put_into_form_when_the_field_is_left(qtbot, seen):
    field, other = DateField(), LineField()
    window = holder(column(field, other))
    seen(window)
    field.setFocus()
    qtbot.keyClicks(field, "November 3, 2026")
    assert field.date() == date(2026, 11, 3)
    other.setFocus()
    assert field.text() == "3 Nov 2026"
    assert field.problem() == ""


def test_arrows_move_a_day(qtbot):
    field = DateField(date(2026, 10, 31))
    qtbot.addWidget(field)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.date() == date(2026, 11, 1)
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert field.date() == date(2026, 10, 25)


def test_the_month_gives_a_day(qtbot):
    field = DateField(date(2026, 12, 3))
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 12, 3)
    calendar.clicked.emit(QDate(2026, 12, 10))
    assert field.date() == date(2026, 12, 10)


def test_problems_name_what_was_typed(qtbot):
    field = DateField()
    qtbot.addWidget(field)
    assert field.problem() == "Nothing is written here yet."
    field.setText("soon")
    assert field.problem() == "“soon” cannot be read. Write a date such as 12 Nov 2026."
    assert DateField(optional=True).problem() == ""


def test_times_and_amounts(qtbot):
    at, money = TimeField(time(9, 5)), MoneyField(12000001)
    qtbot.addWidget(at)
    qtbot.addWidget(money)
    assert (at.text(), money.text()) == ("09:05", "120,000.01")
    at.setText("2:02 pm")
    assert at.time() == time(14, 2)
    money.set_value(None)
    assert money.cents() is None


def test_counts_stay_within_bounds(qtbot):
    field = CountField(11, least=1, most=10)
    qtbot.addWidget(field)
    assert field.problem() == "Write 10 or less."
    field.setText("0")
    assert field.problem() == "Write 1 or more."
    field.setText("1,0")
    assert (field.count(), field.problem()) == (10, "")


def test_several_lines(qtbot):
    field = TextField(optional=False)
    qtbot.addWidget(field)
    assert field.problem()
    field.setPlainText("RESOLVED")
    assert (field.value(), field.problem()) == ("RESOLVED", "")


def test_accents_need_not_be_typed(qtbot):
    field = PersonField(PEOPLE)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed):
        field.setEditText("sorhaug")
    assert field.value() is None
    assert field.problem() == "“sorhaug” is not in the list. Choose one of its entries."
    completer = field.completer()
    completer.setCompletionPrefix("sorhaug")
    assert completer.currentCompletion() == "Ingrid Sørhaug"
    field.setEditText("tobiasz wisniewolski")
    assert field.value() == 2
    assert fold("Çelikbaran") == "celikbaran"


def test_a_choice_by_value(qtbot):
    field = ChoiceField(PEOPLE, value=3)
    qtbot.addWidget(field)
    assert field.currentText() == "Aylin Çelikbaran"
    field.set_value(None)
    assert field.problem() == "Nothing is chosen yet."
    field.set_value(1)
    field.set_choices([(1, "Ingrid Sørhaug"), (4, "Harriet Dunmore-Vale")])
    assert field.value() == 1
