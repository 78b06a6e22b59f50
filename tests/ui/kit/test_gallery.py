"""Every sheet of the gallery, light and dark: nothing cut, everything named, reachable and visible."""

import os
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLabel, QScrollBar, QWidget

from boarddesk.ui.kit import theme
from boarddesk.ui.kit.text import Text

HERE = Path(__file__).parent
MAKERS = {
    **runpy.run_path(str(HERE / "sheets.py"))["SHEETS"],
    **runpy.run_path(str(HERE.parent / "widgets" / "widget_sheets.py"))["SHEETS"],
}


@pytest.fixture(params=["light", "dark", "large text"])
def mode(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    large = request.param == "large text"
    theme.apply(qapp, "light" if large else request.param, 1.5 if large else 1.0)
    yield request.param
    theme.apply(qapp, "light")


@pytest.fixture(params=MAKERS)
def sheet(request: pytest.FixtureRequest, mode: str, seen) -> QWidget:
    made = MAKERS[request.param]()
    seen(made)
    return made


def test_sheet(sheet: QWidget):
    parts = [part for part in sheet.findChildren(QWidget) if part.isVisibleTo(sheet)]
    for label in (part for part in parts if isinstance(part, QLabel)):
        if isinstance(label, Text) and label._elide:
            continue
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        else:
            assert label.width() >= label.sizeHint().width(), label.text()
    for button in (part for part in parts if isinstance(part, QAbstractButton)):
        assert button.width() >= button.minimumSizeHint().width(), button.text()
        assert button.height() >= button.minimumSizeHint().height(), button.text()
    for part in parts:
        by_keyboard = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        inner = isinstance(part.parent(), QComboBox | QAbstractSpinBox) or isinstance(part, QScrollBar)
        if by_keyboard and not inner and part.focusProxy() is None:
            text = part.text() if isinstance(part, QAbstractButton) else ""
            assert part.accessibleName() or text, part


def test_sheet_is_inked(sheet: QWidget, mode: str):
    image = sheet.grab().toImage()
    step = max(1, image.width() // 60)
    colors = {image.pixelColor(x, y).name() for x in range(0, image.width(), step) for y in range(0, image.height(), 3)}
    assert len(colors) > 3
    lightness = image.pixelColor(2, image.height() - 3).lightness()
    assert (lightness < 90) is (mode == "dark")


def test_the_gallery_ends_well(tmp_path: Path):
    """Windows that nothing but Qt knows of any more do not crash the interpreter's exit."""
    done = subprocess.run(
        [sys.executable, str(HERE / "gallery.py"), str(tmp_path), "light", "inspector", "seats"],
        env={**os.environ, "PYTHONPATH": str(HERE.parents[2])}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert {file.name for file in tmp_path.glob("*.png")} == {"inspector-light-1x.png", "seats-light-1x.png"}
