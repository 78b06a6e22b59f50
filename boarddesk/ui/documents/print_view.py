"""What can be printed from the record, seen beside the list; saved or printed from there."""

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.common.progress import Progress
from boarddesk.domain.record import Record
from boarddesk.services import documents_list
from boarddesk.services.documents_list import Printable
from boarddesk.services.files import save
from boarddesk.services.jobs import Job
from boarddesk.services.workspace import Services
from boarddesk.ui import files, jobs
from boarddesk.ui.columns.packet_columns import packet_columns
from boarddesk.ui.documents.words import tr
from boarddesk.ui.kit.card import column, holder
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import ground
from boarddesk.ui.widgets.pdf_preview import PdfPreview

REST_MS = 150
KEPT = 8


class PrintView(QWidget):
    """The document chosen is made off the window's thread; walking on stops what is no longer wanted.

    `ready` says whether there is something to save and to print, `said` asks for a toast.
    """

    ready = Signal(bool)
    said = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self._record: Record | None = None
        self.made: dict[tuple[str, bool], bytes] = {}
        self._job: Job | None = None
        self._wanted: Printable | None = None
        self._directed: set[str] = set()
        self.counsel = QCheckBox(tr("At counsel’s direction"))
        self.counsel.setToolTip(
            tr("Print “Prepared at the direction of counsel” on this report; it is never there unless chosen")
        )
        self.counsel.toggled.connect(self._direct)
        self.table = Table(
            packet_columns(),
            name=tr("Documents"),
            group=lambda each: each.group,
            keys=[("Ctrl S", tr("save")), ("Ctrl P", tr("print"))],
            empty=EmptyState("file-text", tr("Nothing to print yet"), tr("Hold a meeting first.")),
        )
        self.table.selected.connect(self._choose)
        self.preview = PdfPreview(name=tr("Preview"), empty=tr("Choose a document to see it here"))
        self.table.activated.connect(lambda _each: self.preview.setFocus())
        self.preview.save_wanted.connect(self.save_copy)
        self.preview.print_wanted.connect(self.print_out)
        left = ground(holder(column(self.table, gap=0)), "surface")
        split = Splitter(left, self.preview, name="documents")
        split.start_with(560, 0)
        self.setLayout(column(split, gap=0))
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._make)

    def refresh(self) -> str:
        """Read the record; the words for the page's subtitle."""
        if self._record is not self.services.shown:
            self._record, self.made = self.services.shown, {}
        found = documents_list.printables(self.services)
        self.table.set_rows(found)
        if self.table.current() is None:
            self.table.select_first()
        else:
            self._choose(self.table.current())
        return tr("%1 can be printed from the record").replace("%1", str(len(found)))

    def show_target(self, target: object) -> None:
        """Choose a document by its id, or the newest of a kind such as "minutes"."""
        self.table.filter("")
        wanted = str(target)
        if not self.table.select(wanted):
            rows = [line.item for line in self.table.model.lines if not line.is_heading]
            first = next((each for each in rows if wanted in {each.kind, each.of}), None)
            if first is not None:
                self.table.select(first.id)

    def _choose(self, each: Printable | None) -> None:
        self._wanted = each
        with QSignalBlocker(self.counsel):
            self.counsel.setVisible(each is not None and each.group == documents_list.REPORTS)
            self.counsel.setChecked(each is not None and each.id in self._directed)
        if self._job is not None:
            self._job.stop()
            self._job = None
        if each is None:
            self._rest.stop()
            self.preview.clear()
            self.ready.emit(False)
        elif self._key(each) in self.made:
            self._rest.stop()
            self._show(each, self.made[self._key(each)])
        else:
            self.ready.emit(False)
            self._rest.start()

    def _key(self, each: Printable) -> tuple[str, bool]:
        return each.id, each.id in self._directed

    def _direct(self, chosen: bool) -> None:
        """Put counsel's line on the report shown, or take it off; other reports stay as they are."""
        if self._wanted is not None:
            (self._directed.add if chosen else self._directed.discard)(self._wanted.id)
            self._choose(self._wanted)

    def _make(self) -> None:
        each, services, record = self._wanted, self.services, self._record
        if each is None:
            return
        key = self._key(each)

        def work(progress: Progress) -> bytes:
            progress.step(0, 1)
            return documents_list.make(services, each, progress, counsel=key[1])

        def done(pdf: bytes) -> None:
            if record is self._record:
                while len(self.made) >= KEPT:
                    self.made.pop(next(iter(self.made)))
                self.made[key] = pdf
                if self._wanted is not None and self._key(self._wanted) == key:
                    self._show(each, pdf)

        self._job = jobs.start(self, tr("Making %1").replace("%1", each.title), work, done)

    def _show(self, each: Printable, pdf: bytes) -> None:
        self.preview.setAccessibleName(tr("Preview of %1").replace("%1", each.title))
        self.preview.show_bytes(pdf)
        self.ready.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self._rest.stop()
        if self._job is not None:
            self._job.stop()
            self._job = None
        super().hideEvent(event)

    def save_copy(self) -> None:
        """Write the document shown as a file."""
        each = self._wanted
        pdf = self.made.get(self._key(each)) if each is not None else None
        if each is None or pdf is None:
            return
        path = files.ask_save(self, tr("Save a copy"), each.file_name, tr("PDF files (*.pdf)"))
        if path is not None:
            said = tr("%1 saved as %2").replace("%1", each.title).replace("%2", path.name)
            jobs.start(self, tr("Saving"), lambda _progress: save(path, pdf), lambda _value: self.said.emit(said))

    def certify(self) -> None:
        """Make a secretary's or incumbency certificate and show it, to be saved or printed."""
        from boarddesk.services.certificates import certificate_pdf
        from boarddesk.ui.dialogs.certificate_dialog import CertificateDialog

        found = CertificateDialog.ask(self.services, self)
        if found is None:
            return
        request, key = found.request, found.key
        day = request.day
        each = Printable("certificate", day.isoformat(), documents_list.REPORTS, tr("Certificate"), "", day, "")
        services = self.services
        self.table.view.clearSelection()

        def done(pdf: bytes) -> None:
            self._wanted = each
            self.made[self._key(each)] = pdf
            self._show(each, pdf)

        words = tr("Making the certificate")
        jobs.start(self, words, lambda _progress: certificate_pdf(services, request, key), done)

    def print_out(self) -> None:
        """Print the document shown on paper."""
        if self._wanted is not None and self.preview.pages():
            from boarddesk.ui.print_pdf import print_document

            print_document(self.preview.pdf(), self.preview.pages(), self._wanted.title, self)
