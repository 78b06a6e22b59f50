"""A live meeting in the window on a company of fifty years: from the key to the repaint, and the longest wait after it.

Prints milliseconds by deed, each as least, median and most.
"""

import json
import os
import statistics
import sys
import time
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp

import fifty_years
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from boarddesk.app.spare_time import use_spare_time
from boarddesk.domain.meetings import AgendaItem, MeetingKind, Mode
from boarddesk.services.agenda_order import items_of
from boarddesk.services.commands.agenda_course import StartItem
from boarddesk.services.commands.agenda_items import AddItem
from boarddesk.services.commands.hold_meeting_call import CallToOrder
from boarddesk.services.commands.presence_roll import RollEntry, TakeRoll
from boarddesk.services.commands.schedule_meeting import ScheduleMeeting
from boarddesk.services.workspace import open_company
from boarddesk.ui.kit import theme
from boarddesk.ui.kit.settings import keep_settings_in
from boarddesk.ui.main_window import MainWindow

REPEATS = 25
AFTER = 0.4
"""Seconds in which the window is watched for a wait once a key was answered."""
OPENED = datetime.combine(fifty_years.TODAY, datetime.min.time().replace(hour=14))


def prepared(path: Path) -> str:
    """A special meeting of today, called to order, in the file; its id."""
    services = open_company(path)
    done = services.bus.do(ScheduleMeeting("board", MeetingKind.SPECIAL, OPENED, fifty_years.TODAY))
    meeting = next(iter(done.ids))
    for number in range(4):
        services.bus.do(AddItem(AgendaItem(id="new", meeting=meeting, position=0, title=f"Matter {number}")))
    here = tuple(RollEntry(person, mode=Mode.ROOM) for person in fifty_years.directors(fifty_years.LAST))
    services.bus.do(TakeRoll(meeting, here, OPENED))
    services.bus.do(CallToOrder(meeting, OPENED))
    services.bus.do(StartItem(items_of(services.record, meeting)[0].id, OPENED))
    services.close()
    return meeting


class Painted(QObject):
    """Remembers when something below a widget was painted last."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


class Hands:
    """Presses keys at the Live tab, and times what the window does."""

    def __init__(self, window: MainWindow, meeting: str) -> None:
        desk = window.desk
        assert desk is not None
        desk.rail.cells["meetings"].click()
        self.page = desk.pages["meetings"]
        self.page.show_target((meeting, "live"))
        self.wait(2)
        self.tab = self.page.view.current()  # type: ignore[attr-defined]
        self.painted = Painted()
        self.tab.installEventFilter(self.painted)
        for widget in self.tab.findChildren(QWidget):
            widget.installEventFilter(self.painted)
        self.tab.clock.by_hand()
        self.tab.clock.field.set_time(OPENED.time().replace(minute=30))
        self.found: dict[str, list[float]] = {}
        self.worked: dict[str, list[float]] = {}
        """Milliseconds of the processor for the same: what the key costs on a machine that does nothing else."""
        self.waits: list[float] = []

    def wait(self, seconds: float) -> float:
        """Let the window live; the longest time it did not answer, in seconds."""
        end, longest, last = time.perf_counter() + seconds, 0.0, time.perf_counter()
        while last < end:
            QApplication.processEvents()
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
            time.sleep(0.0005)
        return longest

    def press(self, keys: str, what: str = "") -> None:
        """A key; where it has a name, the time until all that it changed is painted."""
        there = QKeySequence(keys)[0]
        target = QApplication.focusWidget() or self.page
        began, worked = time.perf_counter(), time.process_time()
        QTest.keyClick(target, there.key(), there.keyboardModifiers())
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)
        if what:
            assert self.painted.at > began, f"{what}: nothing was painted"
            self.found.setdefault(what, []).append(1000 * (self.painted.at - began))
            self.worked.setdefault(what, []).append(1000 * (time.process_time() - worked))
            self.waits.append(1000 * self.wait(AFTER))

    def hold(self) -> None:
        """Presence, notes and motions in turn."""
        people = self.tab.presence.people
        for number in range(REPEATS):
            people.setFocus()
            self.press("3")
            self.press("L" if number % 2 == 0 else "K", "presence stamped")
            self.tab.item.note.setFocus()
            QTest.keyClicks(self.tab.item.note, f"The directors discussed matter {number}")
            self.press(".", "letter of a note")
            self.press("Return", "note kept")
            self.tab.motion.text.setFocus()
            QTest.keyClicks(self.tab.motion.text, f"RESOLVED, that matter {number} is approved.")
            people.setFocus()
            self.press("A", "all votes in favor")
            self.press("Ctrl+Return", "motion recorded")


def spread(times: list[float]) -> tuple[float, float, float]:
    """Least, median and most."""
    return min(times), statistics.median(times), max(times)


def main(path: Path) -> None:
    """Prepare the meeting, hold it, print the figures."""
    meeting = prepared(path)
    app = QApplication(sys.argv[:1])
    keep_settings_in(Path(mkdtemp()))
    theme.apply(app, "light")
    window = MainWindow()
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    window.open_path(path)
    use_spare_time(window)
    hands = Hands(window, meeting)
    hands.hold()
    deeds = {what: spread(times) for what, times in hands.found.items()}
    worked = {what: spread(times) for what, times in hands.worked.items()}
    print(json.dumps({"deeds": deeds, "worked": worked, "wait": spread(hands.waits)}), flush=True)
    # Nothing of the window is of use any more.
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
