"""What happens when something was not foreseen: it is logged, shown, and the window stays."""

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import platformdirs

from boarddesk.common import clock
from boarddesk.common.errors import Cancelled, UserError

LOG_NAME = "boarddesk.log"
MOST_BYTES = 2_000_000

Shown = Callable[[str, Path], None]
Refused = Callable[[UserError], None]
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def log_path() -> Path:
    """The log in the user's log folder."""
    return Path(platformdirs.user_log_dir("BoardDesk", appauthor=False)) / LOG_NAME


def write_log(details: str, path: Path) -> None:
    """Add an entry; a full log starts anew, a folder that cannot be written is left alone."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = "w" if path.exists() and path.stat().st_size > MOST_BYTES else "a"
        with path.open(mode, encoding="utf-8") as log:
            log.write(f"{clock.stamp()}\n{details}\n")
    except OSError:
        logging.getLogger(__name__).warning("The log cannot be written: %s", path)


class CrashHandler:
    """Takes every exception that reached the top: refusals are told, the rest is logged and shown."""

    def __init__(self, refused: Refused, shown: Shown, path: Path | None = None) -> None:
        self._refused = refused
        self._shown = shown
        self._path = path or log_path()
        self._showing = False

    def install(self) -> Hook:
        """Take over `sys.excepthook`; the hook that was there before."""
        before: Hook = sys.excepthook
        sys.excepthook = self.handle
        return before

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Tell, or log and show; a fault while showing is only logged."""
        if isinstance(error, UserError):
            self._refused(error)
            return
        if isinstance(error, Cancelled):
            return
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        write_log(details, self._path)
        if self._showing:
            return
        self._showing = True
        try:
            self._shown(details, self._path)
        finally:
            self._showing = False
