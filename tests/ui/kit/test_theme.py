import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from boarddesk.ui.kit import fonts, stylesheet, theme
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import DARK, LIGHT, TYPE


def test_faces_are_registered():
    assert {"Inter", "Source Serif 4"} <= set(fonts.register())
    for weight in (400, 500, 600):
        role = next(name for name, kind in TYPE.items() if kind.weight == weight and kind.family == "Inter")
        info = QFontInfo(Theme.current().font(role))
        assert (info.family(), info.weight()) == ("Inter", weight)


def test_dark_and_light_change_palette_and_tell(qapp: QApplication, qtbot):
    with qtbot.waitSignal(Theme.current().changed):
        theme.apply(qapp, "dark")
    assert Theme.current().palette is DARK
    assert qapp.palette().window().color().name().upper() == DARK.window
    theme.apply(qapp, "light")
    assert Theme.current().palette is LIGHT
    assert qapp.palette().window().color().name().upper() == LIGHT.window


def test_system_mode_follows_the_system(qapp: QApplication, monkeypatch: pytest.MonkeyPatch):
    theme.apply(qapp, "system")
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        dark = scheme == Qt.ColorScheme.Dark
        # The platform of the tests has no scheme of its own that could change.
        monkeypatch.setattr(theme, "system_is_dark", lambda _app, dark=dark: dark)
        qapp.styleHints().colorSchemeChanged.emit(scheme)
        assert Theme.current().dark is dark
    theme.apply(qapp, "dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert Theme.current().dark, "a mode that the user chose stays"


def test_stylesheet_resolves_every_token():
    for palette in (LIGHT, DARK):
        sheet = stylesheet.make(palette, 1.0, 1.0)
        assert not re.findall(r"\{[a-z0-9_-]+\}|<\d+>|\[\[|url\(\w+\)|%", sheet)
        for file in re.findall(r'url\("([^"]+)"\)', sheet):
            assert Path(file).read_text(encoding="utf-8").startswith("<svg")


def test_text_scale_scales_sizes_and_fonts(qapp: QApplication, qtbot):
    label = Text("Followed", "strong")
    qtbot.addWidget(label)
    before = label.sizeHint().width()
    scaled = theme.apply(qapp, "light", 1.5)
    assert scaled.px(100) in range(140, 161)
    assert QFontInfo(scaled.font("base")).pixelSize() in {19, 20}
    assert label.sizeHint().width() > before * 1.3
    theme.apply(qapp, "light")


def test_figures_are_tabular_unless_a_hyphen_would_be_torn():
    tabular = QFont.Tag("tnum")
    assert Theme.current().font("base", "12 Nov 2026").featureValue(tabular) == 1
    assert not Theme.current().font("base", "Form 8-K").isFeatureSet(tabular)
    assert not Theme.current().font("base", "Okoro-Llewelyn").isFeatureSet(tabular)


@pytest.mark.parametrize("constant", [None, True, False, NotImplemented], ids=repr)
def test_constants_outlive_many_calls(constant: object):
    font, theme_ = QFont(), Theme.current()
    for _ in range(20_000):
        font.setPointSize(12)
    for _ in range(1_000):
        theme_.objectNameChanged.emit("")
    assert sys.getrefcount(constant) > 1_000_000
