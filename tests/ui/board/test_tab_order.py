"""Tab reaches every field and button of a dialog, from top to bottom; on the Board page the seats before the rest."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QWidget

from boarddesk.services.workspace import Services
from boarddesk.ui import inventory
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.pages.board_page import BoardPage
from boarddesk.ui.shots import show_dialog
from boarddesk.ui.widgets.seat_card import SeatCard

MOST = 150


def stops(top: QWidget) -> list[QWidget]:
    """What has the focus, one Tab after the other, until it comes round."""
    found: list[QWidget] = []
    for _ in range(MOST):
        here = QApplication.focusWidget()
        if here is None or here in found:
            break
        found.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        QApplication.processEvents()
    return [widget for widget in found if top.isAncestorOf(widget)]


def wanted(top: QWidget) -> list[QWidget]:
    """Every control that a person would want to come to; of a segmented control any one part will do."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parentWidget(), SegmentedControl)
        and not (isinstance(widget, QLineEdit) and isinstance(widget.parentWidget(), QComboBox))
    ]


def test_tab_reaches_everything_in_the_dialogs_of_the_register(qtbot: Any, services: Services) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.show()
    faults: list[str] = []
    samples = inventory.Samples(services)
    for kind in inventory.dialog_classes():
        dialog: QDialog = samples.make(kind, holder)
        show_dialog(dialog)
        dialog.activateWindow()
        QApplication.processEvents()
        seen = stops(dialog)
        missed = [w for w in wanted(dialog) if w not in seen and not any(w.isAncestorOf(other) for other in seen)]
        faults += [f"{kind.__name__}: Tab never comes to {w.accessibleName() or type(w).__name__}" for w in missed]
        dialog.close()
        dialog.deleteLater()
    assert not faults, "\n".join(["", *faults])


def test_a_ballot_is_filled_in_from_left_to_right(qtbot: Any, services: Services) -> None:
    from boarddesk.ui.dialogs.hold_election_dialog import HoldElectionDialog

    dialog = HoldElectionDialog(services, None, None)
    qtbot.addWidget(dialog)
    dialog.class_.set_value("I")
    show_dialog(dialog)
    dialog.activateWindow()
    QApplication.processEvents()
    seen = [widget for widget in stops(dialog) if widget.accessibleName()]
    places = [widget.mapTo(dialog, QPoint()) for widget in seen if dialog.ballot.isAncestorOf(widget)]
    assert len(places) == 13
    assert [point.y() // 20 for point in places] == sorted(point.y() // 20 for point in places)
    assert seen.index(dialog.note) == seen.index(dialog.ballot.more) + 1


def test_the_seats_come_before_the_committees(show: Callable[..., Any]) -> None:
    page = show(BoardPage)
    page.activateWindow()
    QApplication.processEvents()
    page.appoint.setFocus()
    seen = stops(page)
    cards = [place for place, widget in enumerate(seen) if isinstance(widget, SeatCard)]
    assert cards == list(range(1, 11))
    assert seen.index(page.seats.table.view) == 11
