"""The minutes of a meeting as they would be printed, with save and print."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.domain.record import Record
from boarddesk.services import documents
from boarddesk.services.files import save
from boarddesk.services.words import meeting_name
from boarddesk.ui import files, jobs
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.meeting.tab import MeetingTab
from boarddesk.ui.meeting.words import tr
from boarddesk.ui.widgets.pdf_preview import PdfPreview


class MinutesTab(MeetingTab):
    """Made anew whenever the record changed; the preview is the document itself."""

    name = "minutes"

    def build(self) -> None:
        self._made_from: tuple[Record, str] | None = None
        self.pdf = b""
        self.preview = PdfPreview(name=tr("Minutes"), empty=tr("The minutes are being made"))
        self.preview.save_wanted.connect(self.save_copy)
        self.preview.print_wanted.connect(self.print_out)
        self._none = QWidget()
        self._none_layout = QVBoxLayout(self._none)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.preview)
        self.stack.addWidget(self._none)
        self.body.addWidget(self.stack, 1)
        self.save_button = Button(tr("Save a copy…"), icon="download", on_click=self.save_copy)
        self.print_button = Button(tr("Print…"), "primary", icon="printer", on_click=self.print_out)
        self.print_button.setShortcut("Ctrl+P")

    def header(self) -> list[QWidget]:
        return [self.save_button, self.print_button]

    def refresh(self) -> None:
        record, meeting = self.services.shown, self.meeting_id
        made = self._made_from
        if made is not None and made[0] is record and made[1] == meeting:
            return
        self._made_from = (record, meeting)
        self._settle(b"")

        def work(_progress: Progress) -> bytes | UserError:
            try:
                return documents.minutes_pdf(self.services, meeting)
            except UserError as refusal:
                return refusal

        def done(made: bytes | UserError) -> None:
            if self._made_from != (record, meeting):
                return
            if isinstance(made, UserError):
                self._say_none(made)
            else:
                self._settle(made)

        # The tab is painted first: making the document keeps both from being quick.
        QTimer.singleShot(0, self, lambda: jobs.start(self, tr("Making the minutes"), work, done))

    def _settle(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.stack.setCurrentWidget(self.preview)
        if pdf:
            self.preview.show_bytes(pdf)
        else:
            self.preview.clear()
        for button in (self.save_button, self.print_button):
            button.setEnabled(bool(pdf))

    def _say_none(self, refusal: UserError) -> None:
        clear(self._none_layout)
        self._none_layout.addWidget(EmptyState("file-text", refusal.what, refusal.what_to_do))
        self.stack.setCurrentWidget(self._none)

    def save_copy(self) -> None:
        """Write the minutes as a file."""
        if not self.pdf:
            return
        name = f"{meeting_name(self.services.shown, self.meeting)}, minutes.pdf"
        path, pdf = files.ask_save(self, tr("Save a copy"), name, tr("PDF files (*.pdf)")), self.pdf
        if path is not None:
            jobs.start(self, tr("Saving"), lambda _progress: save(path, pdf), lambda _done: None)

    def print_out(self) -> None:
        """Print the minutes on paper."""
        if self.preview.pages():
            from boarddesk.ui.print_pdf import print_document

            name = meeting_name(self.services.shown, self.meeting)
            print_document(self.preview.pdf(), self.preview.pages(), name, self)
