"""Choosing files by the system's own dialogs, and reading what was chosen."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from boarddesk.common.errors import UserError
from boarddesk.ui.kit.settings import settings
from boarddesk.ui.register_words import tr

FOLDER = "files/folder"


def _remember(chosen: str) -> Path | None:
    if not chosen:
        return None
    path = Path(chosen)
    settings().setValue(FOLDER, str(path.parent))
    return path


def _folder() -> str:
    return str(settings().value(FOLDER) or "")


def ask_open(parent: QWidget | None, title: str, kinds: str) -> Path | None:
    """A file that is there, or None when the user went back; `kinds` as "PDF files (*.pdf)"."""
    return _remember(QFileDialog.getOpenFileName(parent, title, _folder(), kinds)[0])


def ask_save(parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
    """A place for a file to be written, with a proposed name; None when the user went back."""
    proposed = str(Path(_folder()) / name) if _folder() else name
    path = _remember(QFileDialog.getSaveFileName(parent, title, proposed, kinds)[0])
    if path is not None and not path.suffix:
        path = path.with_suffix(Path(name).suffix)
    return path


def ask_folder(parent: QWidget | None, title: str) -> Path | None:
    """A folder that files are written to, or None when the user went back."""
    chosen = QFileDialog.getExistingDirectory(parent, title, _folder())
    if not chosen:
        return None
    settings().setValue(FOLDER, chosen)
    return Path(chosen)


def read(path: Path) -> bytes:
    """What is in a file that was chosen; UserError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        said = tr("“%1” cannot be read (%2).").replace("%1", path.name).replace("%2", error.strerror or "")
        raise UserError(said, what_to_do=tr("Choose another file.")) from None
