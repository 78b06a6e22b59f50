"""The window's faces: registered once from the resources, set in points so that system text scale works."""

import sys
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from boarddesk.common import resources
from boarddesk.ui.kit.tokens import TYPE

FACES = (
    ("inter", "Inter_400Regular.ttf"),
    ("inter", "Inter_500Medium.ttf"),
    ("inter", "Inter_600SemiBold.ttf"),
    ("source-serif", "SourceSerif4-Regular.ttf"),
    ("source-serif", "SourceSerif4-It.ttf"),
    ("source-serif", "SourceSerif4-Semibold.ttf"),
    ("source-serif", "SourceSerif4-SemiboldIt.ttf"),
)

# macOS lays out 72 points to 72 pixels, the others 72 points to 96.
POINTS_PER_PX = 1.0 if sys.platform == "darwin" else 0.75


@cache
def register() -> tuple[str, ...]:
    """Load the faces into Qt; the families found. Call after the application exists."""
    families: list[str] = []
    for folder, name in FACES:
        number = QFontDatabase.addApplicationFont(str(resources.path("fonts", folder, name)))
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def has_tabular_figures(text: str) -> bool:
    """Whether a text wants figures of one width.

    Inter's tabular figures widen the hyphen with them, which would pull double names and "8-K" apart.
    """
    return "-" not in text and any(c.isdigit() for c in text)


def make(role: str, text_scale: float = 1.0, *, tabular: bool = False) -> QFont:
    """The font of a role of `tokens.TYPE`, without hinting; `tabular` for figures of one width."""
    kind = TYPE[role]
    font = QFont(kind.family)
    font.setPointSizeF(kind.size * POINTS_PER_PX * text_scale)
    font.setWeight(QFont.Weight(kind.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
