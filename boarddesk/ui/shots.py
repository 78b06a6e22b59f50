"""Pictures of every page and dialog, for designers and for the handbook."""

import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from boarddesk.common.errors import UserError
from boarddesk.services.workspace import Services
from boarddesk.ui.inventory import desk_states, notices, open_dialogs, scenes
from boarddesk.ui.jobs import WindowJobs
from boarddesk.ui.kit import icons, theme
from boarddesk.ui.main_window import MainWindow

SIZE = (1280, 800)
PATIENCE_S = 20.0
REST_S = 0.25
LAYOUT_PASSES = 4


def settle(rest: float = REST_S) -> None:
    """Let the window come to rest: timers, long work, painting; quiet for `rest` seconds."""
    began = time.monotonic()
    rested = began
    while time.monotonic() - began < PATIENCE_S:
        QApplication.processEvents()
        if WindowJobs.current().running is not None:
            rested = time.monotonic()
        elif time.monotonic() - rested > rest:
            break
        time.sleep(0.005)
    for _pass in range(LAYOUT_PASSES):
        # A wrapped text that takes another height asks its neighbors to move, who may ask theirs.
        QCoreApplication.sendPostedEvents()
        QApplication.processEvents()
    # Outside the program's own loop nobody else deletes what was to be deleted later.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def picture(widget: QWidget, scale: int = 1) -> QPixmap:
    """A widget as it looks, at so many device pixels to a pixel."""
    drawn = QPixmap(widget.size() * scale)
    drawn.setDevicePixelRatio(scale)
    widget.render(drawn, QPoint())
    return drawn


def show_dialog(dialog: QDialog) -> None:
    """Show a dialog at the height it wants, without waiting for an answer."""
    wanted = getattr(dialog, "_settle_height", None)
    if wanted is not None:
        wanted()
    dialog.setModal(False)
    dialog.show()


def render_all(services: Services, folder: Path, mode: theme.Mode, scale: int) -> Iterator[Path]:
    """Draw the welcome page, every page and every dialog of a company into a folder; the paths, as they are written.

    The company is closed at the end, as the window closes it.
    """
    icons.drawn_at(scale)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.apply(app, mode)
    window = MainWindow()
    window.resize(*SIZE)
    window.show()

    def write(name: str, widget: QWidget) -> Path:
        path = folder / f"{name}-{mode}-{scale}x.png"
        if not picture(widget, scale).save(str(path)):
            raise UserError("The picture cannot be written.", str(path), "Choose another folder, or free some space.")
        return path

    settle()
    yield write("welcome", window)
    window.show_company(services)
    desk = window.desk
    if desk is None:
        return
    for scene in scenes(services):
        desk.go(scene.page)
        settle()
        scene.prepare(desk.page(scene.page))
        settle()
        yield write(scene.name, window)
    for name in desk_states(desk):
        settle()
        yield write(name, window)
    for name, dialog in chain(open_dialogs(services, window), notices(window)):
        show_dialog(dialog)
        settle()
        yield write(f"dialog-{name.removesuffix('Dialog').lower()}", dialog)
        dialog.close()
        dialog.deleteLater()
    window.close()
    icons.drawn_at(1)
