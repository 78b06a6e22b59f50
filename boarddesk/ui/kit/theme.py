"""The theme in force: palette, fonts and scale, light or dark as the system or the user says."""

from __future__ import annotations

from typing import ClassVar, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from boarddesk.ui.kit import fonts, stylesheet
from boarddesk.ui.kit.none_guard import guard_none
from boarddesk.ui.kit.tokens import DARK, LIGHT, TYPE, Palette

Mode = Literal["light", "dark", "system"]


class Theme(QObject):
    """One for the whole application; painted widgets ask it for colors, fonts and sizes."""

    changed = Signal()
    _current: ClassVar[Theme | None] = None

    def __init__(self) -> None:
        super().__init__()
        self.palette: Palette = LIGHT
        self.mode: Mode = "system"
        self.text_scale = 1.0
        self.scale = 1.0
        self._fonts: dict[tuple[str, bool], QFont] = {}

    @classmethod
    def current(cls) -> Theme:
        """The application's theme, made on first use."""
        if cls._current is None:
            cls._current = Theme()
        return cls._current

    @property
    def dark(self) -> bool:
        """Whether the dark palette is in force."""
        return self.palette.dark

    def color(self, token: str) -> QColor:
        """The color of a token such as "ink2", "green", "green-t" or "green-s"."""
        return QColor(self.palette.hex(token))

    def font(self, role: str, text: str = "") -> QFont:
        """The font of a type role such as "base", "small" or "record", with the figures that suit a text."""
        tabular = fonts.has_tabular_figures(text)
        found = self._fonts.get((role, tabular))
        if found is None:
            found = self._fonts[role, tabular] = fonts.make(role, self.text_scale, tabular=tabular)
        return found

    def px(self, size: float) -> int:
        """A token's size in px at 96 dpi, scaled with the text."""
        return round(size * self.scale)

    def line_height(self, role: str) -> int:
        """The height of one line of a type role, in px."""
        return self.px(TYPE[role].line)

    def use(self, app: QApplication, mode: Mode, text_scale: float = 1.0) -> None:
        """Put a mode in force and tell every widget."""
        self.mode, self.text_scale = mode, text_scale
        hints = app.styleHints()
        if mode == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if mode == "dark" else Qt.ColorScheme.Light)
        self._settle(app)

    def follow(self, app: QApplication) -> None:
        """React to a change of the system's color scheme while the mode is "system"."""
        if self.mode == "system":
            self._settle(app)

    def _settle(self, app: QApplication) -> None:
        dark = self.mode == "dark" or (self.mode == "system" and system_is_dark(app))
        self.palette = DARK if dark else LIGHT
        self._fonts.clear()
        base = self.font("base")
        self.scale = max(0.5, QFontInfo(base).pixelSize() / TYPE["base"].size)
        app.setFont(base)
        app.setPalette(qt_palette(self.palette))
        app.setStyleSheet(stylesheet.make(self.palette, self.scale, self.text_scale))
        self.changed.emit()


def apply(app: QApplication, mode: Mode = "system", text_scale: float = 1.0) -> Theme:
    """Dress the application: Fusion base, our faces, palette and stylesheet; follows the system."""
    guard_none()
    theme = Theme.current()
    fonts.register()
    if app.property("boarddeskThemed") is None:
        app.setProperty("boarddeskThemed", True)
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.follow(app))
    theme.use(app, mode, text_scale)
    return theme


def system_is_dark(app: QApplication) -> bool:
    """Whether the system asks for dark windows."""
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def qt_palette(palette: Palette) -> QPalette:
    """Qt's own roles from ours, for what the stylesheet does not reach."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for each, token in {
        role.Window: "window",
        role.WindowText: "ink",
        role.Base: "surface",
        role.AlternateBase: "inset",
        role.Text: "ink",
        role.Button: "surface",
        role.ButtonText: "ink",
        role.BrightText: "red",
        role.Highlight: "accent",
        role.HighlightedText: "onaccent",
        role.Accent: "accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.ToolTipBase: "ink",
        role.ToolTipText: "window",
        role.PlaceholderText: "ink3",
        role.Light: "surface",
        role.Midlight: "line",
        role.Mid: "line2",
        role.Dark: "field",
        role.Shadow: "line2",
    }.items():
        made.setColor(each, QColor(palette.hex(token)))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, each, QColor(palette.hex("ink3")))
    return made
