"""Work in small pieces, each in an event of its own, so that a click or a key never waits for all of it."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

BREATH_MS = 5  # between two pieces: what waits longer than a piece, such as a clock, comes in turn too
Steps = list[Callable[[], object]]


class Pieces(QObject):
    """The first showing of a page: steps that are still to be done, each in a turn of its own."""

    def __init__(self, owner: QObject, pause: int = 0) -> None:
        super().__init__(owner)
        self._steps: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, interval=pause)
        self._timer.timeout.connect(self._next)

    @property
    def pending(self) -> bool:
        """Whether there are steps still to be done."""
        return bool(self._steps)

    def begin(self, *steps: Callable[[], object]) -> None:
        """Do these steps in place of those that are still waiting."""
        self._steps = deque(steps)
        self._timer.start()

    def finish(self) -> None:
        """Do all that is left at once: somebody needs it now."""
        while self._steps:
            self._steps.popleft()()
        self._timer.stop()

    def _next(self) -> None:
        if self._steps:
            self._steps.popleft()()
        if not self._steps:
            self._timer.stop()


class InTurn(Pieces):
    """Steps ahead of their need, done while the widget is shown; what is needed sooner is made where it is needed."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, BREATH_MS)
        self._owner = owner

    def add(self, steps: Steps) -> None:
        """Do these steps after those that wait."""
        self._steps.extend(steps)
        self.go_on()

    def put_first(self, steps: Steps) -> None:
        """Do these steps before those that wait; a step may ask for it."""
        self._steps.extendleft(reversed(steps))
        self.go_on()

    def go_on(self) -> None:
        """The widget is shown again."""
        if self._steps:
            self._timer.start()

    def _next(self) -> None:
        if self._steps and self._owner.isVisible():
            self._steps.popleft()()
        else:
            self._timer.stop()
