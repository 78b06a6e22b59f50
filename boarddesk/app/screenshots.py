"""Render every page and dialog of a company file as pictures, without a display."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from boarddesk.common.errors import UserError

SCREEN = (1920, 1200)  # px at scale 1: what dialogs may fill


def render(file: Path, folder: Path, themes: Sequence[str], scales: Sequence[int]) -> Iterator[Path]:
    """Draw into `folder`, in each theme and scale; the paths written.

    The company file is only read: what is drawn is a copy that can be written, since that is how a secretary sees it.
    A screen's ratio is settled when the program starts, and icons of the style are sharp at that one alone: every
    scale but the first is drawn by a program of its own.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    with TemporaryDirectory(prefix="boarddesk-") as beside:
        if QApplication.instance() is not None:
            yield from _drawn(file, folder, Path(beside), themes, scales)
            return
        first, *others = scales
        _set_screen(Path(beside), first)
        app = QApplication(["boarddesk"])
        yield from _drawn(file, folder, Path(beside), themes, (first,))
        app.processEvents()
    for scale in others:
        yield from _drawn_apart(file, folder, themes, scale)


def _set_screen(beside: Path, scale: int) -> None:
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    # Qt's own screen without a display is smaller than a large dialog. A colon in the path would end the option.
    if os.environ["QT_QPA_PLATFORM"] == "offscreen" and ":" not in str(beside):
        width, height = (side * scale for side in SCREEN)
        screen = {"name": "pictures", "x": 0, "y": 0, "width": width, "height": height,
                  "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}  # fmt: skip
        kept = beside / "screen.json"
        kept.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={kept}"


def _drawn_apart(file: Path, folder: Path, themes: Sequence[str], scale: int) -> Iterator[Path]:
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "boarddesk"]
    theme = themes[0] if len(themes) == 1 else "both"
    asked = [*program, "screenshots", str(file), str(folder), "--theme", theme, "--scale", str(scale)]
    around = dict(os.environ)
    if around["QT_QPA_PLATFORM"].startswith("offscreen"):
        around["QT_QPA_PLATFORM"] = "offscreen"
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True, env=around) as drawing:
        for line in drawing.stdout or ():
            yield Path(line.rstrip("\n"))
    if drawing.returncode:
        raise UserError(f"The pictures at {scale}× were not all drawn.", str(folder), f"Ask for --scale {scale} alone.")


def _drawn(
    file: Path, folder: Path, beside: Path, themes: Sequence[str], scales: Sequence[int]
) -> Iterator[Path]:  # fmt: skip
    from boarddesk.services.workspace import open_company
    from boarddesk.ui.kit.settings import keep_settings_in
    from boarddesk.ui.shots import render_all

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"The folder cannot be made ({error.strerror}).", str(folder), "Choose another folder."
        ) from None
    keep_settings_in(beside)
    copy = beside / file.name
    original = open_company(file, write=False)
    try:
        original.store.backup(copy)
    finally:
        original.close()
    try:
        for mode in themes:
            for scale in scales:
                services = open_company(copy)
                yield from render_all(services, folder, "dark" if mode == "dark" else "light", scale)
    finally:
        keep_settings_in(None)
