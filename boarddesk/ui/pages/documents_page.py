"""Documents: what can be printed from the record, seen beside the list; saved or printed from there."""

from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.common.progress import Progress
from boarddesk.domain.record import Record
from boarddesk.domain.tables import BY_NAME
from boarddesk.services import documents_list
from boarddesk.services.documents_list import Printable
from boarddesk.services.files import save
from boarddesk.services.jobs import Job
from boarddesk.ui import files, jobs
from boarddesk.ui.columns.packet_columns import packet_columns
from boarddesk.ui.kit.card import column, holder
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Rule, ground
from boarddesk.ui.widgets.pdf_preview import PdfPreview

REST_MS = 150
KEPT = 8


class DocumentsPage(Page):
    """The document chosen is made off the window's thread; walking on stops what is no longer wanted."""

    title = "Documents"
    watches: ClassVar[frozenset[str]] = frozenset(BY_NAME)

    def build(self) -> None:
        self._record: Record | None = None
        self._made: dict[tuple[str, bool], bytes] = {}
        self._job: Job | None = None
        self._wanted: Printable | None = None
        self._directed: set[str] = set()
        self.filter = LineField(hint=self.tr("Filter"), optional=True)
        self.filter.setAccessibleName(self.tr("Filter the documents"))
        self.filter.setMaximumWidth(220)
        self.filter.changed.connect(self._filter)
        self.add_header_widget(self.filter)
        QShortcut(QKeySequence.StandardKey.Find, self, self.filter.setFocus)
        self.counsel = QCheckBox(self.tr("At counsel’s direction"))
        self.counsel.setToolTip(
            self.tr("Print “Prepared at the direction of counsel” on this report; it is never there unless chosen")
        )
        self.counsel.toggled.connect(self._direct)
        self.add_header_widget(self.counsel)
        self.add_action(self.tr("Certificate…"), self.certify, icon="stamp")
        self._save = self.add_action(self.tr("Save a copy…"), self.save_copy, icon="download", shortcut="Ctrl+S")
        self._print = self.add_action(
            self.tr("Print…"), self.print_out, primary=True, icon="printer", shortcut="Ctrl+P"
        )
        self.table = Table(
            packet_columns(),
            name=self.tr("Documents"),
            group=lambda each: each.group,
            keys=[("Ctrl S", self.tr("save")), ("Ctrl P", self.tr("print"))],
            empty=EmptyState("file-text", self.tr("Nothing to print yet"), self.tr("Hold a meeting first.")),
        )
        self.table.selected.connect(self._choose)
        self.preview = PdfPreview(name=self.tr("Preview"), empty=self.tr("Choose a document to see it here"))
        self.table.activated.connect(lambda _each: self.preview.setFocus())
        self.preview.save_wanted.connect(self.save_copy)
        self.preview.print_wanted.connect(self.print_out)
        split = Splitter(self._left(), self.preview, name="documents")
        split.start_with(560, 0)
        self.body.addWidget(Rule())
        self.body.addWidget(split, 1)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._make)
        self._offer(ready=False)

    def _filter(self, text: str | None) -> None:
        self.table.filter(text or "")

    def _left(self) -> QWidget:
        return ground(holder(column(self.table, gap=0)), "surface")

    def refresh(self) -> None:
        if self._record is not self.services.shown:
            self._record, self._made = self.services.shown, {}
        found = documents_list.printables(self.services)
        self.set_subtitle(self.tr("{n} can be printed from the record").format(n=len(found)))
        self.table.set_rows(found)
        if self.table.current() is None:
            self.table.select_first()
        else:
            self._choose(self.table.current())

    def show_target(self, target: object) -> None:
        """Choose a document by its id, or the newest of a kind such as "minutes"."""
        self.filter.clear()
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
            self._offer(ready=False)
        elif self._key(each) in self._made:
            self._rest.stop()
            self._show(each, self._made[self._key(each)])
        else:
            self._offer(ready=False)
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
                while len(self._made) >= KEPT:
                    self._made.pop(next(iter(self._made)))
                self._made[key] = pdf
                if self._wanted is not None and self._key(self._wanted) == key:
                    self._show(each, pdf)

        self._job = jobs.start(self, self.tr("Making {title}").format(title=each.title), work, done)

    def _show(self, each: Printable, pdf: bytes) -> None:
        self.preview.setAccessibleName(self.tr("Preview of {title}").format(title=each.title))
        self.preview.show_bytes(pdf)
        self._offer(ready=True)

    def _offer(self, *, ready: bool) -> None:
        self._save.setEnabled(ready)
        self._print.setEnabled(ready)

    def save_copy(self) -> None:
        """Write the document shown as a file."""
        each = self._wanted
        pdf = self._made.get(self._key(each)) if each is not None else None
        if each is None or pdf is None:
            return
        path = files.ask_save(self, self.tr("Save a copy"), each.file_name, self.tr("PDF files (*.pdf)"))
        if path is not None:
            said = self.tr("{title} saved as {name}").format(title=each.title, name=path.name)
            jobs.start(self, self.tr("Saving"), lambda _progress: save(path, pdf), lambda _value: self.said.emit(said))

    def certify(self) -> None:
        """Make a secretary's or incumbency certificate and show it, to be saved or printed."""
        from boarddesk.services.certificates import certificate_pdf
        from boarddesk.ui.dialogs.certificate_dialog import CertificateDialog

        found = CertificateDialog.ask(self.services, self)
        if found is None:
            return
        request, key = found.request, found.key
        day = request.day
        each = Printable("certificate", day.isoformat(), documents_list.REPORTS, self.tr("Certificate"), "", day, "")
        services = self.services
        self.table.view.clearSelection()

        def done(pdf: bytes) -> None:
            self._wanted = each
            self._made[self._key(each)] = pdf
            self._show(each, pdf)

        words = self.tr("Making the certificate")
        jobs.start(self, words, lambda _progress: certificate_pdf(services, request, key), done)

    def print_out(self) -> None:
        """Print the document shown on paper."""
        if self._wanted is not None and self.preview.pages():
            from boarddesk.ui.print_pdf import print_document

            print_document(self.preview.pdf(), self.preview.pages(), self._wanted.title, self)
