"""What is done while nobody waits, so that the first opening of a page or dialog does not hold up the window."""

from collections.abc import Iterator
from importlib import import_module
from itertools import chain

from PySide6.QtCore import QTimer

from boarddesk.common.discover import modules_in
from boarddesk.ui.main_window import MainWindow
from boarddesk.ui.navigation import PLACES

PAUSE_MS = 20
"""Between two steps; an import takes a few milliseconds, the widgets of a page some tens."""

PACKAGES = ("boarddesk.services.commands", "boarddesk.ui.dialogs")
"""The smallest parts come first: what is left to a page is little then."""


def use_spare_time(window: MainWindow) -> QTimer:
    """Import commands, dialogs and pages one by one, then make the pages of the company that is open.

    Where another company is opened later, its pages are made then.
    """
    imports = chain(*map(modules_in, PACKAGES), _pages())
    timer = QTimer(window, interval=PAUSE_MS)

    def step() -> None:
        if next(imports, None) is None and (window.desk is None or not window.desk.prepare_next()):
            timer.stop()

    timer.timeout.connect(step)
    window.opened.connect(timer.start)
    timer.start()
    return timer


def _pages() -> Iterator[object]:
    """What Settings asks for the program's version, and the pages' classes."""
    yield import_module("importlib.metadata")
    for place in PLACES:
        yield place.load()
