"""Refusals are told in a sentence, the unforeseen is logged and shown, and the window stays."""

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from boarddesk.app import crash
from boarddesk.app.compose import guard
from boarddesk.common.errors import Cancelled, Fault, UserError
from boarddesk.ui.error_dialog import ErrorDialog, RefusalDialog
from boarddesk.ui.main_window import MainWindow


class Seen:
    def __init__(self) -> None:
        self.refused: list[UserError] = []
        self.shown: list[str] = []


def handler(seen: Seen, path: Path) -> crash.CrashHandler:
    return crash.CrashHandler(seen.refused.append, lambda details, _path: seen.shown.append(details), path)


def raised(error: BaseException) -> tuple[Any, BaseException, Any]:
    try:
        raise error  # noqa: TRY301
    except BaseException as caught:  # noqa: BLE001 - made for its traceback
        return type(caught), caught, caught.__traceback__


def test_each_kind_of_end_goes_its_own_way(tmp_path: Path) -> None:
    seen, log = Seen(), tmp_path / "log" / "boarddesk.log"
    found = handler(seen, log)
    found.handle(*raised(UserError("The file is not there.")))
    found.handle(*raised(Cancelled()))
    assert ([error.what for error in seen.refused], seen.shown, log.exists()) == (["The file is not there."], [], False)
    found.handle(*raised(ZeroDivisionError("a slip")))
    assert "ZeroDivisionError: a slip" in seen.shown[0]
    assert "ZeroDivisionError: a slip" in log.read_text(encoding="utf-8")


def test_a_fault_while_showing_is_only_logged(tmp_path: Path) -> None:
    log = tmp_path / "boarddesk.log"
    calls: list[int] = []

    def shown(_details: str, _path: Path) -> None:
        calls.append(1)
        found.handle(*raised(ValueError("second")))

    found = crash.CrashHandler(lambda _error: None, shown, log)
    found.handle(*raised(ValueError("first")))
    assert calls == [1]
    assert log.read_text(encoding="utf-8").count("Traceback") == 2


def test_a_full_log_begins_anew_and_a_closed_folder_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "boarddesk.log"
    monkeypatch.setattr(crash, "MOST_BYTES", 10)
    crash.write_log("a long entry", log)
    crash.write_log("the next", log)
    assert "a long entry" not in log.read_text(encoding="utf-8")
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    crash.write_log("nowhere", blocked / "boarddesk.log")
    assert blocked.read_text() == "no folder"


def test_the_dialog_copies_its_details_and_stays(window: MainWindow, tmp_path: Path) -> None:
    dialog = ErrorDialog("Traceback: a slip", tmp_path / "boarddesk.log", window)
    assert dialog.verb.text() == "Copy details"
    dialog.accept()
    assert QApplication.clipboard().text() == "Traceback: a slip"
    assert dialog.verb.text() == "Details copied"
    dialog.reject()


def test_an_unforeseen_error_in_a_slot_is_shown_and_the_window_stays(open_window: MainWindow, tmp_path: Path) -> None:
    before = sys.excepthook
    guard(open_window, tmp_path / "boarddesk.log")
    seen: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ErrorDialog)
        seen.append(dialog.details)
        dialog.reject()

    QTimer.singleShot(50, read)
    try:
        sys.excepthook(*raised(KeyError("slip")))
    finally:
        sys.excepthook = before
    assert "KeyError: 'slip'" in seen[0]
    assert open_window.isVisible()
    assert "KeyError" in (tmp_path / "boarddesk.log").read_text(encoding="utf-8")


def test_a_refusal_lists_all_its_faults(window: MainWindow) -> None:
    faults = (Fault("One.", "people ada"), Fault("Two.", "people ben", "Correct it."))
    dialog = RefusalDialog(UserError("2 faults in the document.", "a.json", faults=faults), window)
    assert dialog.text.toPlainText() == "people ada: One.\npeople ben: Two. Correct it."
    dialog.reject()
