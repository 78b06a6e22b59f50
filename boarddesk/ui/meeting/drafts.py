"""Text being typed: kept as a draft in the file within a second, gone once it became a command."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit

from boarddesk.common import clock
from boarddesk.services.workspace import Services

PAUSE_MS = 250
LONGEST_MS = 700
"""Who types without a pause is saved all the same: no more than a second of typing can be lost."""


class Saving(QObject):
    """Says when what was changed is to be written: at a pause, or when the longest wait is over."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.due)

    def touch(self) -> None:
        """Something was changed."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    @classmethod
    def settle(cls, within: QObject) -> None:
        """Write now what waits anywhere within: the file is about to be closed."""
        for saving in within.findChildren(cls):
            if saving._longest.isActive():
                saving.stop()
                saving.due.emit()

    def stop(self) -> None:
        """It is written, or is no longer wanted."""
        self._pause.stop()
        self._longest.stop()


class DraftKeeper(QObject):
    """Keeps the text of one field under a key; on showing the key again an unfinished text comes back.

    `kept` gives the time of day at which a draft was written.
    """

    kept = Signal(str)

    def __init__(self, services: Services, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._services = services
        self._field = field
        self.key = ""
        self._settled = ""
        self.restored = False
        self._saving = Saving(self)
        self._saving.due.connect(self.keep)
        field.textChanged.connect(self._typed)

    def show(self, key: str, text: str) -> None:
        """Show the text of a key, or the draft that was left of it."""
        if key != self.key:
            self.keep()
        draft = self.left_under(key)
        self.key, self._settled = key, text
        self.restored = bool(draft) and draft != text
        self._field.blockSignals(True)
        self._field.setPlainText(draft if self.restored else text)
        self._field.blockSignals(False)
        self._saving.stop()

    def left_under(self, key: str) -> str:
        """The draft that was left under a key; empty where there is none."""
        return self._services.store.drafts().get(key, "")

    def move(self, key: str) -> None:
        """What is being typed belongs under another key from now on."""
        if key != self.key:
            self._drop()
            self.key = key
            self.keep()

    def keep(self) -> None:
        """Write the draft now, where the text differs from what is on record."""
        self._saving.stop()
        if not self.key or self._services.why_read_only:
            return
        text = self._field.toPlainText()
        typed = text.strip() != self._settled.strip()
        if typed or self.left_under(self.key):
            self._services.store.save_draft(self.key, text if typed else "")
        if typed:
            self.kept.emit(f"{clock.now():%H:%M}")

    def done(self) -> None:
        """The text became a command, or nothing is left of it: the draft goes."""
        self._saving.stop()
        self._drop()
        self._settled = self._field.toPlainText()
        self.restored = False

    def _drop(self) -> None:
        if self.key and not self._services.why_read_only and self.left_under(self.key):
            self._services.store.save_draft(self.key, "")

    def _typed(self) -> None:
        if self.key:
            self._saving.touch()
