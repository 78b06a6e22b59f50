"""The start is quick because Home imports nothing that it does not need."""

import json
import os
import subprocess
import sys
from pathlib import Path

LATE = (
    "reportlab",
    "pikepdf",
    "openpyxl",
    "xlsxwriter",
    "icalendar",
    "holidays",
    "pypdfium2",
    "PySide6.QtPdf",
    "img2pdf",
)
CODE = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from boarddesk.ui.kit.settings import keep_settings_in
folder = Path(sys.argv[1])
keep_settings_in(folder)
app = QApplication([])
from boarddesk.app.compose import dress, make_window
from boarddesk.domain.company import Company
from boarddesk.services.workspace import new_company
dress(app)
window = make_window()
window.show()
window.show_company(new_company(folder / "a.boarddesk", Company(id="company", name="Acme, Inc.")))
app.processEvents()
assert window.desk.page("home").table.model.shown >= 0
print(json.dumps(sorted(m for m in sys.modules if m.startswith(tuple(json.loads(sys.argv[2]))))))
window.close()
"""


def test_home_leaves_heavy_libraries_alone(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path), json.dumps(LATE)],
        capture_output=True, encoding="utf-8", check=False, env=environment, cwd=Path(__file__).parents[3], timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.strip().splitlines()[-1]) == []


RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from boarddesk.app.run import run
from boarddesk.ui.main_window import MainWindow
seen = []
def look():
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    seen.append((window.windowTitle(), window.isVisible()))
    QApplication.quit()
app = QApplication(["boarddesk"])
QTimer.singleShot(300, look)
code = run(Path(sys.argv[1]))
print(code, seen)
"""


def test_the_program_opens_a_file_and_gives_its_lock_back(tmp_path: Path) -> None:
    from boarddesk.domain.company import Company
    from boarddesk.services.workspace import new_company

    path = tmp_path / "acme.boarddesk"
    new_company(path, Company(id="company", name="Acme, Inc.")).close()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(path)],
        capture_output=True, encoding="utf-8", check=False, env=environment, cwd=Path(__file__).parents[3], timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().splitlines()[-1] == "0 [('Acme, Inc. – BoardDesk', True)]"
    assert [file.name for file in tmp_path.iterdir() if "acme" in file.name] == ["acme.boarddesk"]


def test_every_page_has_its_help() -> None:
    from boarddesk.common import resources
    from boarddesk.ui.help_dialog import help_text
    from boarddesk.ui.navigation import PLACES

    for name in (*(place.name for place in PLACES), "welcome", "keys", "about"):
        assert resources.path("help", f"{name}.md").is_file(), name
        assert help_text(name).startswith("# ")
