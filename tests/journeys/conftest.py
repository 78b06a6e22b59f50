"""The `desk` fixture: the real window on real files, driven in the secretary's words (see `secretary.py`)."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

sys.path.insert(0, str(Path(__file__).parent))

from secretary import Secretary

from boarddesk.app.compose import guard
from boarddesk.app.crash import CrashHandler
from boarddesk.ui.kit import theme
from boarddesk.ui.kit.settings import keep_settings_in
from boarddesk.ui.main_window import MainWindow

DAY = "2026-11-12"


@pytest.fixture(autouse=True)
def twelfth_of_november(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every journey happens on 12 Nov 2026, the day of the sample."""
    monkeypatch.setenv("BOARDDESK_TODAY", DAY)


@pytest.fixture
def desk(qtbot: Any, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Secretary]:
    """The window on the welcome page; `desk.start(rows)` or `desk.open(path)` opens a company."""
    keep_settings_in(tmp_path / "settings")
    theme.apply(qapp, "light")
    window = MainWindow()
    secretary = Secretary(qtbot, window, tmp_path)
    before = sys.excepthook
    handler = guard(window, tmp_path / "log" / "boarddesk.log")
    handler.install()
    _fail_on_the_unforeseen(handler, secretary)
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args, **_kwargs: (str(secretary.files.pop(0)), ""))
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    yield secretary
    window.close()
    sys.excepthook = before
    keep_settings_in(None)
    window.deleteLater()
    qapp.processEvents()
    assert not secretary.unforeseen, secretary.unforeseen[0]


def _fail_on_the_unforeseen(handler: CrashHandler, secretary: Secretary) -> None:
    """What a user would see in the dialog fails the test instead."""
    handler._shown = lambda details, _path: secretary.unforeseen.append(details)


@pytest.fixture
def sample_desk(desk: Secretary, sample_copy: Path) -> Secretary:
    """The window on a copy of the sample company."""
    desk.open(sample_copy)
    return desk
