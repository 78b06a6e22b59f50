"""A file to be kept with an entry: its button, its name, and its bytes once it was chosen."""

import mimetypes
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from boarddesk.common.errors import UserError
from boarddesk.ui import files
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import row
from boarddesk.ui.kit.text import Text
from boarddesk.ui.register_words import tr


class FileField(QWidget):
    """Choose a file; `data` is None while none was chosen. `needed` is what is said where one must be."""

    changed = Signal(object)

    def __init__(self, *, kept: bool, kinds: str = "", needed: str = "") -> None:
        super().__init__()
        self._kinds = kinds or tr("Documents (*.pdf *.docx *.png *.jpg)")
        self._needed = needed
        self.data: bytes | None = None
        self.media_type = "application/pdf"
        self.file_name = ""
        self._why = ""
        self.name = Text(tr("kept in this company file") if kept else tr("none"), "base", "ink2", elide=True)
        self.choose = Button(tr("Choose a file…"), icon="paperclip", on_click=self._choose)
        line = row(self.choose, self.name)
        line.setStretch(1, 1)
        self.choose.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setLayout(line)
        self.setFocusProxy(self.choose)

    def value(self) -> None:
        """A file has no value of its own: the entry names it once it is kept."""
        return

    def problem(self) -> str:
        """Why the file chosen cannot be kept, or that one is needed; empty when nothing is wrong."""
        return self._why or (self._needed if self.data is None else "")

    def _choose(self) -> None:
        path = files.ask_open(self, tr("Choose a file"), self._kinds)
        if path is not None:
            self.take_from(path)

    def take_from(self, path: Path) -> None:
        """Take a file that was chosen or dropped."""
        try:
            data, self._why = files.read(path), ""
        except UserError as refusal:
            self._why = refusal.sentence()
            return
        self.take(path.name, data)

    def take(self, name: str, data: bytes) -> None:
        """Take a file that was read already."""
        self.data, self.file_name = data, name
        self.media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.name.setText(name)
        self.changed.emit(name)
