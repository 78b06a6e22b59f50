"""Every page and dialog, in both themes and at three sizes: nothing cut, overlapping, nameless, unreachable or faint."""

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

sys.path.insert(0, str(Path(__file__).parent))

import painted
import walk_checks

from boarddesk.services.register_entries import FORMS
from boarddesk.services.workspace import open_company
from boarddesk.ui import inventory
from boarddesk.ui.kit import theme
from boarddesk.ui.kit.settings import keep_settings_in
from boarddesk.ui.main_window import MainWindow
from boarddesk.ui.navigation import PLACES
from boarddesk.ui.shots import settle, show_dialog

SIZES = ((1024, 700), (1280, 800), (1920, 1080))
THEMES = ("light", "dark")
BRIEF, PREVIEWED = 0.02, 0.25
MANY = 2000


@pytest.fixture(params=THEMES)
def window(
    request: Any, sample_copy: Path, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setenv("BOARDDESK_TODAY", "2026-11-12")
    keep_settings_in(tmp_path)
    theme.apply(qapp, request.param)
    made = MainWindow()
    made.show()
    made.show_company(open_company(sample_copy))
    settle()
    yield made
    made.close()
    made.deleteLater()
    keep_settings_in(None)
    qapp.processEvents()


def test_every_listed_page_is_there() -> None:
    for place in PLACES:
        assert place.load().title, place.name


def test_pages(window: MainWindow, request: pytest.FixtureRequest) -> None:
    """At every size in the light, and in the dark, where places are the same and colors others, at the middle one."""
    sizes = SIZES if request.node.callspec.params["window"] == THEMES[0] else SIZES[1:2]
    desk = window.desk
    assert desk is not None
    assert window.services is not None
    faults: list[str] = []
    for scene in inventory.scenes(window.services):
        for size in sizes:
            window.resize(*size)
            rest = PREVIEWED if scene.page in {"documents", "meetings"} else BRIEF
            desk.go(scene.page)
            settle(rest)
            scene.prepare(desk.page(scene.page))
            settle(rest)
            found = walk_checks.all_faults(window, colors=size == SIZES[1])
            faults += [f"{scene.name} at {size[0]}×{size[1]}: {fault}" for fault in found]
    assert not faults, "\n".join(["", *dict.fromkeys(faults)])


def test_painted_texts(window: MainWindow) -> None:
    """What delegates and drawn widgets paint, measured in the picture of each page."""
    desk = window.desk
    assert desk is not None
    assert window.services is not None
    window.resize(*SIZES[1])
    faults: list[str] = []
    seen = 0
    for scene in inventory.scenes(window.services):
        desk.go(scene.page)
        settle(BRIEF)
        scene.prepare(desk.page(scene.page))
        settle(BRIEF)
        texts, _covered, found = painted.faint_paint(window)
        faults += [f"{scene.name}: {fault}" for fault in found]
        seen += texts
    assert not faults, "\n".join(["", *dict.fromkeys(faults)])
    assert seen > MANY


def test_desk_states(window: MainWindow) -> None:
    """Another day, a refusal, search and a toast are as whole as the pages below them."""
    desk = window.desk
    assert desk is not None
    window.resize(*SIZES[1])
    for name in inventory.desk_states(desk):
        settle(PREVIEWED)
        faults = walk_checks.all_faults(window, colors=True) + painted.faint_paint(window)[2]
        assert not faults, "\n".join([name, *faults])


def test_welcome(window: MainWindow) -> None:
    window.close_company()
    faults: list[str] = []
    for size in SIZES:
        window.resize(*size)
        settle()
        faults += [f"{size}: {fault}" for fault in walk_checks.all_faults(window, colors=True)]
    assert not faults, "\n".join(["", *faults])


def test_dialogs(window: MainWindow) -> None:
    assert window.services is not None
    faults: list[str] = []
    seen = 0
    notices = tuple(inventory.notices(window))
    for name, dialog in chain(inventory.open_dialogs(window.services, window), notices):
        show_dialog(dialog)
        settle(BRIEF)
        faults += [f"{name}: {fault}" for fault in walk_checks.all_faults(dialog, colors=True)]
        faults += [f"{name}: faint: {fault}" for fault in painted.faint_paint(dialog)[2]]
        dialog.close()
        dialog.deleteLater()
        seen += 1
    assert seen == len(inventory.dialog_classes()) + len(FORMS) + len(notices)
    assert not faults, "\n".join(["", *faults])


def test_the_walk_would_find_faults(qapp: QApplication) -> None:
    bad = QWidget()
    bad.resize(300, 200)
    bad.setStyleSheet("QWidget { background: #ffffff; }")
    cut = QLabel("A text that is far too long for its place", bad)
    cut.setStyleSheet("color: #000000")
    cut.setGeometry(0, 0, 40, 20)
    faint = QLabel("Faint", bad)
    faint.setStyleSheet("color: #bbbbbb")
    faint.setGeometry(20, 10, 100, 20)
    idle = QPushButton(bad)
    idle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    idle.setGeometry(0, 100, 60, 30)
    bad.show()
    qapp.processEvents()
    assert len(walk_checks.cut_texts(bad)) == 1
    assert len(walk_checks.overlaps(bad)) == 1
    assert len(walk_checks.unnamed(bad)) == 1
    assert len(walk_checks.unreachable(bad)) == 1
    assert len(walk_checks.without_effect(bad)) == 1
    assert len(walk_checks.faint_texts(bad)) == 1
    bad.close()
