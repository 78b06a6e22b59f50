"""A themed application and settings of its own for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from boarddesk.ui.kit import theme
from boarddesk.ui.kit.closing import delete_windows
from boarddesk.ui.kit.settings import keep_settings_in


@pytest.fixture(autouse=True)
def themed(qapp: QApplication, tmp_path: Path) -> Iterator[theme.Theme]:
    keep_settings_in(tmp_path)
    yield theme.apply(qapp, "light")
    keep_settings_in(None)


@pytest.fixture(autouse=True, scope="session")
def ended(qapp: QApplication) -> Iterator[None]:
    """No window is left to the interpreter's exit."""
    yield
    delete_windows(qapp)


@pytest.fixture
def seen(qtbot) -> Callable[[QWidget], None]:
    """Show a widget and wait until its window is the active one, so that focus works."""

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)

    return show
