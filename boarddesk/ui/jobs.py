"""The window's long work: started from any page, shown in the status bar, results back on the window's thread."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from boarddesk.services.jobs import Job, Jobs, Outcome, Work

TIDY_MS = 500


class WindowJobs(QObject):
    """One for the whole application; `changed` says that the running job began, moved on or ended."""

    changed = Signal()
    _arrived = Signal(object)
    _current: ClassVar[WindowJobs | None] = None

    def __init__(self) -> None:
        super().__init__()
        self._arrived.connect(lambda call: call(), Qt.ConnectionType.QueuedConnection)
        self._jobs = Jobs(self._arrived.emit, self.changed.emit)
        self._tidy = QTimer(self, interval=TIDY_MS)
        self._tidy.timeout.connect(lambda: gc.collect(1))
        self._collects = False
        self.changed.connect(self._mind_garbage)

    @classmethod
    def current(cls) -> WindowJobs:
        """The application's jobs, made on first use."""
        if cls._current is None:
            cls._current = WindowJobs()
        return cls._current

    def _mind_garbage(self) -> None:
        """While work runs in another thread, garbage is collected on the window's thread alone.

        A widget may lie in it that only this thread may delete; collecting it over there ends the program.
        """
        if self.running is not None and not self._tidy.isActive():
            self._collects = gc.isenabled()
            gc.disable()
            self._tidy.start()
        elif self.running is None and self._tidy.isActive():
            self._tidy.stop()
            if self._collects:
                gc.enable()

    @property
    def running(self) -> Job | None:
        """The job under way, or None."""
        return self._jobs.running

    def start(self, label: str, work: Work, finished: Callable[[Outcome], None]) -> Job:
        """Run work off the window's thread."""
        return self._jobs.start(label, work, finished)

    def stop_all(self) -> None:
        """End all work, before its file is closed."""
        self._jobs.stop_all()


def start(owner: QWidget, label: str, work: Work, done: Callable[[Any], object]) -> Job:
    """Run `work(progress)` off the window's thread and give its value to `done`.

    Nothing comes back once `owner` is gone or the user cancelled; an error is raised on the window's
    thread, where refusals and unforeseen faults are shown.
    """

    def finished(outcome: Outcome) -> None:
        if not isValid(owner) or outcome.cancelled:
            return
        if outcome.error is not None:
            raise outcome.error
        done(outcome.value)

    return WindowJobs.current().start(label, work, finished)
