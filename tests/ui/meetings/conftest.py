"""The meetings page on a real file, with keys pressed and dialogs answered as a person would."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2] / "services"))

from meeting_case import DAY, company

from boarddesk.services.workspace import Services
from boarddesk.ui.jobs import WindowJobs
from boarddesk.ui.kit import theme
from boarddesk.ui.kit.settings import keep_settings_in
from boarddesk.ui.meeting.drafts import Saving
from boarddesk.ui.pages.meetings_page import MeetingsPage


@pytest.fixture(autouse=True)
def the_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the late afternoon, whenever the tests run: entries are stamped after the meetings began."""
    from datetime import datetime as moment

    from boarddesk.common import clock

    real = clock.now
    monkeypatch.setattr(clock, "now", lambda: moment.combine(real().date(), moment(2026, 1, 1, 17, 30).time()))


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is the day of the special meeting."""
    monkeypatch.setenv("BOARDDESK_TODAY", DAY.isoformat())


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    opened = company(company_path)
    yield opened
    opened.close()


class Room:
    """The page, and hands on it."""

    def __init__(self, page: MeetingsPage, services: Services, qtbot: Any) -> None:
        self.page, self.services, self.qtbot = page, services, qtbot

    @property
    def tab(self) -> Any:
        """The tab shown."""
        return self.page.view.current()

    @property
    def record(self) -> Any:
        """The record as it is now."""
        return self.services.record

    def go(self, meeting: str, tab: str) -> Any:
        """Show a meeting in a tab."""
        self.page.show_target((meeting, tab))
        self.settle()
        return self.tab

    def press(self, *keys: str, widget: QWidget | None = None) -> None:
        """Press keys one after the other."""
        for key in keys:
            target = widget or QApplication.focusWidget() or self.page
            combination = QKeySequence(key)[0]
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
            self.settle()

    def click(self, name: str, within: QWidget | None = None) -> None:
        """Click a visible, enabled button by its text or accessible name."""
        for button in (within or self.page).findChildren(QAbstractButton):
            if name in {button.text(), button.accessibleName()} and button.isVisible() and button.isEnabled():
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                self.settle()
                return
        raise AssertionError(f"no button {name!r}")

    def button(self, name: str) -> QAbstractButton:
        """A visible button by its text or accessible name."""
        return next(
            b for b in self.page.findChildren(QAbstractButton)
            if name in {b.text(), b.accessibleName()} and b.isVisible()
        )  # fmt: skip

    def answer(self, deed: Callable[[], object], fill: Callable[[Any], object], verb: bool = True) -> None:
        """Do something that opens a dialog, fill it and click its verb."""
        troubles: list[BaseException] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog) or not dialog.isVisible():
                QTimer.singleShot(10, look)
                return
            try:
                fill(dialog)
                if verb:
                    dialog.verb.click()  # type: ignore[attr-defined]
                assert not dialog.isVisible(), f"the dialog stays: {dialog.refusal()} {dialog.errors()}"  # type: ignore[attr-defined]
            except BaseException as trouble:  # noqa: BLE001 - raised again in the test
                troubles.append(trouble)
                dialog.reject()

        QTimer.singleShot(10, look)
        deed()
        self.settle()
        if troubles:
            raise troubles[0]
        # Without a window manager nobody gives the page its place back.
        self.page.activateWindow()
        self.qtbot.waitUntil(self.page.isActiveWindow)

    def words(self, within: QWidget | None = None) -> str:
        """Every visible label, one a line."""
        labels = (within or self.page).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def settle(self) -> None:
        """Let everything happen that is on its way."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: WindowJobs.current().running is None, timeout=8000)
        QApplication.processEvents()


@pytest.fixture
def room(qtbot: Any, qapp: QApplication, services: Services, tmp_path: Path) -> Iterator[Room]:
    """The page shown on the company's file."""
    keep_settings_in(tmp_path / "settings")
    theme.apply(qapp, "light")
    page = MeetingsPage(services)
    stop = services.bus.listen(lambda changes: page.note_change(changes.tables))
    page.resize(1196, 732)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield Room(page, services, qtbot)
    stop()
    Saving.settle(page)
    page.hide()
    keep_settings_in(None)
