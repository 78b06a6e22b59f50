"""The screen that pictures are drawn for."""

import subprocess
import sys
from pathlib import Path

ASK = """
import os, sys
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication, QWidget
from boarddesk.app.screenshots import _set_screen
_set_screen(Path(sys.argv[1]), int(sys.argv[2]))
app = QApplication([])
size = app.primaryScreen().size()
print(QWidget().devicePixelRatioF(), size.width(), size.height())
"""


def test_each_scale_has_a_screen_of_its_own_ratio_with_room_for_large_dialogs(tmp_path: Path) -> None:
    for scale in (1, 2):
        asked = [sys.executable, "-c", ASK, str(tmp_path), str(scale)]
        said = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=60).stdout
        assert said.split() == [f"{scale}.0", "1920", "1200"]
