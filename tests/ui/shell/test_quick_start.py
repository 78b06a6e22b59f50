"""The start: the collector waits until the window is painted, the other pages come in spare time."""

import gc
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from boarddesk.app import quick_start
from boarddesk.app.spare_time import import_pages
from boarddesk.ui.navigation import PLACES


def test_the_collector_works_again_once_the_window_is_painted() -> None:
    try:
        quick_start.begin()
        assert not gc.isenabled()
        quick_start.painted()
        assert gc.isenabled()
    finally:
        gc.unfreeze()
        gc.enable()


def test_what_comes_before_qt_needs_no_qt() -> None:
    code = "import sys; from boarddesk.app import quick_start; quick_start.begin(); print('PySide6' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3]
    )
    assert done.stdout.strip() == "False"


def test_every_page_is_imported_in_spare_time(qtbot: Any, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    del qapp
    monkeypatch.setattr("boarddesk.app.spare_time.PAUSE_MS", 0)
    owner = QObject()
    timer = import_pages(owner)
    qtbot.waitUntil(lambda: not timer.isActive(), timeout=20_000)
    assert {place.module for place in PLACES} <= set(sys.modules)
