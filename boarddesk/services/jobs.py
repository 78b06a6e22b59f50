"""Long work off the window's thread, with progress and cancel; results come back where the caller wants them."""

import threading
from collections.abc import Callable
from typing import Any

import msgspec

from boarddesk.common.errors import Cancelled
from boarddesk.common.progress import Progress

Work = Callable[[Progress], Any]
Deliver = Callable[[Callable[[], None]], None]


class Outcome(msgspec.Struct, frozen=True):
    """How a job ended: with a value, with an error, or at the user's wish."""

    value: Any = None
    error: BaseException | None = None
    cancelled: bool = False


class Job(msgspec.Struct):
    """One piece of long work: `done` of `total` steps (0 while unknown), `step` names the present one."""

    label: str
    done: int = 0
    total: int = 0
    step: str = ""
    progress: Progress = msgspec.field(default_factory=Progress)

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self.progress.stop()


class Jobs:
    """Runs jobs one after the other in a thread of their own.

    `deliver` carries a call to the thread that started them (for a window: by a queued signal); every
    callback goes that way. `noticed` is called whenever the running job changed or moved on.
    """

    def __init__(self, deliver: Deliver, noticed: Callable[[], None]) -> None:
        self._deliver = deliver
        self._noticed = noticed
        self._waiting: list[tuple[Job, Work, Callable[[Outcome], None]]] = []
        self._thread: threading.Thread | None = None
        self.running: Job | None = None

    def start(self, label: str, work: Work, finished: Callable[[Outcome], None]) -> Job:
        """Run `work` when its turn comes; `finished` is called with its outcome."""
        job = Job(label)
        self._waiting.append((job, work, finished))
        self._next()
        return job

    def stop_all(self, timeout: float = 10.0) -> None:
        """Drop what waits, ask the running job to stop, and wait for it (seconds)."""
        self._waiting.clear()
        if self.running is not None:
            self.running.stop()
        if self._thread is not None:
            self._thread.join(timeout)

    def _next(self) -> None:
        if self.running is not None or not self._waiting:
            return
        job, work, finished = self._waiting.pop(0)
        self.running = job
        job.progress.report = lambda done, total, step: self._deliver(lambda: self._moved(job, done, total, step))
        self._thread = threading.Thread(target=self._run, args=(job, work, finished), name=job.label, daemon=True)
        self._noticed()
        self._thread.start()

    def _run(self, job: Job, work: Work, finished: Callable[[Outcome], None]) -> None:
        try:
            outcome = Outcome(work(job.progress))
        except Cancelled:
            outcome = Outcome(cancelled=True)
        except BaseException as error:  # noqa: BLE001 - told to the thread that asked for the work
            outcome = Outcome(error=error)
        self._deliver(lambda: self._ended(job, outcome, finished))

    def _moved(self, job: Job, done: int, total: int, step: str) -> None:
        job.done, job.total, job.step = done, total, step
        if self.running is job:
            self._noticed()

    def _ended(self, job: Job, outcome: Outcome, finished: Callable[[Outcome], None]) -> None:
        """A job that was stopped ends as cancelled even if its last step was done: its file may be closed by now."""
        if self._thread is not None and self._thread is not threading.current_thread():
            # It has nothing left to do; what waits for a quiet moment shall find one.
            self._thread.join()
        self.running = None
        self._noticed()
        try:
            finished(Outcome(cancelled=True) if job.progress.stop_wanted else outcome)
        finally:
            self._next()
