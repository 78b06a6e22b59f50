"""The Compliance page on a copy of the sample, in what-if mode."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from boarddesk.services.workspace import Services
from boarddesk.ui.jobs import WindowJobs
from boarddesk.ui.kit import theme
from boarddesk.ui.kit.settings import keep_settings_in
from boarddesk.ui.pages.compliance_page import CompliancePage


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is the day of the sample."""
    monkeypatch.setenv("BOARDDESK_TODAY", "2026-11-12")


@pytest.fixture
def services(sample_services: Services) -> Services:
    return sample_services


@pytest.fixture
def page(qtbot: Any, qapp: QApplication, services: Services, tmp_path: Path) -> Iterator[CompliancePage]:
    """The page as it was before the mode is entered; it follows the record as on the desk."""
    keep_settings_in(tmp_path)
    theme.apply(qapp, "light")
    made = CompliancePage(services)
    qtbot.addWidget(made)
    made.resize(1196, 732)
    made.show()
    end = services.bus.listen(lambda changes: made.note_change(changes.tables))
    qtbot.waitUntil(lambda: not made.pieces.pending)
    yield made
    end()
    if made.door.view is not None:
        made.door.view.forget()
    WindowJobs.current().stop_all()
    keep_settings_in(None)


@pytest.fixture
def suppose(qtbot: Any, page: CompliancePage) -> Callable[..., Any]:
    """Enters the mode, supposes some changes, and waits for the answer with its remedies; gives the view."""

    def work(*changes: Any, day: Any = None) -> Any:
        page.suppose()
        qtbot.waitUntil(lambda: not page.pieces.pending)
        view: Any = page.door.view
        if changes:
            view.changes.show_changes(changes, day)
            view.ask_now()
            qtbot.waitUntil(lambda: view.resting, timeout=8000)
        return view

    return work
