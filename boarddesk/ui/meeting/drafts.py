"""Text being typed: kept as a draft in the file after a pause, gone once it became a command."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit

from boarddesk.common import clock
from boarddesk.services.workspace import Services

PAUSE_MS = 700


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
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        field.textChanged.connect(self._typed)

    def show(self, key: str, text: str) -> None:
        """Show the text of a key, or the draft that was left of it."""
        if key != self.key:
            self.keep()
        draft = self._services.store.drafts().get(key, "")
        self.key, self._settled = key, text
        self.restored = bool(draft) and draft != text
        self._field.blockSignals(True)
        self._field.setPlainText(draft if self.restored else text)
        self._field.blockSignals(False)
        self._pause.stop()

    def keep(self) -> None:
        """Write the draft now, where the text differs from what is on record."""
        self._pause.stop()
        if not self.key or self._services.why_read_only:
            return
        text = self._field.toPlainText()
        typed = text.strip() != self._settled.strip()
        if typed or self._services.store.drafts().get(self.key):
            self._services.store.save_draft(self.key, text if typed else "")
        if typed:
            self.kept.emit(f"{clock.now():%H:%M}")

    def done(self) -> None:
        """The text became a command, or nothing is left of it: the draft goes."""
        self._pause.stop()
        if self.key and not self._services.why_read_only and self._services.store.drafts().get(self.key):
            self._services.store.save_draft(self.key, "")
        self._settled = self._field.toPlainText()
        self.restored = False

    def _typed(self) -> None:
        if self.key:
            self._pause.start()
