"""Long work runs off the window's thread, one after the other, is shown, and can be stopped."""

import gc
import threading
import time
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QWidget

from boarddesk.common.progress import Progress
from boarddesk.services.jobs import Jobs, Outcome
from boarddesk.ui import jobs
from boarddesk.ui.jobs import WindowJobs
from boarddesk.ui.main_window import MainWindow


def test_results_come_back_on_the_windows_thread(qtbot: Any, window: MainWindow) -> None:
    threads: list[threading.Thread] = []

    def work(_progress: Progress) -> int:
        threads.append(threading.current_thread())
        return 42

    def done(value: int) -> None:
        assert value == 42
        threads.append(threading.current_thread())

    jobs.start(window, "Counting", work, done)
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_garbage_is_left_to_the_windows_thread(qtbot: Any, window: MainWindow) -> None:
    """A widget in it that is deleted by another thread ends the program."""
    seen: list[bool] = []
    gc.enable()
    jobs.start(window, "One", lambda _progress: seen.append(gc.isenabled()), lambda _value: None)
    jobs.start(window, "Two", lambda _progress: seen.append(gc.isenabled()), lambda _value: None)
    qtbot.waitUntil(lambda: len(seen) == 2 and WindowJobs.current().running is None)
    assert seen == [False, False]
    assert gc.isenabled()


def test_jobs_run_one_after_the_other_and_can_be_stopped(qtbot: Any, window: MainWindow) -> None:
    order: list[str] = []
    go = threading.Event()

    def long(progress: Progress) -> None:
        go.wait(5)
        for step in range(1000):
            progress.step(step, 1000, f"paper {step}")
            time.sleep(0.001)
        order.append("long ended")

    first = jobs.start(window, "Packet", long, lambda _value: order.append("long told"))
    jobs.start(window, "Next", lambda _progress: order.append("next"), lambda _value: order.append("next told"))
    go.set()
    qtbot.waitUntil(lambda: first.step.startswith("paper"))
    first.stop()
    qtbot.waitUntil(lambda: "next told" in order)
    assert order == ["next", "next told"]


def test_the_status_bar_shows_the_work_and_stops_it(qtbot: Any, open_window: MainWindow) -> None:
    desk = open_window.desk
    assert desk is not None

    def long(progress: Progress) -> None:
        while True:
            progress.step(9, 14, "paper 9 of 14")
            time.sleep(0.002)

    jobs.start(desk, "Packet", long, lambda _value: None)
    qtbot.waitUntil(lambda: desk.status.doing() == "Packet, paper 9 of 14")
    assert desk.status.cancel.isVisible()
    desk.status.cancel.click()
    qtbot.waitUntil(lambda: desk.status.doing() == "")
    assert not desk.status.cancel.isVisible()


def test_nothing_comes_back_to_what_is_gone(qtbot: Any, window: MainWindow) -> None:
    told: list[int] = []
    owner = QWidget()
    jobs.start(owner, "Work", lambda _progress: 1, told.append)
    owner.deleteLater()
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: WindowJobs.current().running is None)
    assert told == []


def test_what_was_done_when_all_work_is_stopped_does_not_come_back(qtbot: Any, window: MainWindow) -> None:
    """The file is closed right after: an outcome that was already on its way would find it closed."""
    told: list[int] = []
    done = threading.Event()

    def work(_progress: Progress) -> int:
        done.set()
        return 1

    jobs.start(window, "Work", work, told.append)
    assert done.wait(5)
    WindowJobs.current().stop_all()
    qtbot.waitUntil(lambda: WindowJobs.current().running is None)
    assert told == []


def test_an_error_is_told_with_its_outcome() -> None:
    outcomes: list[Outcome] = []
    ended = threading.Event()

    def finished(outcome: Outcome) -> None:
        outcomes.append(outcome)
        ended.set()

    def fail(_progress: Progress) -> None:
        raise ValueError("slip")

    Jobs(lambda call: call(), lambda: None).start("Work", fail, finished)
    assert ended.wait(5)
    assert isinstance(outcomes[0].error, ValueError)
    assert not outcomes[0].cancelled


@pytest.mark.parametrize("seconds", [0.6])
def test_the_window_stays_alive_while_work_computes(qtbot: Any, window: MainWindow, seconds: float) -> None:
    """Ticks of 5 ms go on while a thread computes in Python; the longest pause is well below a dropped click."""
    pauses: list[int] = []
    clock = QElapsedTimer()
    clock.start()
    ticking = QTimer(interval=5)
    ticking.timeout.connect(lambda: pauses.append(clock.restart()))
    ticking.start()
    told: list[int] = []

    def compute(_progress: Progress) -> int:
        until, count = time.monotonic() + seconds, 0
        while time.monotonic() < until:
            count += sum(range(1000))
        return count

    jobs.start(window, "Computing", compute, told.append)
    qtbot.waitUntil(lambda: bool(told))
    ticking.stop()
    assert len(pauses) > 10
    assert sorted(pauses)[int(len(pauses) * 0.95)] < 50
