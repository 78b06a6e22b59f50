"""Decisions between meetings: written consents with their signatures, and votes that are none."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.domain.motions import Consent
from boarddesk.services.meetings import why_not
from boarddesk.services.register_lines import ConsentLine
from boarddesk.services.registers import consent_lines
from boarddesk.services.signed_pages import SignedPage, TextMatch, read_signed
from boarddesk.services.workspace import Services
from boarddesk.ui import files, jobs
from boarddesk.ui.columns.consent_columns import consent_columns
from boarddesk.ui.dialogs.consent_dialog import ConsentDialog
from boarddesk.ui.dialogs.record_consent_dialog import RecordConsentDialog
from boarddesk.ui.dialogs.take_signed_page_dialog import TakeSignedPageDialog
from boarddesk.ui.dialogs.vote_between_dialog import VoteBetweenDialog
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import ground
from boarddesk.ui.kit.toast import Toast
from boarddesk.ui.kit.tokens import ROW_LIST
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.words import tr


class BetweenList(QWidget):
    """They are not meetings: no quorum, no attendance, no place in the quarterly count."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        ground(self, "surface")
        self.table = Table(
            consent_columns(body=268),
            name=tr("Between meetings"),
            row_height=ROW_LIST,
            keys=[("Enter", tr("open")), (tr("Drop"), tr("signed pages"))],
            empty=EmptyState(
                "pen-line", tr("No decisions between meetings yet"),
                tr("Act without a meeting once all members sign and deliver."),
            ),
        )  # fmt: skip
        self.table.activated.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.setAcceptDrops(True)
        self.pages_button = Button(tr("Take in signed pages…"), icon="upload", on_click=self.choose_pages)
        self.vote_button = Button(tr("Record a vote…"), on_click=self.record_vote)
        self.consent_button = Button(tr("Circulate a consent…"), "primary", icon="pen-line", on_click=self.circulate)
        self.buttons = (self.pages_button, self.vote_button, self.consent_button)

    def refresh(self) -> None:
        """Read the decisions of the record shown."""
        self.table.set_rows(consent_lines(self._services))
        for button in self.buttons:
            allow(button, why_not(self._services))

    def circulate(self) -> None:
        """Circulate a written consent."""
        command = RecordConsentDialog.ask(self._services, self)
        if command is None:
            return
        before = {consent.id for consent in self._services.record.all(Consent)}
        self._services.bus.do(command)
        fresh = [consent for consent in self._services.record.all(Consent) if consent.id not in before]
        if fresh:
            self.table.select(fresh[0].id)
            Toast.say(self.window(), tr("Kept, and nothing was sent: Enter opens it for the e-mail draft and the PDF"))

    def record_vote(self) -> None:
        """Record a vote between meetings."""
        command = VoteBetweenDialog.ask(self._services, self)
        if command is not None:
            self._services.bus.do(command)

    def choose_pages(self) -> None:
        """Ask for signed PDFs and take them in."""
        names, _kind = QFileDialog.getOpenFileNames(self, tr("Take in signed pages"), "", tr("PDF files (*.pdf)"))
        self.take_in([Path(name) for name in names])

    def take_in(self, paths: list[Path]) -> None:
        """Read signed PDFs off the window's thread, then ask of each whose it is."""
        if not paths or why_not(self._services):
            return

        def work(progress: Progress) -> tuple[SignedPage, ...]:
            return read_signed(self._services, [(path.name, files.read(path)) for path in paths], progress)

        jobs.start(self, tr("Reading signed pages"), work, self._taken)

    def _taken(self, pages: tuple[SignedPage, ...]) -> None:
        refused = [page for page in pages if page.match in (TextMatch.OTHER, TextMatch.CHANGED)]
        for page in pages:
            command = None if page in refused else TakeSignedPageDialog.ask(self._services, page, self)
            if command is not None:
                self._services.bus.do(command)
        if refused:
            told = " ".join(f"{page.name}: {page.said}" for page in refused)
            raise UserError(told, what_to_do=tr("Ask for a signature on the text as circulated."), code="other_text")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not why_not(self._services):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasUrls() and not why_not(self._services):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_in([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def open_consent(self, consent: str) -> None:
        """Read a decision; sign it, revoke a signature, withdraw it, or file it."""
        row = self._services.shown.find(Consent, consent)
        command = ConsentDialog.ask(self._services, row, why_not(self._services), self) if row is not None else None
        if command is not None:
            self._services.bus.do(command)

    def _open(self, line: ConsentLine | None) -> None:
        if line is not None:
            self.open_consent(line.id)
