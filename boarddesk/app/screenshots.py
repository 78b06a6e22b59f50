"""Render every page and dialog of a company file as pictures, without a display."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from boarddesk.common.errors import UserError


def render(file: Path, folder: Path, themes: Sequence[str], scales: Sequence[int]) -> Iterator[Path]:
    """Draw into `folder`, in each theme and scale; the paths written.

    The company file is only read: what is drawn is a copy that can be written, since that is how a secretary sees it.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from boarddesk.services.workspace import open_company
    from boarddesk.ui.kit.settings import keep_settings_in
    from boarddesk.ui.shots import render_all

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"The folder cannot be made ({error.strerror}).", str(folder), "Choose another folder."
        ) from None
    app = QApplication.instance() or QApplication(["boarddesk"])
    with TemporaryDirectory(prefix="boarddesk-") as beside:
        keep_settings_in(Path(beside))
        copy = Path(beside) / file.name
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
            app.processEvents()
