import re
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from boarddesk.common import resources
from boarddesk.ui.kit import icons, theme
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.theme import Theme

NAMES = sorted(path.stem for path in resources.path("icons").glob("*.svg"))


def colors_of(pixmap) -> set[str]:
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_each_icon_is_drawn_in_the_token_color(name: str):
    drawn = icons.pixmap(name, "accent", 24, 2.0)
    assert drawn.width() == 48
    assert Theme.current().palette.accent in colors_of(drawn)


def test_off_is_faint():
    off = icons.icon("printer", "ink").pixmap(16, 16, QIcon.Mode.Disabled)
    assert colors_of(off) <= colors_of(icons.pixmap("printer", "ink3", 16, 1.0))


def test_buttons_are_drawn_again_when_the_theme_changes(qapp: QApplication, qtbot):
    button = Button("Print report", icon="printer")
    qtbot.addWidget(button)
    light = colors_of(button.icon().pixmap(button.iconSize(), 3.0))
    theme.apply(qapp, "dark")
    assert colors_of(button.icon().pixmap(button.iconSize(), 3.0)) != light


def test_every_icon_named_by_kit_and_widgets_ships():
    package = Path(icons.__file__).parents[1]
    named: set[str] = set()
    for file in [*package.glob("kit/*.py"), *package.glob("widgets/*.py")]:
        named |= set(
            re.findall(
                r'(?:icons\.(?:icon|pixmap)\(|icons\.paint\(painter, |icon=|EmptyState\()"([a-z0-9-]+)"',
                file.read_text(),
            )
        )
    assert named
    assert named <= set(NAMES)


def test_license_stands_beside():
    for place in (("icons", "LICENSE"), ("fonts", "inter", "LICENSE_FONT"), ("fonts", "source-serif", "LICENSE.md")):
        assert resources.path(*place).stat().st_size > 500
