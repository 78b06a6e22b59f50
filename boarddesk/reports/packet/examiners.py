"""Examines papers side by side, each in a process that is killed when it takes too long."""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from boarddesk.reports.packet.verdict import (
    FRESH_COPY,
    FROZEN_FLAG,
    LOOKING,
    MEMORY_VARIABLE,
    Examined,
    Limits,
    Request,
    refused,
)

MODULE = "boarddesk.reports.packet.examine"
TOO_SLOW = f"Reading it took too long and was stopped. {FRESH_COPY}"
CRASHED = f"The reader broke off over it. {FRESH_COPY}"
MOST_PROCESSES = 4
BEAT = 0.2  # seconds between two looks whether to go on
# Made here, before there are threads: two that work out the same type for the first time at once end the program.
ANSWER = msgspec.json.Decoder(Examined)


class Lost(Exception):  # noqa: N818 - an answer that did not come
    """The process did not answer: too slow, or gone. `looking` when only the look at the ink was left."""

    def __init__(self, reason: str, *, looking: bool) -> None:
        super().__init__(reason)
        self.looking = looking


class Examiner:
    """One examining process, started when first needed and again after it was lost."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._stopped = False
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes] = queue.Queue()

    def examine(self, request: Request) -> Examined:
        """The verdict; a paper that only the look at its ink breaks is taken without that look."""
        try:
            return self._ask(request)
        except Lost as lost:
            if self._stopped or not (lost.looking and request.look_at_ink):
                return refused(str(lost))
        return self.examine(msgspec.structs.replace(request, look_at_ink=False))

    def stop(self) -> None:
        """Break off the examination under way, from another thread."""
        self._stopped = True
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with suppress(OSError):
                cast("BinaryIO", process.stdin).close()
            process.wait()

    def _ask(self, request: Request) -> Examined:
        pipe = cast("BinaryIO", self._started().stdin)
        try:
            pipe.write(msgspec.json.encode(request) + b"\n")
            pipe.flush()
        except OSError as error:
            self.close()
            raise Lost(CRASHED, looking=False) from error
        looking = False
        while True:
            try:
                line = self._answers.get(timeout=self.limits.time_for(Path(request.source)))
            except queue.Empty:
                self.close()
                raise Lost(TOO_SLOW, looking=looking) from None
            if not line:
                self.close()
                raise Lost(CRASHED, looking=looking)
            if line != LOOKING:
                return ANSWER.decode(line)
            looking = True

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                command(),
                env=environment(self.limits),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            self._answers = queue.Queue()
            threading.Thread(target=_forward, args=(self._process, self._answers), daemon=True).start()
        return self._process


def _forward(process: subprocess.Popen[bytes], answers: "queue.Queue[bytes]") -> None:
    """Hand on lines, so that waiting for them can end; an empty one says that there will be no more."""
    with cast("BinaryIO", process.stdout) as lines:
        for line in lines:
            answers.put(line)
    answers.put(b"")


def command() -> list[str]:
    """How the examining process is started: by the module's name, or by the frozen program itself."""
    return [sys.executable, FROZEN_FLAG] if getattr(sys, "frozen", False) else [sys.executable, "-m", MODULE]


def environment(limits: Limits) -> dict[str, str]:
    """This process's settings, the place of the package and the memory allowed."""
    package = str(Path(__file__).resolve().parents[3])
    path = os.pathsep.join(part for part in (package, os.environ.get("PYTHONPATH", "")) if part)
    return {**os.environ, "PYTHONPATH": path, MEMORY_VARIABLE: str(limits.memory_mib)}


def examine_all(
    requests: Sequence[Request],
    step: Callable[[int, int], None] = lambda _done, _total: None,
    limits: Limits | None = None,
    *,
    processes: int = 0,
) -> list[Examined]:
    """Verdicts in the order of the requests, by no more processes than processors; none is left behind.

    `step` is called several times a second with the number done and the total; what it raises ends the work.
    """
    if not requests:
        return []
    count = processes or min(len(requests), os.cpu_count() or 1, MOST_PROCESSES)
    examiners = [Examiner(limits or Limits()) for _ in range(count)]
    free: queue.SimpleQueue[Examiner] = queue.SimpleQueue()
    for examiner in examiners:
        free.put(examiner)

    def one(request: Request) -> Examined:
        examiner = free.get()
        try:
            return examiner.examine(request)
        finally:
            free.put(examiner)

    pool = ThreadPoolExecutor(count)
    try:
        futures = [pool.submit(one, request) for request in requests]
        waiting = set(futures)
        while waiting:
            _, waiting = wait(waiting, BEAT, FIRST_COMPLETED)
            step(len(futures) - len(waiting), len(futures))
        return [future.result() for future in futures]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for examiner in examiners:
            examiner.stop()
        pool.shutdown()
        for examiner in examiners:
            examiner.close()
