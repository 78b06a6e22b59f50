"""A bare window that imports the same libraries and fonts: shown, painted once, closed."""

import sys
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

for name in ("click", "msgspec", "yaml", "platformdirs", "sqlcipher3", "sqlite_utils", "PySide6.QtSvg"):
    import_module(name)
app = QApplication(sys.argv)
for font in sorted((Path(__file__).parents[3] / "resources" / "fonts").glob("inter/*.ttf")):
    QFontDatabase.addApplicationFont(str(font))
for font in sorted((Path(__file__).parents[3] / "resources" / "fonts" / "source-serif").glob("*.ttf")):
    QFontDatabase.addApplicationFont(str(font))
window = QMainWindow()
window.resize(1280, 800)
window.setCentralWidget(QLabel("Ready"))
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
