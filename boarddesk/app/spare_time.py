"""What is imported while nobody waits, so that the first opening of a page or dialog does not hold up the window."""

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QObject, QTimer

from boarddesk.common.discover import modules_in
from boarddesk.ui.navigation import PLACES

PAUSE_MS = 20
"""Between two imports; each takes a few milliseconds."""

PACKAGES = ("boarddesk.services.commands", "boarddesk.ui.dialogs")
"""The smallest parts come first: what is left to a page is little then."""


def import_pages(owner: QObject) -> QTimer:
    """Import commands, dialogs and pages one by one until all are there, or `owner` is gone."""
    steps = chain(*map(modules_in, PACKAGES), _pages())
    timer = QTimer(owner, interval=PAUSE_MS)

    def step() -> None:
        if next(steps, None) is None:
            timer.stop()

    timer.timeout.connect(step)
    timer.start()
    return timer


def _pages() -> Iterator[type]:
    for place in PLACES:
        yield place.load()
