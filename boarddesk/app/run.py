"""Start the window, with a company file or with the welcome page."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from boarddesk.app import quick_start
from boarddesk.app.compose import dress, guard, make_window
from boarddesk.app.spare_time import use_spare_time
from boarddesk.ui.kit.closing import delete_windows


def run(path: Path | None = None) -> int:
    """Open the window and stay until it is closed; the exit code of the program."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("BoardDesk")
    app.setOrganizationName("BoardDesk")
    app.setDesktopFileName("boarddesk")
    dress(app)
    window = make_window()
    guard(window)
    # Whatever ends the program, the file is folded back into one and its lock given back.
    app.aboutToQuit.connect(window.release_company)
    if path is not None:
        window.open_path(path)
    window.show()
    QTimer.singleShot(0, quick_start.painted)
    use_spare_time(window)
    code = app.exec()
    delete_windows(app)
    return code
