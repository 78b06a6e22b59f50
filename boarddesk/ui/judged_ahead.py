"""Judging after a change in short slices between events, so that no key or click waits for the rules."""

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from boarddesk.services.workspace import Services

SLICE_MS = 6
BREATH_MS = 4  # between two slices: what waits for its turn, such as a key, comes first


class JudgedAhead(QObject):
    """`done` says that the findings as of the day shown are at hand; a further change begins anew."""

    done = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self, interval=BREATH_MS)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Judge the record as it is now."""
        self._steps = self._services.judging()
        self._timer.start()

    def stop(self) -> None:
        """Leave it: the company is being closed."""
        self._timer.stop()
        self._steps = iter(())

    def _go_on(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        for _step in self._steps:
            if spent.elapsed() >= SLICE_MS:
                return
        self._timer.stop()
        self.done.emit()
