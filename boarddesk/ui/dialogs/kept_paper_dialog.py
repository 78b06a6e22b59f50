"""A kept document shown in the window: a signed scan, a version that went round, a certificate; it changes nothing."""

from PySide6.QtWidgets import QWidget

from boarddesk.services.papers import preview_of
from boarddesk.services.workspace import Services
from boarddesk.ui import jobs
from boarddesk.ui.kept_files import save_kept
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr
from boarddesk.ui.print_pdf import print_document
from boarddesk.ui.widgets.pdf_preview import PdfPreview

WIDTH, HEIGHT = 760, 620


class KeptPaperDialog(FormDialog):
    """Pages as they are kept, with a copy to be saved; pictures are shown as a page."""

    def __init__(self, services: Services, attachment: str, heading: str = "", parent: QWidget | None = None) -> None:
        heading = heading or tr("Kept document")
        super().__init__(heading, tr("Close"), tr("Close"), parent=parent)
        self.way_out.hide()
        theme = Theme.current()
        self._services, self._attachment, self._heading = services, attachment, heading
        self.setMinimumSize(theme.px(WIDTH), theme.px(HEIGHT))
        self.preview = PdfPreview(name=heading, empty=tr("Opening the document"))
        self.preview.save_wanted.connect(self.save_copy)
        self.preview.print_wanted.connect(self.print_out)
        self.form.addWidget(self.preview, 1)
        data = services.attachment(attachment)
        jobs.start(self, tr("Opening the document"), lambda _progress: preview_of(data, heading), self._show)

    def _show(self, pdf: bytes) -> None:
        self.preview.show_bytes(pdf)

    def save_copy(self) -> None:
        """Write it as a file, byte for byte."""
        save_kept(self, self._services, self._attachment, self._heading)

    def print_out(self) -> None:
        """Print it on paper."""
        if self.preview.pages():
            print_document(self.preview.pdf(), self.preview.pages(), self._heading, self)

    def command(self) -> bool:
        return True
