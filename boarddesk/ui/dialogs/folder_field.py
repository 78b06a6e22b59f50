"""A folder for files that the program writes: its button and its name."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from boarddesk.ui import files
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import row
from boarddesk.ui.kit.text import Text
from boarddesk.ui.meeting.words import tr


class FolderField(QWidget):
    """Choose a folder; `needed` is what is said where none was chosen."""

    changed = Signal(object)

    def __init__(self, needed: str) -> None:
        super().__init__()
        self._needed = needed
        self.path: Path | None = None
        self.name = Text(tr("none chosen"), "base", "ink2", elide=True)
        self.choose = Button(tr("Choose a folder…"), on_click=self._choose)
        self.choose.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = row(self.choose, self.name)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setFocusProxy(self.choose)

    def value(self) -> Path | None:
        """The folder, or None."""
        return self.path

    def set_path(self, path: Path) -> None:
        """Choose a folder."""
        self.path = path
        self.name.setText(str(path))
        self.changed.emit(path)

    def problem(self) -> str:
        """What is wrong, and what to do; empty when nothing is."""
        return "" if self.path is not None else self._needed

    def _choose(self) -> None:
        path = files.ask_folder(self, tr("Folder for the copies"))
        if path is not None:
            self.set_path(path)
