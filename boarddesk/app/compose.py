"""Joins services to the window: theme and fonts, the window, the crash handler."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from boarddesk.app.crash import CrashHandler
from boarddesk.ui.kit import theme
from boarddesk.ui.kit.settings import settings
from boarddesk.ui.main_window import MainWindow
from boarddesk.ui.menus import APPEARANCE


def dress(app: QApplication) -> None:
    """Put the theme in force that the user chose, or the system's."""
    kept = settings().value(APPEARANCE)
    theme.apply(app, "dark" if kept == "dark" else "light" if kept == "light" else "system")


def make_window() -> MainWindow:
    """The window, with the welcome page."""
    return MainWindow()


def guard(window: MainWindow, log: Path | None = None) -> CrashHandler:
    """Send everything that reaches the top to the window."""

    def shown(details: str, path: Path) -> None:
        from boarddesk.ui.error_dialog import ErrorDialog

        ErrorDialog(details, path, QApplication.activeModalWidget() or window).open_up()

    handler = CrashHandler(window.refuse, shown, log)
    handler.install()
    return handler
