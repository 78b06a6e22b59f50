from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog

from boarddesk.common.errors import UserError
from boarddesk.ui.kit.fields import CountField, LineField
from boarddesk.ui.kit.form_dialog import Confirmation, FormDialog


@dataclass(frozen=True)
class Rename:
    name: str
    seats: int


class RenameDialog(FormDialog):
    def __init__(self, attempt=None) -> None:
        super().__init__("Rename the committee?", "Rename", "Keep the name", attempt=attempt)
        self.name = self.field("Name", LineField())
        self.seats = self.field("Seats", CountField(3), hint="Vacant ones too.")

    def check(self) -> None:
        if self.name.value() == "Board":
            self.wrong(self.name, "The board is no committee.")

    def command(self) -> Rename:
        return Rename(self.name.value(), self.seats.count())


@pytest.fixture
def dialog(qtbot) -> RenameDialog:
    made = RenameDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_empty_field_is_told_under_it_and_gets_the_focus(dialog: RenameDialog):
    dialog.verb.click()
    assert dialog.isVisible()
    assert dialog.errors() == ["Nothing is written here yet."]
    assert dialog.focusWidget() is dialog.name


def test_the_form_gives_a_command(dialog: RenameDialog):
    dialog.name.setText("Audit")
    dialog.verb.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.command() == Rename("Audit", 3)


def test_checks_of_the_form_itself(dialog: RenameDialog):
    dialog.name.setText("Board")
    dialog.accept()
    assert dialog.errors() == ["The board is no committee."]
    dialog.name.setText("Audit")
    dialog.accept()
    assert dialog.errors() == []
    assert not dialog.isVisible()


def test_a_refusal_is_shown_and_the_dialog_stays(qtbot):
    def refuse(command: Rename) -> None:
        raise UserError(f"{command.name} exists already.", what_to_do="Choose another name.")

    dialog = RenameDialog(refuse)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("Audit")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.refusal() == "Audit exists already. Choose another name."


def test_asking_gives_the_very_command_that_was_attempted(qtbot):
    attempted: list[Rename] = []
    dialog = RenameDialog(attempted.append)
    qtbot.addWidget(dialog)
    dialog.name.setText("Audit")
    QTimer.singleShot(0, dialog.verb.click)
    assert dialog.asked() is attempted[0]


def test_the_way_out_gives_nothing(dialog: RenameDialog):
    QTimer.singleShot(0, dialog.way_out.click)
    assert dialog.asked() is None


def test_escape_is_the_way_out(dialog: RenameDialog, qtbot):
    assert dialog.way_out.text() == "Keep the name"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_fields_have_names(dialog: RenameDialog):
    assert dialog.seats.accessibleName() == "Seats"
    assert dialog.seats.accessibleDescription() == "Vacant ones too."


@pytest.mark.parametrize("taken", [True, False])
def test_confirmation(qtbot, taken: bool):
    def press() -> None:
        box = QApplication.activeModalWidget()
        (box.verb if taken else box.way_out).click()

    QTimer.singleShot(0, press)
    answer = Confirmation.ask(None, "Seal the minutes of 13 Aug 2026?", "Sealed minutes can’t be changed.",
                              "Seal minutes", "Keep as approved")  # fmt: skip
    assert answer is taken


def test_a_form_is_as_wide_as_its_widest_field_and_leaves_no_gap_below(qtbot, seen):
    dialog = FormDialog("Who else is here?", "Add", "Leave it", says="A sentence that goes on over two lines. " * 3)
    wide = QCheckBox("9 Data services agreement with a related person, and whatever else may come before the meeting")
    dialog.add(wide)
    seen(dialog)
    inner = wide.parentWidget()
    assert wide.mapTo(dialog, wide.rect().bottomRight()).x() < dialog.width()
    assert inner.height() - wide.geometry().bottom() <= 16
