"""A process of its own that holds a live meeting at the real page until it is killed, and says what it was shown.

`python live_typist.py FILE SEED LOG`: each line of the log is written before the next key is pressed, so
that the one who kills this process knows all that a person at the window would have seen by then.
"""

import datetime as dt
import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from boarddesk.services.workspace import open_company
from boarddesk.ui.kit import theme
from boarddesk.ui.kit.settings import keep_settings_in
from boarddesk.ui.pages.meetings_page import MeetingsPage

WORDS = [
    "the",
    "board",
    "received",
    "the",
    "report",
    "of",
    "management",
    "and",
    "asked",
    "how",
    "supply",
    "would",
    "hold",
    "through",
    "the",
    "next",
    "quarter",
]
PAUSES = (0.0, 0.0, 0.01, 0.02, 0.03, 0.06)
"""Seconds between two keys, as of somebody who types fast."""
LONG = (0.05, 0.3, 0.5)
"""Seconds for which somebody listens before typing on."""


class Typist:
    """Presses keys at the page, and writes down what has been shown."""

    def __init__(self, page: MeetingsPage, log: int, seed: int) -> None:
        self.page, self.log = page, log
        self.chance = random.Random(seed)  # noqa: S311 - the same each time
        self.minute = dt.datetime.combine(dt.date(2026, 11, 12), dt.time(14, 3))
        self.number = 0

    @property
    def tab(self) -> Any:
        """The Live tab."""
        return self.page.view.current()

    def say(self, kind: str, **values: object) -> None:
        """One line of the log, written at once."""
        line = json.dumps({"kind": kind, "at": time.monotonic(), **values}, ensure_ascii=False)
        os.write(self.log, f"{line}\n".encode())

    def spin(self, seconds: float) -> None:
        """Let the window live for a while."""
        end = time.monotonic() + seconds
        QApplication.processEvents()
        while time.monotonic() < end:
            time.sleep(0.001)
            QApplication.processEvents()

    def press(self, keys: str, widget: QWidget | None = None) -> None:
        """A key or a combination."""
        there = QKeySequence(keys)[0]
        QTest.keyClick(widget or QApplication.focusWidget() or self.page, there.key(), there.keyboardModifiers())

    def shown(self) -> None:
        """All that was done is on the screen now: say how far the journal is."""
        QApplication.processEvents()
        seq, digest = self.page.services.journal_size()
        self.say("shown", seq=seq, hash=digest)

    def write(self, field: Any, where: str) -> str:
        """Type a sentence of its own number into a field, letter by letter."""
        self.number += 1
        words = self.chance.choices(WORDS, k=self.chance.randint(3, 12))
        text = f"{where} {self.number}: {' '.join(words)}."
        pauses = self.chance.choice((PAUSES, (0.0,), (0.04,)))
        field.setFocus()
        for letter in text:
            QTest.keyClicks(field, letter)
            self.say("typed", text=field.toPlainText())
            self.spin(self.chance.choice(pauses))
        return text

    def note(self) -> None:
        """A note under the present item, finished or left as it is for a while."""
        field = self.tab.item.note
        if not field.isEnabled():
            return
        if field.toPlainText():
            field.selectAll()
            self.press("Del", field)
            self.say("dropped")
        text = self.write(field, "Note")
        self.spin(self.chance.choice(LONG))
        self.press("Return", field)
        QApplication.processEvents()
        if any(note.text == text for note in self.tab.view.notes):
            self.say("note", text=text)
        self.shown()

    def presence(self) -> None:
        """Somebody leaves, comes back, or takes part in another way."""
        self.tab.presence.people.setFocus()
        self.press(self.chance.choice("123456789"))
        self.press(self.chance.choice("LRVPK"))
        self.shown()

    def motion(self) -> None:
        """A motion with all votes, recorded where it can be."""
        pane = self.tab.motion
        if not pane.text.toPlainText():
            self.write(pane.text, "RESOLVED")
        self.spin(self.chance.choice(LONG))
        self.tab.presence.people.setFocus()
        self.press("A")
        self.spin(self.chance.choice(LONG))
        self.press("Ctrl+Return")
        self.shown()

    def turn(self) -> None:
        """The next item, where one is left."""
        self.tab.presence.people.setFocus()
        self.press("Ctrl+Down")
        self.shown()

    def hold(self) -> None:
        """Go on until killed."""
        deeds = (self.note, self.note, self.note, self.presence, self.presence, self.motion, self.turn)
        while True:
            self.minute += dt.timedelta(minutes=1)
            self.tab.clock.by_hand()
            self.tab.clock.field.set_time(self.minute.time())
            self.chance.choice(deeds)()
            self.spin(self.chance.choice(PAUSES))


def main(file: Path, seed: int, log: Path) -> None:
    """Show the meeting, say that it is shown, and hold it."""
    app = QApplication([])
    keep_settings_in(Path(tempfile.mkdtemp(dir=file.parent)))
    theme.apply(app, "light")
    page = MeetingsPage(open_company(file))
    page.services.bus.listen(lambda changes: page.note_change(changes.tables))
    page.resize(1196, 732)
    page.show()
    page.activateWindow()
    page.show_target(("special", "live"))
    typist = Typist(page, os.open(log, os.O_CREAT | os.O_WRONLY | os.O_APPEND), seed)
    typist.spin(0.2)
    typist.tab.item.drafts.kept.connect(lambda _at: typist.say("draft", text=typist.tab.item.note.toPlainText()))
    typist.say("ready")
    typist.hold()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
