"""A real window on a small real company."""

import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from boarddesk.domain.company import Company
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.people import Appointment, BoardSize, Person
from boarddesk.services.workspace import Services, new_company
from boarddesk.ui.kit import theme
from boarddesk.ui.kit.settings import keep_settings_in
from boarddesk.ui.main_window import MainWindow

DAY = date(2026, 11, 12)


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDDESK_TODAY", DAY.isoformat())


@pytest.fixture
def settle(qapp: QApplication) -> Callable[[], None]:
    def work() -> None:
        for _ in range(3):
            qapp.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    return work


@pytest.fixture
def services(tmp_path: Path) -> Services:
    made = new_company(tmp_path / "acme.boarddesk", Company(id="company", name="Acme Instruments, Inc."))
    rows = [
        Person(id="ada", name="Ada Sørensen"),
        Person(id="ben", name="Ben Okafor"),
        Appointment(id="ada-1", person="ada", class_="I", start=date(2024, 5, 1), term_ends_year=2027),
        Appointment(id="ben-1", person="ben", class_="II", start=date(2025, 5, 1), term_ends_year=2028),
        BoardSize(id="size", size=3, effective_from=date(2024, 5, 1)),
        Meeting(id="2026-12-03-board", body="board", starts=datetime.combine(date(2026, 12, 3), time(9))),
    ]
    made.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)
    return made


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, settle: Callable[[], None]) -> Iterator[MainWindow]:
    keep_settings_in(tmp_path / "settings")
    theme.apply(qapp, "light")
    hook = sys.excepthook
    made = MainWindow()
    made.resize(1280, 800)
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()
    sys.excepthook = hook
    keep_settings_in(None)
    settle()


@pytest.fixture
def open_window(window: MainWindow, services: Services, settle: Callable[[], None]) -> MainWindow:
    window.show_company(services)
    settle()
    return window
