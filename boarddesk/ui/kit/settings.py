"""What the window remembers for a user: one store, which tests point elsewhere."""

from pathlib import Path

from PySide6.QtCore import QSettings

_folder: list[Path] = []


def settings() -> QSettings:
    """The user's window settings (column widths, pane widths, color scheme); never company data."""
    if _folder:
        return QSettings(str(_folder[-1] / "boarddesk.ini"), QSettings.Format.IniFormat)
    return QSettings("BoardDesk", "BoardDesk")


def keep_settings_in(folder: Path | None) -> None:
    """Keep settings in a folder from now on; None returns to the user's own store."""
    _folder.clear()
    if folder is not None:
        _folder.append(folder)
