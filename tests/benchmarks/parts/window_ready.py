"""Opens the window with a company, as the program does, and ends once Home is painted with its findings."""

import sys
from pathlib import Path

from boarddesk.app import quick_start

quick_start.begin()

from PySide6.QtCore import QTimer  # noqa: E402 - as in the program: what comes before Qt goes first
from PySide6.QtWidgets import QApplication  # noqa: E402

from boarddesk.app.run import run  # noqa: E402

app = QApplication(sys.argv[:1])
QTimer.singleShot(0, app.quit)
sys.exit(run(Path(sys.argv[1])))
