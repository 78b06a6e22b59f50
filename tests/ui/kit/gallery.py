"""Every part of the kit on one sheet, light and dark, at one and two device pixels to a pixel.

PYTHONPATH=. python tests/ui/kit/gallery.py FOLDER [SHEET…]
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget


def render(folder: Path, mode: str) -> None:
    """Draw each sheet in one mode at the scale that this process was started with."""
    from PySide6.QtWidgets import QApplication

    sys.path.append(str(Path(__file__).parent.parent / "widgets"))
    from sheets import SHEETS
    from widget_sheets import SHEETS as WIDGET_SHEETS

    from boarddesk.ui.kit import theme
    from boarddesk.ui.kit.closing import delete_windows
    from boarddesk.ui.kit.settings import keep_settings_in

    app = QApplication([])
    keep_settings_in(folder)
    theme.apply(app, "dark" if mode == "dark" else "light")
    for name, make in {**SHEETS, **WIDGET_SHEETS}.items():
        if not sys.argv[3:] or name in sys.argv[3:]:
            draw(app, make, folder / f"{name}-{mode}-{os.environ.get('QT_SCALE_FACTOR', '1')}x.png")
    delete_windows(app)


def draw(app: "QApplication", make: "Callable[[], QWidget]", file: Path) -> None:
    """Draw one sheet; it is gone before the application goes."""
    sheet = make()
    sheet.show()
    # Pages of a PDF are drawn on another thread.
    end = time.monotonic() + (0.5 if file.name.startswith("preview") else 0.05)
    while time.monotonic() < end:
        app.processEvents()
    sheet.grab().save(str(file))
    sheet.close()


def main(folder: Path, only: list[str]) -> None:
    """Start one process for each mode and scale."""
    folder.mkdir(parents=True, exist_ok=True)
    for mode in ("light", "dark"):
        for scale in ("1", "2"):
            settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
            subprocess.run([sys.executable, __file__, str(folder), mode, *only], env=settings, check=True)


if __name__ == "__main__":
    if sys.argv[2:3] in (["light"], ["dark"]):
        render(Path(sys.argv[1]), sys.argv[2])
    else:
        main(Path(sys.argv[1]), sys.argv[2:])
