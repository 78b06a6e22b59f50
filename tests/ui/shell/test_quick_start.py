"""The start: the collector waits until the window is painted, the other pages come in spare time."""

import gc
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from boarddesk.app import quick_start
from boarddesk.app.spare_time import use_spare_time
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


def test_every_page_is_imported_and_made_in_spare_time(
    qtbot: Any, open_window: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("boarddesk.app.spare_time.PAUSE_MS", 0)
    timer = use_spare_time(open_window)
    qtbot.waitUntil(lambda: not timer.isActive(), timeout=20_000)
    assert {place.module for place in PLACES} <= set(sys.modules)
    pages = open_window.desk.pages
    assert set(pages) == {place.name for place in PLACES}
    assert [name for name, page in pages.items() if page.built] == ["home"]
