"""Opens the window with a company and closes it once Home is painted with its findings."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from boarddesk.app.compose import dress, make_window

app = QApplication(sys.argv[:1])
dress(app)
window = make_window()
window.resize(1280, 800)
window.show()
window.open_path(Path(sys.argv[1]))
QTimer.singleShot(0, app.quit)
app.exec()
