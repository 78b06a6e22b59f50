"""Whether a PDF is a sealed copy of this file, altered, or unknown: drop it here or choose it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from boarddesk.common.progress import Progress
from boarddesk.services.verify_minutes import Verdict, Verified, verify_pdf
from boarddesk.services.workspace import Services
from boarddesk.ui import files, jobs
from boarddesk.ui.kit import icons
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import row
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

LOOKS = {
    Verdict.SEALED: ("shield-check", "green", "Sealed"),
    Verdict.ALTERED: ("triangle-alert", "red", "Altered"),
    Verdict.UNKNOWN: ("circle-help", "amber", "Unknown"),
}


class VerifyPdfDialog(FormDialog):
    """Reads the file and changes nothing."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Is this PDF what was sealed?"), tr("Close"), tr("Close"),
            says=tr("It is compared byte for byte with every seal of this company file."), parent=parent,
        )  # fmt: skip
        self.way_out.hide()
        self.setAcceptDrops(True)
        theme = Theme.current()
        self._services = services
        self.verdict: Verified | None = None
        self.place = QFrame()
        self.place.setProperty("card", True)
        inner = QVBoxLayout(self.place)
        inner.setContentsMargins(*[theme.px(24)] * 4)
        inner.setSpacing(theme.px(8))
        self._picture, self.word = QLabel(), Text(tr("Drop a PDF here"), "strong")
        self._picture.setPixmap(icons.pixmap("file-search", "ink3", 24))
        self.choose = Button(tr("Choose a PDF…"), icon="folder-open", on_click=self.ask_file)
        for part in (self._picture, self.word):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inner.addWidget(part)
        inner.addLayout(row(None, self.choose, None))
        self.add(self.place)
        self.sentence: Text = self.add(Text("", "base", wrap=True))
        self.details: Text = self.add(Text("", "base", "ink2", wrap=True))

    def ask_file(self) -> None:
        """Choose the PDF."""
        path = files.ask_open(self, tr("Choose a PDF"), tr("PDF files (*.pdf)"))
        if path is not None:
            self.verify(path)

    def verify(self, path: Path) -> None:
        """Read a file and say what it is."""
        services = self._services
        self.word.setText(path.name)

        def work(_progress: Progress) -> Verified:
            return verify_pdf(services, files.read(path))

        jobs.start(self, tr("Comparing the file"), work, self.show_verdict)

    def show_verdict(self, found: Verified) -> None:
        """Say in a word and a sentence what it is."""
        self.verdict = found
        icon, hue, word = LOOKS[found.verdict]
        self._picture.setPixmap(icons.pixmap(icon, hue, 24))
        self.word.setText(f"{self.word.text().split(': ')[-1]}: {tr(word).lower()}")
        self.word.set_tone(hue)
        self.sentence.setText(found.sentence)
        self.details.setText("\n".join(found.details))
        self.grow()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _path_of(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _path_of(event)
        if path is not None:
            event.acceptProposedAction()
            self.verify(path)

    def command(self) -> bool:
        return True


def _path_of(event: QDropEvent) -> Path | None:
    """The one PDF that is dragged, or None."""
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix.lower() == ".pdf" else None
